"""Numbers and identities of documents: parse, canonical form, addresses."""
