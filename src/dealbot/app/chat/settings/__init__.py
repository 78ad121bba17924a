"""What a message sets about a deal: its money, how it ends or rests, whose it is."""
