"""The ledger kept in a database: the only place that speaks SQL."""
