"""What must not be published: secrecy marks and personal data."""
