"""What people do with a real browser, on the real pages; no foreign host is ever reached."""
