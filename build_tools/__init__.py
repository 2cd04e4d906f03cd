"""Chỉ nam: from official documents to a cross-linked, searchable static site.

The folder tree is the pipeline; each stage imports only what stands below it:

    commands → desk → intake → publish → render → views → graph → resolve → statements → citations
             → structure → normalise → read → register → vietnamese → model

``search`` stands beside the pipeline and knows nothing of documents.
"""

__version__ = "0.1.0"
