"""What is kept, and who may see it: tables, queries, migrations."""
