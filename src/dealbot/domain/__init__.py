"""What dealbot knows about deals: frozen values and pure functions, standard library only."""
