"""How far the network is from the labels of a lesson or a drill."""

from collections.abc import Iterable

import torch
from torch import Tensor
from torch.nn import functional

from dealbot.domain.stakeholder import Stance
from tools.train_reader.lessons import KINDS, NONE, ROLES, STANCES, TOPICS, Lesson, Somebody
from tools.train_reader.model import Net, Scores, means
from tools.train_reader.statements import Drill

_WIDE = {"concern": 1, "topic": len(TOPICS), "signal": len(KINDS), "step": 1, "view": 1}
_STATEMENT = 0.5
_STANCE = 1.5
_TELLS = 0.5
_BESIDE = 0.5

UNKNOWN = STANCES.index(Stance.UNKNOWN)

binary = functional.binary_cross_entropy_with_logits


def lesson_loss(net: Net, lesson: Lesson, states: Tensor) -> Tensor:
    """The sum over everything labelled in a note."""
    clauses = means(states, lesson.clauses)
    hidden, said = net.heads.clauses(clauses, torch.as_tensor(lesson.cues))
    loss = _clauses(said, lesson)
    if lesson.tags is not None:
        tags = net.heads.tags(means(states, lesson.words), torch.as_tensor(lesson.looks))
        loss = loss + functional.cross_entropy(tags, torch.as_tensor(lesson.tags), reduction="sum")
    nobody = net.heads.null(hidden)
    told: Scores = {}
    if lesson.people:
        told, own = net.heads.pairs(clauses, hidden, means(states, lesson.people), lesson)
        loss = loss + sum(_person(own, told["tells"], at, one) for at, one in enumerate(lesson.persons))
    return loss + _attributes(said, told, nobody, lesson)


def drill_loss(net: Net, drill: Drill) -> Tensor:
    """The sum over statements."""
    states = net.encode(torch.as_tensor(drill.pieces))[:, 1:-1].mean(1)
    _, said = net.heads.clauses(states, torch.as_tensor(drill.cues))
    topic, step = torch.as_tensor(drill.topic), torch.as_tensor(drill.step)
    worried, promised = topic.sum(1) > 0, step > 0
    yes = {"topic": topic, "signal": drill.signal, "croles": drill.roles, "concern": topic.sum(1, keepdim=True)}
    yes |= {name: getattr(drill, name)[:, None] for name in ("step", "done", "view")}
    loss = sum(binary(said[name], torch.as_tensor(told), reduction="sum") for name, told in yes.items())
    loss = loss + _class(said["cstance"], drill.stance) + _class(said["scope"], drill.scope)
    loss = loss + _class(said["status"][worried], torch.as_tensor(drill.status)[worried])
    loss = loss + _class(said["which"][worried], topic[worried].argmax(1))
    loss = loss + _class(said["side"][promised], torch.as_tensor(drill.side)[promised])
    blocking = torch.as_tensor(drill.blocking)[worried]
    return _STATEMENT * (loss + binary(said["blocking"][worried, 0], blocking, reduction="sum"))


def _clauses(said: Scores, lesson: Lesson) -> Tensor:
    """Yes or no for every clause and class; of the clauses a quote covers the likeliest has to say it."""
    scores = torch.cat([said[name] for name in _WIDE], -1)
    wanted, counts = torch.zeros_like(scores), torch.ones_like(scores)
    several = []
    for clauses, column in _columns(lesson):
        if len(clauses) == 1:
            wanted[clauses[0], column] = 1
        else:
            several.append((clauses, column))
    for clauses, column in several:
        counts[clauses, column] *= wanted[clauses, column]
    single = (binary(scores, wanted, reduction="none") * counts).sum()
    return single + sum(functional.softplus(-scores[clauses, column].max()) for clauses, column in several)


def _columns(lesson: Lesson) -> Iterable[tuple[list[int], int]]:
    first = dict(zip(_WIDE, torch.tensor([0, *_WIDE.values()]).cumsum(0).tolist(), strict=False))
    for concern in lesson.concerns:
        yield concern.clauses, first["concern"]
        yield concern.clauses, first["topic"] + concern.topic
    yield from ((clauses, first["signal"] + kind) for clauses, kind in lesson.signals)
    yield from ((step.clauses, first["step"]) for step in lesson.steps)
    yield from ((clauses, first["view"]) for clauses, _ in lesson.views)


def _attributes(said: Scores, told: Scores, nobody: Tensor, lesson: Lesson) -> Tensor:
    """Status, weight and holder of concerns, side and owner of steps, whom a view is of."""
    loss = torch.zeros(())
    for one in lesson.concerns:
        at = _likeliest(said["concern"][:, 0], one.clauses)
        loss = loss + _one(said["status"][at], one.status) + _one(said["which"][at], one.topic)
        loss = loss + binary(said["blocking"][at, 0], torch.tensor(one.blocking))
        loss = loss + _who(told, "holder", nobody[:, 0], at, one.holder)
    for step in lesson.steps:
        at = _likeliest(said["step"][:, 0], step.clauses)
        loss = loss + _one(said["side"][at], step.side) + _who(told, "owner", nobody[:, 1], at, step.owner)
    for clauses, person in lesson.views:
        if told and person is not None:
            loss = loss + _one(told["viewp"][:, clauses, 0].max(1).values, person)
    for somebody in lesson.persons:
        if somebody.clauses and somebody.stance not in {None, UNKNOWN}:
            at = _likeliest(said["cstance"][:, somebody.stance], somebody.clauses)
            loss = loss + _BESIDE * _one(said["cstance"][at], somebody.stance)
    return loss


def _who(told: Scores, head: str, nobody: Tensor, at: int, person: int | None) -> Tensor:
    if not told or person is None:
        return torch.zeros(())
    scores = torch.cat([nobody[at : at + 1], told[head][:, at, 0]])
    return _one(scores, 0 if person == NONE else person + 1)


def _person(own: Scores, tells: Tensor, at: int, one: Somebody) -> Tensor:
    loss = torch.zeros(())
    for name in ("side", "function"):
        if (wanted := getattr(one, name)) is not None:
            loss = loss + _BESIDE * _one(own[name][at], wanted)
    if one.stance is None:
        return loss
    roles = torch.zeros(len(ROLES))
    roles[one.roles] = 1
    loss = loss + _STANCE * _one(own["stance"][at], one.stance) + binary(own["roles"][at], roles, reduction="sum")
    return loss - _TELLS * torch.log(tells[at][one.clauses].sum() + 1e-6) if one.clauses else loss


def _likeliest(scores: Tensor, clauses: list[int]) -> int:
    return clauses[int(scores[clauses].argmax())]


def _one(scores: Tensor, wanted: int) -> Tensor:
    return functional.cross_entropy(scores[None], torch.tensor([wanted]))


def _class(scores: Tensor, wanted: object) -> Tensor:
    return functional.cross_entropy(scores, torch.as_tensor(wanted), reduction="sum")
