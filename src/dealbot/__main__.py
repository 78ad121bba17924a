"""`dealbot` and `python -m dealbot`."""

from dealbot.cli.program import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
