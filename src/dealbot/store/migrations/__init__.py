"""The versions of the schema, oldest first."""

REVISIONS = ("0001", "0002", "0003")
HEAD = REVISIONS[-1]
