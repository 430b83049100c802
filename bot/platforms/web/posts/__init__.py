"""Posts: shows the ledger as it changes, and lets an editor act on it."""
