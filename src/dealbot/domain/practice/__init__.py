"""Practice: cards made of guides and policy notes, what a good answer does, and how an answer is marked."""
