"""Prints every figure; exits with 1 if one exceeds its limit."""

import sys

from benchmarks import embeddings, reading, store

if __name__ == "__main__":
    found = [*embeddings.figures(), *reading.figures(), *store.figures()]
    print(*found, sep="\n")
    sys.exit(int(any(figure.ratio > 1 for figure in found)))
