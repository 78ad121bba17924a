"""Prints every figure; exits with 1 if one exceeds its limit. `--seconds 60` writes notes for as long."""

import argparse
import sys

from benchmarks import cards, embeddings, forecast, intake, pipeline, policies, practice, reading, search, status, store

_NOTES_S = 15

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--seconds", type=float, default=_NOTES_S, help="how long to write a note a second")
    seconds = parser.parse_args().seconds
    found = [*embeddings.figures(), *reading.figures(), *store.figures(), *intake.figures()]
    found += [*cards.figures(seconds), *forecast.figures(), *pipeline.figures(), *status.figures()]
    found += [*policies.figures(), *practice.figures(), *search.figures()]
    print(*found, sep="\n")
    sys.exit(int(any(figure.ratio > 1 for figure in found)))
