"""Characters of the symbol fonts (Symbol, Wingdings) as Unicode, as far as official documents use them."""

from __future__ import annotations

SYMBOL = {
    0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xAC: "←", 0xDE: "⇒",
    0xA8: "♦", 0x2D: "−", 0xD7: "⋅", 0x6D: "μ", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x44: "Δ", 0x70: "π", 0x57: "Ω", 0x53: "Σ",
    0xE5: "∑", 0xA5: "∞", 0xD6: "√", 0x66: "φ", 0x46: "Φ", 0x6C: "λ", 0x65: "ε", 0x68: "η", 0x72: "ρ", 0x73: "σ", 0x77: "ω",
}  # fmt: skip
WINGDINGS = {
    0x9F: "•", 0xA7: "▪", 0x6E: "■", 0x6C: "●", 0x71: "❑", 0x72: "❒", 0x6F: "□", 0xA8: "□", 0x76: "❖", 0xD8: "➢", 0xFC: "✓", 0xFB: "✗",
    0xFE: "☑", 0xFD: "☒", 0xE0: "→", 0xE8: "➔", 0x46: "☞", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
BULLET = "•"


def symbol(char: str, font: str) -> str:
    """``char`` of ``font`` as Unicode; what is not known of a symbol font becomes a bullet, other fonts keep their characters."""
    name = font.lower()
    code = ord(char) - 0xF000 if 0xF000 <= ord(char) <= 0xF0FF else ord(char)
    if name.startswith("wingdings") or name == "webdings":
        return WINGDINGS.get(code, BULLET)
    if name == "symbol" or 0xF000 <= ord(char) <= 0xF0FF:
        plain = chr(code) if 0x20 <= code < 0x7F and not chr(code).isalpha() else BULLET
        return SYMBOL.get(code, plain)
    return char
