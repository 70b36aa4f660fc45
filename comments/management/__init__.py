"""Commands that need both apps."""
