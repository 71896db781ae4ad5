"""One's own data, age and ledger."""
