"""Reading a plain reply as what it sets right; nothing is changed that the words do not name."""

from collections.abc import Iterator

from dealbot.app.chat.fixes import lexicon
from dealbot.app.chat.fixes.account import of_account
from dealbot.app.chat.fixes.committee import of_committee
from dealbot.app.chat.fixes.days import day_of_call
from dealbot.app.chat.fixes.fix import Basis, DateNote, Fix, MoveNote, SetRight, TakeBack, Unlearn
from dealbot.app.chat.fixes.news import brings_news
from dealbot.app.chat.fixes.path import of_the_path
from dealbot.app.chat.fixes.persons import of_people
from dealbot.app.chat.fixes.promises import of_steps
from dealbot.app.deal_names import names_of
from dealbot.app.words import words_of

_STANCE = ".stance="


def fixes_in(text: str, basis: Basis) -> tuple[Fix, ...]:
    """Tell what a reply sets right, clause by clause; empty where it cannot be told."""
    if lexicon.TAKE_BACK.match(text) or lexicon.TWICE.search(text):
        return (TakeBack(),)
    if lexicon.UNLEARN.match(text):
        return (Unlearn(),)
    day = day_of_call(text, basis.on)
    if day is not None:
        return (DateNote(day),)
    moved = _moved(text, basis)
    if moved is not None:
        return (moved,)
    committee = tuple(of_committee(text, basis))
    if committee:
        return committee
    account = tuple(of_account(text, basis))
    found = tuple(_joined((*of_steps(text, basis), *(account or of_people(text, basis)))))
    found = found or tuple(of_the_path(text, basis))
    return () if _only_stances(found) and brings_news(text, basis) else found


def _only_stances(fixes: tuple[Fix, ...]) -> bool:
    return all(isinstance(fix, SetRight) and all(_STANCE in pair for pair in fix.pairs) for fix in fixes)


def _moved(text: str, basis: Basis) -> MoveNote | None:
    found = lexicon.MOVE.search(text)
    if found is None:
        return None
    named = {deal for mention in names_of(basis.deals).in_text(words_of(text), _nobody) for deal in mention.deals}
    plainly = text[found.start() : found.end()].casefold().startswith("wrong")
    if len(named) == 1:
        return MoveNote(next(iter(named)))
    return MoveNote(None) if plainly else None


def _nobody(_deal: str, _index: int) -> bool:
    return False


def _joined(fixes: tuple[Fix, ...]) -> Iterator[Fix]:
    """The fixes with all pairs of the note, and all of the deal, in one each."""
    for in_note in (True, False):
        pairs = [p for fix in fixes if isinstance(fix, SetRight) and fix.in_note is in_note for p in fix.pairs]
        if pairs:
            yield SetRight(tuple(_latest(pairs)), in_note)
    yield from dict.fromkeys(fix for fix in fixes if not isinstance(fix, SetRight))


def _latest(pairs: list[str]) -> Iterator[str]:
    """Each pair once; of several stances of one person, the last that the reply gives."""
    stances = {pair.partition(_STANCE)[0]: pair for pair in pairs if _STANCE in pair}
    for pair in dict.fromkeys(pairs):
        if stances.get(pair.partition(_STANCE)[0], pair) == pair:
            yield pair
