"""Marking answers in words: built in, or by a chat model whose claims the answer's own words must back."""
