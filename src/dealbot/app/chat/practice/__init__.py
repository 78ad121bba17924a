"""Practice in a conversation: begun in plain words, answered in the direct message, left and taken up again."""
