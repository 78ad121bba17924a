import re
from pathlib import Path

import pytest

from tests.cli.running import Program

NOTES = Path(__file__).parents[2] / "knowledge" / "policies"
PROPOSED, FINAL = NOTES / "cms-opps-asc-2024-proposed.md", NOTES / "cms-opps-asc-2024-final.md"
SOUTHWEST = ("medicare_ffs=45", "outpatient_share=55", "settings=outpatient", "ffs_share=90")


@pytest.fixture
def deals(dealbot: Program) -> Program:
    """A system that lives on outpatient Medicare, a children's hospital, and one of which nothing is known."""
    told = {"Southwest": SOUTHWEST, "Pebblewing": ("medicare_ffs=0",), "Bayview": ()}
    for deal, pairs in told.items():
        dealbot("deal", "add", deal)
        if pairs:
            dealbot("exposure", "set", deal, *pairs, "--on", "2026-07-01", "--source", "CFO call")
    return dealbot


def a_note(folder: Path, **changes: str) -> str:
    """A note like one of ours, with other values in its front matter."""
    text = PROPOSED.read_text("utf-8")
    for key, value in changes.items():
        text = re.sub(rf"(?m)^( *{key}): .*$", rf"\1: {value}", text)
    file = folder / "note.md"
    file.write_text(text, "utf-8")
    return str(file)


def listed(dealbot: Program) -> dict[str, dict[str, object]]:
    return {each["id"]: each for each in dealbot("policy", "list", "--json").json}


def test_the_deals_under_a_rule_are_affected_possibly_or_not_each_with_its_reasons(deals: Program) -> None:
    assert deals("policy", "affected", "2023-14768", "--json").json == {
        "affected": [
            {
                "deal": "Southwest",
                "reasons": [
                    "Medicare 45% (CFO call, 1 Jul)",
                    "hospital outpatient (CFO call, 1 Jul)",
                    "fee-for-service 90% (CFO call, 1 Jul)",
                    "outpatient 55% (CFO call, 1 Jul)",
                ],
            }
        ],
        "possibly": [{"deal": "Bayview", "missing": ["medicare_ffs", "settings", "ffs_share", "outpatient_share"]}],
        "not_affected": [{"deal": "Pebblewing", "reasons": ["Medicare 0% (CFO call, 1 Jul): below 5%"]}],
    }


@pytest.mark.parametrize("wanted", ["cms-2023-14768", "2023-14768", "CY 2024 outpatient proposed"])
def test_a_rule_is_named_by_id_number_or_part_of_its_title(deals: Program, wanted: str) -> None:
    told = deals("policy", "affected", wanted).out

    assert "(2023-14768)\na proposal that was superseded, not in force; superseded by 2023-24293" in told
    assert "1 would have been affected · 1 might have been affected · 1 not affected" in told
    assert "Cannot rule out Bayview: ask the CFO: Medicare, settings, fee-for-service, outpatient" in told


def test_a_part_of_several_titles_is_asked_about_and_an_unknown_rule_is_refused(dealbot: Program) -> None:
    assert "'outpatient' may be CY 2026 hospital outpatient" in dealbot("policy", "affected", "outpatient").sentence
    assert "There is no policy note '1999-11111'" in dealbot("policy", "affected", "1999-11111").sentence


def test_a_rule_is_found_by_the_number_that_adding_and_listing_print(deals: Program, tmp_path: Path) -> None:
    own = {"id": "texas-rates", "document_number": "TX-2026-1", "status": "proposed", "states": "[TX]"}
    deals("policy", "add", a_note(tmp_path, **own))
    assert "(TX-2026-1)" in deals("policy", "affected", "tx-2026-1").out
    assert "(TX-2026-1)" in deals("ask", "which deals does tx-2026-1 hit?").out
    deals("policy", "add", a_note(tmp_path, **own | {"id": "texas-other"}))

    told = deals("policy", "affected", "TX-2026-1").sentence
    assert "(TX-2026-1, id texas-rates)" in told
    assert "(TX-2026-1, id texas-other)" in told
    assert told.endswith("which one?")
    assert "id texas-other)" in deals("ask", "which deals does tx-2026-1 hit?").out
    assert "(TX-2026-1)" in deals("policy", "affected", "texas-other").out


def test_an_analyst_adds_a_note_which_is_kept_in_versions_with_who_and_when(dealbot: Program, tmp_path: Path) -> None:
    dealbot("user", "role", "Ida Brandt", "analyst")
    first = a_note(tmp_path, id="tx-medicaid-1", agency="Texas HHSC", doc_type="state", status="in_force")
    added = dealbot("policy", "add", first, "--by", "ida", "--json").json
    again = dealbot("policy", "add", first, "--by", "ida", "--json").json
    changed = dealbot("policy", "add", a_note(tmp_path, id="tx-medicaid-1", status="vacated"), "--by", "ida").out

    assert (added["id"], added["added_by"], added["version"], added["new"]) == ("tx-medicaid-1", "Ida Brandt", 1, True)
    assert (again["version"], again["new"]) == (1, False)
    assert "vacated, not in force" in changed
    assert "added by Ida Brandt on 20" in dealbot("policy", "list").out
    assert listed(dealbot)["tx-medicaid-1"]["version"] == 2


def test_only_an_analyst_or_an_admin_adds_notes(dealbot: Program) -> None:
    dealbot("user", "role", "Priya Nair", "ae")

    assert (
        "Only an analyst or an admin may add policy notes"
        in dealbot("policy", "add", str(FINAL), "--by", "priya").sentence
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"published": "soon"}, "note.md: its published is no date"),
        ({"status": "in_force"}, "note.md: its status is in_force, which a proposed rule never is."),
        ({"direction": "sideways"}, "note.md: its direction: "),
        ({"payers": "[medicare_part_z]"}, "note.md: its affects.payers"),
        ({"states": "[ZZ]"}, "note.md: its affects.states has 'ZZ', which is no state"),
        ({"id": "../../evil"}, "note.md: its id is '../../evil': write small letters"),
    ],
)
def test_a_broken_note_is_refused_with_the_reason(
    dealbot: Program, tmp_path: Path, changes: dict[str, str], reason: str
) -> None:
    assert reason in dealbot("policy", "add", a_note(tmp_path, **changes)).sentence


def test_a_file_that_is_no_policy_note_or_not_there_is_refused(dealbot: Program, tmp_path: Path) -> None:
    plain = tmp_path / "plain.md"
    plain.write_text("# Something else\n\nIts words.\n", "utf-8")

    assert "plain.md: it is no policy note" in dealbot("policy", "add", str(plain)).sentence
    assert "missing.md cannot be read" in dealbot("policy", "add", str(tmp_path / "missing.md")).sentence


def test_a_proposal_is_superseded_once_the_final_rule_is_added(dealbot: Program, tmp_path: Path) -> None:
    own = {"document_number": '"2026-00001"', "id": "own-proposed", "status": "proposed", "as_of": "2026-02-03"}
    dealbot("policy", "add", a_note(tmp_path, **own))
    assert listed(dealbot)["own-proposed"]["standing"] == "proposed, not in force; effective date unknown"
    final = {"document_number": '"2026-00002"', "id": "own-final", "doc_type": "final", "status": "in_force"}
    dealbot("policy", "add", a_note(tmp_path, **final, supersedes="[own-proposed]"))

    told = listed(dealbot)["own-proposed"]
    assert (told["status"], told["superseded_by"], told["effective"]) == ("superseded", "own-final", None)
    assert told["standing"] == "a proposal that was superseded, not in force; superseded by 2026-00002"


@pytest.mark.parametrize("texas", ["TX", "Texas"])
def test_a_note_on_texas_reaches_deals_in_texas_only(deals: Program, tmp_path: Path, texas: str) -> None:
    deals("exposure", "set", "Southwest", "states=TX, OK", "--on", "2026-07-01", "--source", "map")
    deals("exposure", "set", "Pebblewing", "states=OH", "medicare_ffs=50", "--on", "2026-07-02", "--source", "map")
    deals("policy", "add", a_note(tmp_path, id="tx-1", document_number="null", doc_type="state", states=f"[{texas}]"))
    told = deals("policy", "affected", "tx-1", "--json").json

    assert [each["deal"] for each in told["affected"]] == ["Southwest"]
    assert {"deal": "Pebblewing", "reasons": ["OH (map, 2 Jul): not TX"]} in told["not_affected"]
    assert "states" in told["possibly"][0]["missing"]


def test_an_analyst_reads_the_facts_of_every_deal_and_no_words(deals: Program) -> None:
    deals("user", "role", "Ida Brandt", "analyst")
    deals("user", "role", "Tom Reyes", "ae")
    question = ("ask", "does 2023-14768 hit Southwest?", "--json", "--by")
    told = deals(*question, "ida").json

    assert [each["deal"] for each in told["data"]["affected"]] == ["Southwest"]
    assert [source.get("document") for source in told["sources"]] == [PROPOSED.name]
    assert deals("status", "Southwest", "--by", "ida").code == 1
    assert deals("policy", "affected", "2023-14768", "--json", "--by", "tom").json == {
        "affected": [],
        "possibly": [],
        "not_affected": [],
    }


def test_what_a_rule_was_on_an_earlier_day_is_told_as_of_that_day(deals: Program) -> None:
    told = deals("ask", "which deals are affected by 2023-14768?", "--as-of", "2023-08-01").out

    assert "proposed, not in force; effective date unknown" in told
    assert "3 might be affected" in told


def test_the_page_for_the_buyer_holds_the_note_and_their_own_facts_and_no_nuance(deals: Program) -> None:
    deals.log("Southwest", "Met Dana Ruiz, CFO: she is worried about margins and against the pilot.", "2026-07-02")
    page = deals("policy", "brief", "2025-20907", "--deal", "Southwest").out

    assert page.startswith(
        "# CY 2026 hospital outpatient and ambulatory surgery payment (OPPS, ASC), final rule (2025-20907)"
    )
    assert "in force, start date unknown" in page
    assert "## Who is exposed" in page
    assert "Medicare 45%" in page
    assert "Value-based (share not known to me)" in page
    assert not any(word in page for word in ("Dana", "worried", "margins", "against"))
