"""How likely a deal is and when: a seeded simulation of its path, pure functions over arrays."""
