"""Pin what is read today: ``python -m tests.shapes.refresh``. Every difference that git then shows is judged before it is committed."""

from __future__ import annotations

from tests.shapes.pages import PINNED, pages


def main() -> None:
    """Write all pages."""
    for page in pages():
        path = PINNED / page.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.made(), encoding="utf-8")


if __name__ == "__main__":
    main()
