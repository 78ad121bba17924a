"""The words of a question that tell what it is about, as the catalog looks for them."""

import re

from dealbot.app.words import word_set

_STOP = word_set("""
a about above after again against all also am an and any are as at be because been before being below between both but
by can could did do does doing don down during each few for from further had has have having he her here hers herself
him himself his how i if in into is it its itself just let ll me more most my myself no nor not now of off on once only
or other our ours ourselves out over own re s same she should so some such t than that the their theirs them themselves
then there these they this those through to too under until up us very was we were what when where which while who whom
why will with would you your yours yourself yourselves ve d m
""")


def terms_of(text: str) -> tuple[str, ...]:
    """The words of a text that are no stop words, folded, each once."""
    words = (word.casefold() for word in re.findall(r"\w+", text))
    return tuple(dict.fromkeys(word for word in words if word not in _STOP))
