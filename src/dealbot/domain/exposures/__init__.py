"""How the exposure of an account is worked out from what notes tell and what people set by hand."""
