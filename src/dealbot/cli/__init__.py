"""The command line: every command's words in, answers out; standard output carries only the answer."""
