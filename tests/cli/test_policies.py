import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dealbot.app.policies import notes
from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.store.books import writing
from dealbot.store.database import open_database
from tests.cli.running import Program

NOTES = Path(__file__).parents[2] / "knowledge" / "policies"
PROPOSED, FINAL = NOTES / "cms-opps-asc-2024-proposed.md", NOTES / "cms-opps-asc-2024-final.md"
SOUTHWEST = ("medicare_ffs=45", "outpatient_share=55", "settings=outpatient")


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
                    "outpatient 55% (CFO call, 1 Jul)",
                ],
            }
        ],
        "possibly": [{"deal": "Bayview", "missing": ["medicare_ffs", "settings", "outpatient_share"]}],
        "not_affected": [{"deal": "Pebblewing", "reasons": ["Medicare 0% (CFO call, 1 Jul): below 5%"]}],
    }


@pytest.mark.parametrize("wanted", ["cms-2023-14768", "2023-14768", "CY 2024 outpatient proposed"])
def test_a_rule_is_named_by_id_number_or_part_of_its_title(deals: Program, wanted: str) -> None:
    told = deals("policy", "affected", wanted).out

    assert "(2023-14768)\na proposal that was superseded, not in force; superseded by 2023-24293" in told
    assert "1 would have been affected · 1 might have been affected · 1 not affected" in told
    assert "Cannot rule out Bayview: ask the CFO: Medicare share, outpatient share, settings" in told


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
    assert "missing.md: it cannot be read" in dealbot("policy", "add", str(tmp_path / "missing.md")).sentence


def test_a_proposal_is_superseded_once_the_final_rule_is_added(dealbot: Program, tmp_path: Path) -> None:
    own = {"document_number": '"2026-00001"', "id": "own-proposed", "status": "proposed", "as_of": "2026-02-03"}
    dealbot("policy", "add", a_note(tmp_path, **own))
    assert listed(dealbot)["own-proposed"]["standing"] == (
        "proposed, not in force; effective date unknown; as of 2026-02-03, may be out of date"
    )
    final = {"document_number": '"2026-00002"', "id": "own-final", "doc_type": "final", "status": "in_force"}
    dealbot("policy", "add", a_note(tmp_path, **final, supersedes="[own-proposed]"))

    told = listed(dealbot)["own-proposed"]
    assert (told["status"], told["superseded_by"], told["effective"]) == ("superseded", "own-final", None)
    assert told["standing"] == "a proposal that was superseded, not in force; superseded by 2026-00002"


def test_adding_a_note_tells_what_it_replaces_and_supersedes(dealbot: Program, tmp_path: Path) -> None:
    own = {"id": "own-1", "document_number": '"2026-00001"', "published": "2026-01-05"}
    final = {"doc_type": "final", "status": "in_force", "supersedes": "[cms-2025-20907, cms-2023-14786, gone]"}
    first = dealbot("policy", "add", a_note(tmp_path, **own, status="proposed", supersedes="[cms-2025-20907]")).out
    second = dealbot("policy", "add", a_note(tmp_path, **own, **final, effective="2099-01-01")).out
    third = dealbot("policy", "add", a_note(tmp_path, **own, **final, effective="2026-01-06")).out
    again = dealbot("policy", "add", a_note(tmp_path, **own, **final, effective="2026-01-06")).out

    assert "A proposal supersedes nothing, so this stays as it is: CY 2026 hospital outpatient" in first
    assert "replaces" not in first
    assert "It replaces version 1 by " in second
    assert "It supersedes from 1 Jan 2099: CY 2026 hospital outpatient" in second
    assert "It supersedes: CY 2026 hospital outpatient" in third
    assert "It supersedes 'cms-2023-14786', but no note has that id: did you mean cms-2023-14768?" in third
    assert "It supersedes 'gone', but no note has that id: is it spelled right?" in third
    assert again.startswith("Already there: ")
    assert "replaces" not in again


def test_a_note_of_the_id_of_one_that_comes_with_dealbot_says_that_it_replaces_it(
    dealbot: Program, tmp_path: Path
) -> None:
    added = dealbot("policy", "add", a_note(tmp_path, title="Outpatient, ours", supersedes="[cms-2023-1476]"), "--json")

    assert added.json["replaces"]["title"].startswith("CY 2024")
    assert added.json["replaces"]["version"] is None
    assert added.json["unknown"] == [{"id": "cms-2023-1476", "nearest": []}]
    other = dealbot("policy", "add", a_note(tmp_path, id="own-1")).out
    assert "Its number is that of cms-2023-14768 too: ask for it as own-1." in other


def test_a_rule_that_is_not_there_names_the_nearest_ids(dealbot: Program) -> None:
    assert dealbot("policy", "affected", "2023-14786").sentence == (
        "There is no policy note '2023-14786': `dealbot policy list` lists them. Did you mean cms-2023-14768?"
    )


def test_a_proposal_to_change_a_rule_leaves_it_in_force_and_a_final_rule_until_its_first_day(
    dealbot: Program, tmp_path: Path
) -> None:
    told = {
        "id": "next",
        "document_number": '"2026-00001"',
        "published": "2026-01-05",
        "supersedes": "[cms-2025-20907]",
    }
    dealbot("policy", "add", a_note(tmp_path, **told, status="proposed", comment_due="2026-02-05"))
    assert listed(dealbot)["cms-2025-20907"]["status"] == "in_force"
    later = {"doc_type": "final", "status": "in_force", "effective": "2099-01-01"}
    dealbot("policy", "add", a_note(tmp_path, **told | later))
    assert listed(dealbot)["cms-2025-20907"]["superseded_by"] is None
    dealbot("policy", "add", a_note(tmp_path, **told | later | {"effective": "2026-02-01"}))

    assert listed(dealbot)["cms-2025-20907"]["superseded_by"] == "next"


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
    assert [source.get("document") for source in told["sources"]] == [f"policies/{PROPOSED.name}"]
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
    page = deals("policy", "brief", "2025-20907", "--deal", "Southwest", "--json").json["text"]

    assert page.startswith(
        "# CY 2026 hospital outpatient and ambulatory surgery payment (OPPS, ASC), final rule (2025-20907)"
    )
    assert "in force, start date unknown" in page
    assert "## Who is exposed" in page
    assert "Medicare 45%" in page
    assert "Value-based (share not known to me)" in page
    assert not any(word in page for word in ("Dana", "worried", "margins", "against"))


def test_a_note_that_was_added_later_was_not_known_before(deals: Program, tmp_path: Path) -> None:
    before = deals("policy", "add", a_note(tmp_path, id="first", status="proposed"), "--json").json["added_at"]
    deals("policy", "add", a_note(tmp_path, id="own", document_number='"2026-00001"', status="proposed"))
    question = ("ask", "does 2026-00001 hit Southwest?", "--json")

    assert [each["deal"] for each in deals(*question).json["data"]["affected"]] == ["Southwest"]
    assert deals(*question, "--known-at", before).json["answered"] is False


def test_a_note_that_was_added_is_cited_by_its_path_below_the_knowledge_and_parsed_once(
    deals: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deals("policy", "add", a_note(tmp_path, id="own", document_number='"2026-00001"', status="proposed"))
    question = ("ask", "does 2026-00001 hit Southwest?", "--json")
    cited = [source.get("document") for source in deals(*question).json["sources"]]
    monkeypatch.setattr(notes, "document", None)

    assert cited[0] == "policies/own.md"
    assert [source.get("document") for source in deals(*question).json["sources"]] == cited


def test_a_note_that_was_kept_and_cannot_be_read_any_more_is_left_out(
    deals: Program, caplog: pytest.LogCaptureFixture
) -> None:
    old = "---\nid: {}\nagency: CMS\ndoc_type: of old\n---\n# Old\n"
    with open_database(f"sqlite:///{deals.data}/dealbot.sqlite3") as ledger, writing(ledger, LOCAL_OPERATOR) as books:
        books.policies.add("own-of-old", old.format("own-of-old"), datetime(2026, 1, 1, tzinfo=UTC))
        books.policies.add("cms-2023-14768", old.format("cms-2023-14768"), datetime(2026, 1, 1, tzinfo=UTC))

    assert "own-of-old" not in listed(deals)
    assert listed(deals)["cms-2023-14768"]["version"] is None
    assert "1 would have been affected" in deals("ask", "which deals are affected by 2023-14768?").out
    (told,) = [record.getMessage() for record in caplog.records if "own-of-old" in record.getMessage()]
    assert told.startswith("The policy note own-of-old that was added is left out: its ")


def test_a_rule_that_is_published_later_is_listed_so_and_answered_so(deals: Program, tmp_path: Path) -> None:
    own = {"id": "own", "document_number": '"2099-00001"', "doc_type": "final", "status": "in_force"}
    added = deals("policy", "add", a_note(tmp_path, **own, published="2099-01-05")).out
    not_yet = "(2099-00001): published on 2099-01-05: not yet"

    assert "published on 2099-01-05: not yet" in added
    assert "in force" not in added
    assert str(listed(deals)["own"]["standing"]).startswith("published on 2099-01-05: not yet; effective date unknown")
    assert not_yet in deals("policy", "affected", "2099-00001").sentence
    told = deals("ask", "which deals are affected by 2099-00001?").out
    assert not_yet in told
    assert "in force" not in told


def test_a_year_in_the_name_of_a_rule_is_no_day_that_is_asked_about(deals: Program) -> None:
    assert "1 affected" in deals("ask", "which deals are affected by 2025-20907?").out
    assert "(2023-24293)" in deals("ask", "which deals are affected by the CY 2024 OPPS final rule?").out


@pytest.mark.parametrize(
    "asked", ["does the draft outpatient rule hit Southwest?", "is Southwest hit by draft OPPS rule"]
)
def test_a_draft_rule_is_a_proposed_one_and_no_letter(deals: Program, asked: str) -> None:
    told = deals("ask", asked).out

    assert "Southwest: " in told
    assert "proposed rule (2025-13360)" in told
    assert "Draft for" not in told


def test_an_analyst_gives_a_deal_by_name_for_a_question_of_policies_alone(deals: Program) -> None:
    deals("user", "role", "Ida Brandt", "analyst")
    deals("user", "role", "Tom Reyes", "ae")
    question = ("ask", "does 2023-14768 hit them?", "--deal", "Southwest")

    assert "Southwest: would have been affected" in deals(*question, "--by", "ida").out
    assert "There is no deal called" in deals(*question, "--by", "tom").sentence
    assert "There is no deal called" in deals("ask", "where do we stand?", *question[2:], "--by", "ida").sentence


@pytest.mark.parametrize("by", [(), ("--by", "ida")])
def test_a_deal_that_was_lost_counts_on_the_days_before(deals: Program, by: tuple[str, ...]) -> None:
    deals("user", "role", "Ida Brandt", "analyst")
    deals("deal", "close", "Southwest", "--as", "lost", "--cause", "budget", "--on", "2026-11-21")
    told = [
        deals("ask", "which deals are affected by 2025-20907?", "--json", "--as-of", day, *by).json["data"]["affected"]
        for day in ("2026-11-20", "2026-11-21")
    ]

    assert [[each["deal"] for each in affected] for affected in told] == [["Southwest"], []]


def test_a_deal_that_was_added_later_was_not_known_before(deals: Program, tmp_path: Path) -> None:
    before = deals("policy", "add", a_note(tmp_path, id="own", status="proposed"), "--json").json["added_at"]
    deals("deal", "add", "Newport")
    told = deals("ask", "which deals are affected by 2025-20907?", "--json", "--known-at", before).json["data"]

    assert [each["deal"] for each in told["possibly"]] == ["Bayview"]


def test_what_is_for_the_buyer_holds_no_source_and_above_it_stands_what_to_review(
    deals: Program, tmp_path: Path
) -> None:
    told = ("--on", "2026-07-03", "--source", "Dana, off the record at dinner", "--by", "priya")
    deals("user", "role", "Priya Nair", "ae")
    deals("deal", "add", "Northgate", "--by", "priya")
    deals("exposure", "set", "Northgate", *SOUTHWEST, "ffs_share=90", *told)
    deals("policy", "add", a_note(tmp_path, id="own", document_number='"2026-00001"', to_review="A court stays it."))
    page = deals("policy", "brief", "own", "--deal", "Northgate", "--by", "priya")
    letter = deals("ask", "draft the CFO message about 2026-00001 for Northgate", "--json", "--by", "priya").json
    sent = deals("policy", "brief", "own", "--deal", "Northgate", "--json", "--by", "priya").json["text"]

    assert page.out.startswith("First review the note: A court stays it.\n\n# ")
    assert "First review the note: A court stays it.\n\nSubject: " in letter["text"]
    for text in (sent, letter["data"]["letter"].removesuffix("Priya Nair")):
        assert "outpatient 55% (3 Jul)" in text
        assert "Fee-for-service (90%, 3 Jul)" in text
        assert not any(word in text for word in ("Dana", "dinner", "Priya", "court"))
