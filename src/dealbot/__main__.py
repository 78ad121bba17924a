"""`dealbot` and `python -m dealbot`."""

import os
import sys

_STOPPED = 130


def main() -> None:
    """Run the command line, which is loaded only now: it takes seconds, in which somebody may already press Ctrl-C."""
    # The numbers of a note are few: several threads would wait for each other longer than they calculate.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from dealbot.cli.program import run  # noqa: PLC0415 -- see above
    except KeyboardInterrupt:
        sys.exit(_STOPPED)
    run()


if __name__ == "__main__":
    main()
