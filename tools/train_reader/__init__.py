"""Trains the network of the built-in reader from the notes and statements beside it, and writes its weights.

`pip install torch`, then `python -m tools.train_reader`: about an hour on two processors. Nothing else needs torch.
"""
