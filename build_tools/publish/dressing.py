"""What makes a site look like its unit's: a colour, a logo."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.settings import Content, Settings

COLOURS = "assets/mau.css"
"""Address of the style sheet with the unit's colour; it comes after the theme's own."""


def dressing(content: Content) -> Iterator[tuple[str, bytes]]:
    """The files that the settings ask for: path from the root of the pages, bytes."""
    if content.settings.colour:
        yield COLOURS, _style(content.settings.colour).encode()
    if content.logo is not None:
        yield logo_address(content.settings), content.logo.read_bytes()


def logo_address(settings: Settings) -> str:
    """Where the logo stands among the pages."""
    return f"assets/bieu-trung.{settings.logo.rpartition('.')[2].lower()}"


def _style(colour: str) -> str:
    """The page's head and, on a light ground, links in ``colour``; the dark ground takes a deeper shade of it under white letters."""
    return f""":root {{
  --md-primary-fg-color: {colour};
  --md-primary-fg-color--light: color-mix(in srgb, {colour} 88%, white);
  --md-primary-fg-color--dark: color-mix(in srgb, {colour} 80%, black);
}}

[data-md-color-scheme="default"] {{
  --md-typeset-a-color: {colour};
  --md-accent-fg-color: {colour};
  --md-accent-fg-color--transparent: color-mix(in srgb, {colour} 8%, transparent);
  --cn-link: {colour};
}}

[data-md-color-scheme="slate"] {{
  --md-primary-fg-color: color-mix(in srgb, {colour} 60%, black);
  --md-primary-fg-color--light: color-mix(in srgb, {colour} 72%, black);
  --md-primary-fg-color--dark: color-mix(in srgb, {colour} 42%, black);
}}
"""
