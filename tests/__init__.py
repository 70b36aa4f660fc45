"""The suite: tests/<app>/ mirror the code, tests/e2e/ drives a real browser, tests/checks/ looks at the tree itself."""
