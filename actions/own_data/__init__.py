"""What is kept of a person, for that person: consents, the ledger, being erased."""
