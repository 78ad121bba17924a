"""One small module per family of questions: the state of a deal to an answer with its words."""
