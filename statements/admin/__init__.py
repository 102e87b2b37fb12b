"""The editors' desk inside Django's admin."""
