"""Prints every figure; exits with 1 if one exceeds its limit. `--seconds 60` takes events in for as long."""

import argparse
import sys

from benchmarks import cards, embeddings, forecast, intake, reading, store

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--seconds", type=float, default=intake.SHORT_S, help="how long to take in events")
    seconds = parser.parse_args().seconds
    found = [*embeddings.figures(), *reading.figures(), *store.figures(), *intake.figures(seconds)]
    found += [*cards.figures(seconds), *forecast.figures()]
    print(*found, sep="\n")
    sys.exit(int(any(figure.ratio > 1 for figure in found)))
