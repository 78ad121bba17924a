"""Where tests find what the project ships."""

from pathlib import Path

import dealbot

DEMO = Path(dealbot.__file__).parent / "playground" / "demo"
