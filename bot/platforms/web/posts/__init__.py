"""Posts: the ledger as it changes, with an editor's hand on it."""
