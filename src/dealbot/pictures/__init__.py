"""Draws a deal for a phone: who stands where, how that came about, and when it may end."""
