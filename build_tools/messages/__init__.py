"""All words that are shown to people, in catalogues by language: findings with cause and remedy, wording of pages and commands."""
