"""Policy notes: kept, found by what people call them, held against deals, and put in letters."""
