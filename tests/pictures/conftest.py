"""matplotlib keeps its list of fonts away from the home of whoever runs the tests; set before it is imported."""

from pathlib import Path
from tempfile import gettempdir

from dealbot.quiet import keep_in, quiet

quiet()
keep_in(Path(gettempdir()) / "dealbot-tests-matplotlib")
