"""Notes in the margin: where their passages stand (reading, passages, anchoring), who writes them (notes), what is shown
of them (threads). They stand beside an article, never in it: nothing here touches its text."""
