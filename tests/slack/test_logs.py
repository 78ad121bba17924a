"""What a running bot writes down."""

import io
import logging

from dealbot.slack.logs import logging_to


def test_our_own_lines_are_written_and_of_libraries_only_where_they_spoke() -> None:
    stream = io.StringIO()

    with logging_to(stream):
        logging.getLogger("dealbot.slack.worker").warning("#%d failed", 7)
        logging.getLogger("slack_sdk").error("Could not send Dana Ruiz", exc_info=ValueError("Dana Ruiz"))
    logging.getLogger("dealbot").warning("later")

    ours, theirs = stream.getvalue().splitlines()
    assert ours.endswith("WARNING dealbot.slack.worker #7 failed")
    assert "slack_sdk test_logs:" in theirs
    assert theirs.endswith("ValueError")
    assert "Dana" not in theirs
