"""A question about one name of a thing is also about the others."""

import pytest

from dealbot.domain.glossary import Glossary, Term

GLOSSARY = Glossary(
    (
        Term("CFO", "chief financial officer", ("finance chief",)),
        Term("MAP", "mutual action plan", ("close plan",)),
        Term("P&T", "pharmacy and therapeutics committee"),
    )
)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("what does a cfo ask", ("chief financial officer", "finance chief")),
        ("what do CFOs ask", ("chief financial officer", "finance chief")),
        ("our finance chief", ("CFO", "chief financial officer")),
        ("a map of the ward", ()),
        ("send the MAP", ("mutual action plan", "close plan")),
        ("the P&T agenda", ("pharmacy and therapeutics committee",)),
        ("the MAP for a CFO", ("chief financial officer", "finance chief", "mutual action plan", "close plan")),
        ("nothing of the kind", ()),
    ],
)
def test_other_names_are_told(text: str, others: tuple[str, ...]) -> None:
    assert GLOSSARY.other_names(text) == others


def test_meanings_leave_loose_names_out() -> None:
    assert GLOSSARY.meanings("the MAP for a CFO") == ("chief financial officer", "mutual action plan")
