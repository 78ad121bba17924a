"""What is asked and stands in no guide: told to enablement once several people asked it, in words of their own."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dealbot.app.desk import Desk
from dealbot.app.guides.answering import GuideAnswers
from dealbot.app.guides.same_question import grouped
from dealbot.app.guides.unmet import mark_of
from dealbot.app.stems import stems_of
from dealbot.app.words import words_of
from dealbot.domain.principal import Principal, Role
from dealbot.errors import NotAllowed
from dealbot.reading.features import Floats
from dealbot.reading.heads import Encoder
from dealbot.reading.nameless import GONE
from dealbot.store.unmet import Unmet

LEAST_ASKERS = 3
_LOOKED_BACK = timedelta(days=180)
_MOST = 1_000
_TOPIC_WORDS, _FEWEST_TOPIC_WORDS = 4, 2
_READ_BY = frozenset({Role.ENABLEMENT, Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that several people asked and no guide tells, without anybody's name.

    `topic` are words of the questions, `latest` the last day it was asked, `example` the question that says it best;
    `questions` are all the wordings, the example first.
    """

    topic: str
    askers: int
    latest: date
    example: str
    questions: tuple[str, ...]


def gaps_of(desk: Desk, principal: Principal, guides: GuideAnswers, encoder: Encoder) -> tuple[Gap, ...]:
    """Tell enablement what is asked and still stands in no guide, what most asked first; raises NotAllowed."""
    if not _READ_BY & principal.roles:
        raise NotAllowed("Only enablement or an admin may see what is asked and stands in no guide.")
    today = desk.today()
    with desk.reading(principal) as books:
        asked = books.unmet.since(today - _LOOKED_BACK)
    unfit = frozenset((each.text, each.unfit) for each in asked)

    def answered(text: str) -> bool:
        answer = guides.answer(text, today, workspace=principal.workspace)
        return answer.answered and (text, mark_of(answer)) not in unfit

    texts = tuple(dict.fromkeys(each.text for each in reversed(asked)))[:_MOST]
    if not texts:
        return ()
    vectors = encoder.encode(texts)
    return gaps(asked, texts, vectors @ vectors.T, answered)


def gaps(
    asked: Sequence[Unmet], texts: Sequence[str], cosines: Floats, answered: Callable[[str], bool]
) -> tuple[Gap, ...]:
    """Put together what asks the same, and keep what enough people asked and nothing has `answered` by now.

    `texts` are the different questions, `cosines` how near each is to each.
    """
    enough = (group for group in grouped(texts, cosines) if len(_asking(asked, group)) >= LEAST_ASKERS)
    unanswered = (tuple(text for text in group if not answered(text)) for group in enough)
    found = (_gap(asked, group) for group in unanswered if len(_asking(asked, group)) >= LEAST_ASKERS)
    return tuple(sorted(found, key=lambda gap: (-gap.askers, -gap.latest.toordinal(), gap.topic)))


def _asking(asked: Sequence[Unmet], group: Sequence[str]) -> frozenset[str]:
    return frozenset(each.asker for each in asked if each.text in group)


def _gap(asked: Sequence[Unmet], group: Sequence[str]) -> Gap:
    whole = tuple(sorted(group, key=lambda text: GONE in text))
    latest = max(each.on for each in asked if each.text in group)
    return Gap(topic_of(whole), len(_asking(asked, group)), latest, whole[0], whole)


def topic_of(questions: Sequence[str]) -> str:
    """What questions are about: two to four telling words that most of them share, as the first of them has them.

    Where they share fewer, the first one's own words are taken besides.
    """
    counts = Counter(stem for text in questions for stem in stems_of(text))
    words: dict[str, str] = {}
    for text in questions:
        for word in words_of(text):
            words |= dict.fromkeys(stems_of(word.folded) - words.keys(), word.written)
    ranked = sorted(words, key=lambda stem: -counts[stem])
    shared = [stem for stem in ranked if 2 * counts[stem] > len(questions)]
    own = [stem for stem in ranked if stem not in shared and stem in stems_of(questions[0])]
    chosen = [*shared, *own[: max(0, _FEWEST_TOPIC_WORDS - len(shared))]][:_TOPIC_WORDS]
    return " ".join(words[stem] for stem in words if stem in chosen)
