"""Holidays people date their promises by, each as a function of the year."""
