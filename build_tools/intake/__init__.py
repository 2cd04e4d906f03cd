"""Files on their way into ``data/documents``, whoever brings them: the command ``add`` and the editor's desk ask the same of them.

``propose`` says what a file is taken for; ``with_answer`` takes what a person answers; ``place_of`` and ``keep`` write the folder.
"""
