"""Several deals at once: how each stands by its committee and its champion, what moved, why deals stall."""
