"""The trained network of the built-in reader: what it looks at, its weights, and what it makes of a note.

One encoder reads the whole note; small heads on its states find names and titles, judge every clause, and tie clauses
to people. Rules are among what it looks at, so it learns where they hold; `python -m tools.train_reader` trains it.
"""
