"""The page of posts, over a real ledger."""
