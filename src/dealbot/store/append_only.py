"""Triggers by which the database itself refuses to change or delete what was appended."""

APPEND_ONLY = (
    "note_versions",
    "placements",
    "readings",
    "observations",
    "withdrawals",
    "lesson_verdicts",
    "snapshots",
    "policy_versions",
    "document_versions",
    "document_verdicts",
    "practice_reviews",
    "practice_claims",
    "checks",
    "check_people",
    "check_days",
    "check_ends",
    "cohort_ends",
    "checks_handed_in",
    "cohort_verdicts",
    "scorecards",
    "card_edits",
    "card_aliases",
    "practice_reminders",
    "unmet_questions",
    "lead_criteria",
)

_SQLITE = """
CREATE TRIGGER {table}_refuses_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is only ever appended to'); END
"""
_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is only ever appended to', TG_TABLE_NAME; END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""


def guards(dialect: str, tables: tuple[str, ...]) -> tuple[str, ...]:
    """Give the statements that make tables append-only on a database of that dialect."""
    if dialect == "postgresql":
        return (_FUNCTION, *(_POSTGRESQL.format(table=table) for table in tables))
    return tuple(_SQLITE.format(table=table, verb=verb) for table in tables for verb in ("update", "delete"))
