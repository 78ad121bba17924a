"""From files to documents: guides, policy notes and plain texts of any layout, and passages to search them by."""
