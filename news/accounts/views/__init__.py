"""Pages of accounts, before and after signing in."""
