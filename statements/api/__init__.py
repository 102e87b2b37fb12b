"""The archive for programs: JSON under /api/v1/, at the addresses of the pages."""
