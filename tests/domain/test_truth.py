from itertools import permutations, product

from dealbot.domain.truth import Truth, every, some

VALUES: tuple[Truth, ...] = (True, False, None)
ROWS = tuple(row for size in range(4) for row in product(VALUES, repeat=size))


def _no(truth: Truth) -> Truth:
    return None if truth is None else not truth


def test_what_is_known_alone_decides_as_in_plain_logic() -> None:
    for row in ROWS:
        if None not in row:
            assert (every(row), some(row)) == (all(row), any(row))


def test_learning_what_is_unknown_never_changes_what_is_decided() -> None:
    for row in ROWS:
        for learnt in product(*((True, False) if truth is None else (truth,) for truth in row)):
            assert every(row) in {None, every(learnt)}
            assert some(row) in {None, some(learnt)}


def test_order_is_nothing() -> None:
    for row in ROWS:
        assert len({(every(each), some(each)) for each in permutations(row)}) == 1


def test_all_are_so_where_it_is_not_that_one_is_not() -> None:
    for row in ROWS:
        assert every(row) is _no(some(map(_no, row)))
