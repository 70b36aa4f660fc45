"""What things cost, measured beside each other in one run: `python -m bench.pipeline`. No test; nothing of a real paper is touched."""
