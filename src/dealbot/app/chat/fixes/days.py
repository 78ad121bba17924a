"""The day of a call as a plain reply sets it right: "that was Tuesday", "the call was on the 12th"."""

from datetime import date, timedelta

from dealbot.app.chat.fixes import lexicon
from dealbot.domain.when import Grain, find

_LONGEST_AGO = timedelta(days=366)


def day_of_call(text: str, on: date) -> date | None:
    """The past day that a reply of a day says the call was on; None where it says anything else."""
    found = lexicon.CALL_WAS.match(text)
    if found is None:
        return None
    told = lexicon.BESIDE_DAY.sub("", text[found.end() :])
    whens = find(told, on, past=True)
    if len(whens) != 1 or whens[0].grain is not Grain.DAY or whens[0].start != whens[0].end:
        return None
    start, end = whens[0].span
    alone = not any(letter.isalnum() for letter in told[:start] + told[end:])
    return whens[0].end if alone and on - _LONGEST_AGO <= whens[0].end <= on else None
