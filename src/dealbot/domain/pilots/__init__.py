"""How the state of a pilot is worked out from what notes tell and what people set by hand."""
