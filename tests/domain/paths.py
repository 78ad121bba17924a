"""What notes and people tell of the path of a deal, for stories of any kind."""

from hypothesis import strategies as st

from dealbot.domain.contract import TrackKind
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Span
from dealbot.domain.phase import DealPhase

_TOLD = (
    "P&T passed it on 12 March",
    "P&T sent it back with questions",
    "P&T Tue 8 Dec, papers due 24 Nov, nobody owns them",
    "the board meets second Tuesday",
    "the committee approved it, MEC is not required",
    "the BAA came back countersigned",
    "their counsel wants no cap on liability",
    "they decided to expand to three hospitals",
    "the FY27 budget locks 31 March",
)
_STATES = ("passed", "submitted 2026-03-12", "open", "returned 2026-02-02", "not_needed")
_TRACKS = ("agreed 2026-04-01", "under_way", "not_started")
_committees = st.sampled_from(("P&T", "Board", "Medical Executive Committee"))
_phases = st.sampled_from(tuple(map(str, DealPhase)))
_tracks = st.sampled_from(tuple(map(str, TrackKind)))
_criteria = st.sampled_from(("the CFO backs the business case", "codes down by a tenth"))

path_spans = st.sampled_from(_TOLD).map(lambda words: Span(words, 0, len(words)))
PATH_VALUES: dict[CorrectedField, st.SearchStrategy[str]] = {
    CorrectedField.EXIT: _criteria,
    CorrectedField.MET: _criteria,
    CorrectedField.GATES: st.sampled_from(("none", "P&T, Board")),
    CorrectedField.GATE: st.sampled_from(_STATES),
    CorrectedField.MEETS: st.sampled_from(("2026-12-08, 2027-01-12", "second Tuesday")),
    CorrectedField.PAPERS: st.just("2026-11-24"),
    CorrectedField.PAPERS_BY: st.sampled_from(("Priya", "Sam")),
    CorrectedField.TRACK: st.sampled_from(_TRACKS),
    CorrectedField.COUNTERPART: st.just("Tori Blanchard"),
    CorrectedField.CLAUSE: st.sampled_from(("none", "uncapped breach liability")),
    CorrectedField.BUDGET_LOCK: st.sampled_from(("2026-03-31", "2026-04-30 FY27")),
}
PATH_SUBJECTS: dict[CorrectedField, st.SearchStrategy[str | None]] = {
    CorrectedField.EXIT: _phases,
    CorrectedField.MET: _phases,
    CorrectedField.GATES: st.none(),
    CorrectedField.GATE: _committees,
    CorrectedField.MEETS: _committees,
    CorrectedField.PAPERS: _committees,
    CorrectedField.PAPERS_BY: _committees,
    CorrectedField.TRACK: _tracks,
    CorrectedField.COUNTERPART: _tracks,
    CorrectedField.CLAUSE: _tracks,
    CorrectedField.BUDGET_LOCK: st.none(),
}
