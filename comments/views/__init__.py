"""What readers get: the older comments of an article, the answer to what they sent, their receipt."""
