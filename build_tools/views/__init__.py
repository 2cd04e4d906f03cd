"""The site graph to view models: what each page shows, in order, with no markup."""
