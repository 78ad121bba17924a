from pathlib import Path

import pytest

from tools.budgets import Budget, budgets, main, measure

NESTED = """
def outer(items):
    for item in items:
        with item:
            if item:
                pass
            elif not item:
                pass
            else:
                def inner() -> None:
                    while True:
                        try:
                            return
                        except* OSError:
                            pass
"""
BROAD = """
try:
    with suppress(Exception):
        pass
except (OSError, BaseException):
    pass
except Exception:
    pass
except OSError:
    pass
except:
    pass
"""
METHODS = """
class Deal:
    def stance(self, name: str, *rest: str, exact, **more: int) -> None: ...
    @classmethod
    def read(cls, text) -> None: ...
    @staticmethod
    def write(text): ...
"""


def figures(source: str) -> dict[str, Budget]:
    """The budgets of one file with at least one function."""
    return {budget.name: budget for budget in budgets([measure("deal.py", source + "\ndef last() -> None: ...\n")])}


def test_blocks_are_counted_within_their_own_function_and_elif_is_no_deeper() -> None:
    assert [function.nesting for function in measure("deal.py", NESTED).functions] == [3, 2]


def test_a_function_is_measured_from_its_first_line_to_its_last() -> None:
    assert [function.lines for function in measure("deal.py", NESTED).functions] == [14, 6]


def test_every_argument_and_result_wants_an_annotation_but_self_and_cls() -> None:
    found = {function.place: function for function in measure("deal.py", METHODS).functions}
    given = {place.split()[-1]: (function.annotated, function.annotatable) for place, function in found.items()}
    assert given == {"stance": (4, 5), "read": (1, 2), "write": (0, 2)}


def test_every_way_to_catch_everything_is_seen() -> None:
    assert figures(BROAD)["excepts that catch everything"].figure == 4


def test_unfinished_work_is_seen() -> None:
    assert figures("# TODO: later")["notes of unfinished work"].figure == 1


def test_a_limit_is_exceeded_by_one_line_and_says_where() -> None:
    budget = figures("def long() -> None:\n" + "    pass\n" * 50)["lines of a function, most"]
    assert (budget.figure, budget.verdict, budget.where) == (51, "EXCEEDED", "deal.py:1 long")


def test_an_aim_missed_is_no_limit_exceeded() -> None:
    assert figures("pass\n" * 91)["lines of a file, median"].verdict == "above the aim"


@pytest.mark.parametrize(("lines", "status"), [(299, 0), (300, 1)])
def test_exceeding_a_limit_fails_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: int, status: int
) -> None:
    (tmp_path / "deal.py").write_text("pass\n" * lines + "def last() -> None: ...\n")
    assert main(tmp_path) == status
    assert "lines of a file, most" in capsys.readouterr().out
