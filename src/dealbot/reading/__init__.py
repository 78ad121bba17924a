"""From a call note to observations: readers, and what happens to a note before one reads it."""
