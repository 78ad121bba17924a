"""The built-in reader of questions: rules over typed intents and slots."""
