"""What stands in no guide: a question is put to them by a tap, and noted where what they say is not what was asked."""

from dealbot.app.answer import Answer
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.guides.answering import GuideAnswers
from dealbot.app.guides.unmet import LONGEST, Kept, Unfit, keep_unfit, mark_of, stands_alone
from dealbot.app.question import Intent, Question
from dealbot.app.understand.bounds import OFF_TOPIC

_ELSE = "Say it in other words, or ask a colleague."
_NOTED = {
    Kept.NEW: f"Noted without names; enablement sees it once three people ask. {_ELSE}",
    Kept.BEFORE: f"That is noted already. {_ELSE}",
    Kept.NEVER: f"Not noted: it may be about a deal, a person or what was said before. {_ELSE}",
}
_NOT_THEIRS = "Only who asked can say that. Ask me the same, then it counts for you too."
_NO_GUIDES = "There are no guides here any longer."


def for_guides(turn: Turn, question: Question) -> str:
    """The question that the guides may be asked instead: one not understood, or that holds words of the trade."""
    if turn.answering.guides is None or question.intent in {Intent.KNOWLEDGE, Intent.HELP} or question.deals:
        return ""
    lost = question.intent is Intent.UNSUPPORTED or (question.intent is Intent.NEED_DEAL and question.guessed)
    fits = len(question.text) <= LONGEST and not OFF_TOPIC.search(question.text.casefold())
    return question.text if fits and (lost or question.of_trade) else ""


def unfit_of(turn: Turn, text: str, answer: Answer) -> Unfit | None:
    """What is noted if an answer of the guides is not what was asked; None for what leans on the question before."""
    of_guides = answer.intent is Intent.KNOWLEDGE and answer.answered
    return Unfit(text, mark_of(answer)) if of_guides and stands_alone(text, turn.memory.asked) else None


def not_what_i_asked(turn: Turn, unfit: Unfit, asker: str) -> None:
    """Note by a tap, once and for whom asked, that the guides answered something else."""
    guides = turn.answering.guides
    if guides is None or asker != turn.principal.user:
        turn.only_say(turn.memory, Plain(_NOT_THEIRS if guides else _NO_GUIDES))
        return
    kept = keep_unfit(turn.desk, turn.principal, unfit, lambda text: _answer(turn, guides(), text))
    turn.only_say(turn.memory, Plain(_NOTED[kept]))


def _answer(turn: Turn, guides: GuideAnswers, text: str) -> Answer:
    return guides.answer(text, turn.desk.today(), workspace=turn.principal.workspace)
