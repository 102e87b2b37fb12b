"""Lists taken along: every row of a search or a list as CSV, XLSX, JSON Lines or an Atom feed."""

from statements.exports.answers import FORMATS, answer, asked_format

__all__ = ["FORMATS", "answer", "asked_format"]
