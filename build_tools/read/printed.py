"""The lexicon's words as readers look for them on a page: any blanks may part the words of a phrase.

A reader only asks whether they are there, to know where on the page it stands (a heading, a signature, a margin, a line that goes on);
what they mean is the business of later stages.
"""

from __future__ import annotations

from functools import partial

from build_tools.lexicon.words import Form, any_word

printed = partial(any_word, blank=r"\s+")
"""The pattern of any word of the lists named."""
NAME_WORDS = 3
"""Of the nation's and the Party's names so many words are looked for: a line of a narrow column may break after them."""
AUTHORITY = ("authority", "authority-letters")
"""Lists of what stands before the office of who signs for somebody else."""
RECIPIENTS = ("recipients", "recipients-misread")


def nation(case: Form, *names: str) -> str:
    """How the name of the nation and of the Party begins, or of one of them."""
    return printed(*(names or ("nation", "party")), case=case, first=NAME_WORDS)
