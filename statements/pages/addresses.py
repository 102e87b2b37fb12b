"""Addresses that articles bring with them."""

from urllib.parse import urlsplit


def web_address(url: str) -> str:
    """The address where a browser may be sent to it; empty for any other scheme."""
    try:
        return url if urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""
