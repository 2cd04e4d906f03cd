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
    """The page's head and, on a light ground, links in ``colour``; the dark ground takes a deeper shade of it under white letters.

    Shades are reckoned here: browsers of 2020 cannot mix colours.
    """
    return f""":root {{
  --md-primary-fg-color: {colour};
  --md-primary-fg-color--light: {_mixed(colour, 88, 255)};
  --md-primary-fg-color--dark: {_mixed(colour, 80, 0)};
}}

[data-md-color-scheme="default"] {{
  --md-typeset-a-color: {colour};
  --md-accent-fg-color: {colour};
  --md-accent-fg-color--transparent: {colour}14;
  --cn-link: {colour};
}}

[data-md-color-scheme="slate"] {{
  --md-primary-fg-color: {_mixed(colour, 60, 0)};
  --md-primary-fg-color--light: {_mixed(colour, 72, 0)};
  --md-primary-fg-color--dark: {_mixed(colour, 42, 0)};
}}
"""


def _mixed(colour: str, share: int, other: int) -> str:
    """``share`` per cent of a colour, the rest black (0) or white (255).

    >>> _mixed("#0b5cad", 80, 0)
    '#094a8a'
    """
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * share / 100 + other * (100 - share) / 100):02x}" for part in parts)
