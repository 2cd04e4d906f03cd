"""Two documents beside each other: what is repeated word for word, what is said with other words, what is new, which figures moved.

Nothing is judged: a passage that two texts share is shown with its share, whoever wrote it first.
"""

from build_tools.compare.sides import Change, Comparison, Mark, Moved, Passage, SectionPair, compare
from build_tools.compare.text import Side, side_of

__all__ = ["Change", "Comparison", "Mark", "Moved", "Passage", "SectionPair", "Side", "compare", "side_of"]
