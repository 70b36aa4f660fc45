"""What readers say under an article. Imports news; news never imports it."""
