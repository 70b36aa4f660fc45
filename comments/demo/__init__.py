"""What readers say under the demo edition: `conversations/` holds their words, a file for each article."""
