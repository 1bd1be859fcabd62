"""The Content-Security-Policy of a page: its own scripts by their hashes, all else from this site."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

INLINE = re.compile(r"<script(?P<head>(?![^>]*\bsrc=)[^>]*)>(?P<code>.*?)</script>", re.S)
DATA = re.compile(r"\btype=[\"']?(?!module|text/javascript|application/javascript)[\w/+-]+")
CHARSET = re.compile(r"<meta charset=[^>]*>")
SITE = (
    "default-src 'self'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
FRAMED = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def guarded(page: str, *, framed: bool = False) -> str:
    """The page with its policy right behind the encoding: nothing that came in by the data would run."""
    scripts = [found["code"] for found in INLINE.finditer(page) if not DATA.search(found["head"])]
    hashes = "".join(f" 'sha256-{digest(code)}'" for code in dict.fromkeys(scripts))
    policy = (FRAMED if framed else SITE).format(hashes=hashes)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return CHARSET.sub(lambda found: found[0] + meta, page, count=1)


def digest(code: str) -> str:
    """The hash by which a browser knows an inline script."""
    return b64encode(sha256(code.encode()).digest()).decode()
