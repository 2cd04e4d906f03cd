"""A document's leaves, sentences, clauses, quotations and moments: built once for structure, citations, statements and resolve."""
