"""How a cohort, a team and a person are doing in practice: persons only by their checks, practice in figures."""

from dealbot.app.chat.enabling.people import one_person
from dealbot.app.chat.enabling.tools import room_of, say, trains
from dealbot.app.chat.of_enabling import FileKind, FileToMake, GapsShown, StandingShown
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.guides.gaps import Gap, gaps_of
from dealbot.app.practice.report_text import as_of
from dealbot.app.practice.reports import CohortReport, PersonStanding, cohort_report, cohort_standing, mastery_by_topic
from dealbot.app.wording import counted
from dealbot.domain.practice.cohort import Cohort
from dealbot.domain.practice.readiness import Stage
from dealbot.domain.principal import Role, User

_MOST, _MOST_PEOPLE = 3, 8
_PRIVATE = "What {} practises is private: only {} can read it."
_WHO_SEES = "Who else is ready, enablement sees, and managers of their own people."
_WHO_IS_READY = "Who is ready by their checks, enablement sees, and managers of their own people. You have no check."
_TOO_FEW = "Too few people of yours practised to tell figures: they are told from three on, and never of one person."
_NO_GAPS = "Nothing that three people asked is missing from the guides."


def standing(turn: Turn, cohort: str, *, names: bool = False) -> bool:
    """Tell how a cohort is doing: to enablement with what is missed, suspect and asked in vain."""
    room = room_of(turn)
    if not trains(turn):
        found = cohort_standing(room, turn.principal, cohort)
        return say(turn, StandingShown(found, turn.desk.today(), trains=False, names=names))
    return say(turn, _reported(turn, cohort_report(room, turn.principal, cohort), names=names))


def _reported(turn: Turn, report: CohortReport, *, names: bool) -> StandingShown:
    missed, suspect = next(iter(report.missed), None), next(iter(report.suspects), None)
    cards = {each.card for each in (missed, suspect) if each is not None} & report.cards.keys()
    gap = next(iter(gaps_found(turn)), None)
    return StandingShown(
        standing=report.standing,
        on=turn.desk.today(),
        trains=True,
        missed=missed,
        suspect=suspect,
        cards=tuple((card, report.cards[card].prompt) for card in sorted(cards)),
        gap=(gap.topic, gap.askers) if gap is not None else None,
        names=names,
    )


def gaps_found(turn: Turn) -> tuple[Gap, ...]:
    """What is asked and stands in no guide."""
    guides = turn.answering.guides
    return gaps_of(turn.desk, turn.principal, guides(), turn.answering.encoder) if guides is not None else ()


def gaps(turn: Turn) -> bool:
    """Tell what is asked and stands in no guide."""
    found = tuple((gap.topic, gap.askers, gap.example) for gap in gaps_found(turn))
    return say(turn, GapsShown(found) if found else Plain(_NO_GAPS))


def write_guide(turn: Turn, topic: str) -> None:
    """Begin a guide of what is asked and stands in none, as a file to fill in and drop."""
    if any(gap.topic == topic for gap in gaps_found(turn)):
        told = f"A guide begun: {topic}\nFill in the answers, then drop the file here: a draft until you approve it."
        say(turn, FileToMake(FileKind.GUIDE, topic, told))
    else:
        say(turn, Plain(f"{topic}: that stands in a guide by now."))


def sign_offs(turn: Turn, cohort: str) -> bool:
    """Give the sign-off list of a cohort as a file, and in words."""
    found = cohort_standing(room_of(turn), turn.principal, cohort)
    told = [f"Sign-off list, {found.cohort.name}", *(f"• {person_line(each)}" for each in found.people)]
    return say(turn, FileToMake(FileKind.SIGN_OFFS, found.cohort.name, "\n".join(told)))


def mastery(turn: Turn) -> bool:
    """Give the picture of what is known by topic, where enough people practised to tell."""
    if not mastery_by_topic(room_of(turn), turn.principal):
        return say(turn, Plain(_TOO_FEW))
    return say(turn, FileToMake(FileKind.MASTERY, "", "What is known by topic, of three people or more."))


def team(turn: Turn) -> bool:
    """Tell a manager what their team knows by topic, and where each is by their checks."""
    if not (trains(turn) or Role.MANAGER in turn.principal.roles):
        return say(turn, Plain("Figures of practice are for managers and enablement. Yours: say progress."))
    rows = sorted(mastery_by_topic(room_of(turn), turn.principal), key=lambda row: row.share)
    lines = [f"• {row.topic}, {row.guide}: {row.share:.0%} known, {row.people} people{as_of(row.on)}" for row in rows]
    if len(lines) > 2 * _MOST:
        lines = [*lines[:_MOST], f"Best known, of {counted(len(rows), 'topic')}:", *lines[-_MOST:]]
    head = "Your team in practice, least known first" if lines else _TOO_FEW
    return say(turn, Plain("\n".join([head, *lines, *_checks(turn)])))


def _checks(turn: Turn) -> list[str]:
    """Where each visible person is by their checks, which were announced."""
    with turn.reading() as books:
        cohorts = [cohort.name for cohort in books.cohorts.all() if _is_now(turn, cohort)]
    found = [(name, cohort_standing(room_of(turn), turn.principal, name)) for name in cohorts[:_MOST]]
    told = [(name, [f"• {_line(turn, each)}" for each in standing.people if each.asked]) for name, standing in found]
    return [line for name, people in told if people for line in (f"Check {name}", *_some(people))]


def _is_now(turn: Turn, cohort: Cohort) -> bool:
    return cohort.ended_on is None and cohort.due_on >= turn.desk.today()


def _some(lines: list[str]) -> list[str]:
    """As many lines as a phone shows, and how many more there are."""
    more = len(lines) - _MOST_PEOPLE
    return [*lines[:_MOST_PEOPLE], *([f"and {more} more"] if more > 0 else [])]


def _line(turn: Turn, each: PersonStanding) -> str:
    """Where somebody is; enablement's word for them stays between the two."""
    private = trains(turn) or each.person == turn.principal.user
    return person_line(each, noted=private)


def person(turn: Turn, named: str) -> bool:
    """Tell of somebody what their checks say, to whoever may know, and that practice is private; false for nobody."""
    with turn.reading() as books:
        meant = one_person(named, turn.said.mentioned, books.users.all(), turn.principal.user)
        cohorts = books.cohorts.all()
    if len(meant.users) != 1:
        return False
    who = meant.users[0]
    if who.id == turn.principal.user:
        return False
    mine = [cohort.name for cohort in cohorts if who.id in cohort.members]
    return say(turn, Plain("\n".join([*_by_checks(turn, who, mine), _PRIVATE.format(who.name, _first(who))])))


def own_standing(turn: Turn) -> bool:
    """Tell somebody where they are themselves by their checks, and that the rest is for enablement."""
    with turn.reading() as books:
        asked = {check.cohort for check in books.cohorts.my_checks()}
        names = [cohort.name for cohort in books.cohorts.mine() if cohort.id in asked]
    told = []
    for name in names[:_MOST]:
        found = cohort_standing(room_of(turn), turn.principal, name)
        told += [f"Check {name}: {_line(turn, each)}" for each in found.people if each.person == turn.principal.user]
    return say(turn, Plain("\n".join([*told, _WHO_SEES if told else _WHO_IS_READY])))


def _by_checks(turn: Turn, who: User, cohorts: list[str]) -> list[str]:
    told = []
    for name in cohorts[:_MOST]:
        found = cohort_standing(room_of(turn), turn.principal, name)
        told += [f"Check {name}: {_line(turn, each)}" for each in found.people if each.person == who.id]
    return told


def person_line(each: PersonStanding, *, noted: bool = True) -> str:
    """Where somebody is, by their check."""
    if each.signed is not None:
        on = f"{each.signed.at:%a} {each.signed.at.day} {each.signed.at:%b}"
        note = f": “{each.signed.note}”" if noted and each.signed.note else ""
        return f"{each.name}: {each.signed.verdict.words}, signed {on}{note}"
    words = {
        Stage.TO_READ: "handed in, to be read",
        Stage.NOT_HANDED_IN: "answered, not handed in",
        Stage.UNDER_WAY: f"{each.answered} of {each.asked} answered",
        Stage.NOT_STARTED: "not started" if each.asked else "no check yet",
    }
    proposed = f", proposed {each.proposal.verdict.words}" if each.proposal is not None else ""
    return f"{each.name}: {words.get(each.stage, each.stage.value)}{proposed}"


def _first(who: User) -> str:
    return who.name.split()[0]
