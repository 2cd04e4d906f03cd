"""The values that stages hand to one another: frozen, slotted, tuples inside, no behaviour but their own invariants."""
