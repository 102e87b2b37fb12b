"""How days and numbers are written; Django looks here before in its own formats (FORMAT_MODULE_PATH)."""
