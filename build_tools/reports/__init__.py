"""What reports tell, gathered across documents: their figures, practices, limits, causes and plans.

Reads the documents of a site; returns values that keep the work and the node that state them.
"""
