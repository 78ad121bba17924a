"""The versions of the schema, oldest first."""

REVISIONS = ("0001",)
HEAD = REVISIONS[-1]
