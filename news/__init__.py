"""What the newsroom publishes: articles and all that belongs to them. Knows nothing of comments."""
