"""Invented places, people and fields of work."""

from __future__ import annotations

PROVINCES = ("Sông Mơ", "An Vĩ", "Bình Khê", "Thạch Lâm", "Vân Trạch")
CITIES = ("Mường Lát Xanh", "Hải Thạch", "Tân Sơn Hạ")
DISTRICTS = ("Đá Bạc", "Cầu Mây", "Phú Lộc Thượng", "Ea Lâm")
COMMUNES = ("Nà Lúa", "Bến Gỗ", "Tân Lập Trung", "Ia Sol")
PEOPLE = ("Lò Văn Mẫu", "Trần Thị Hoa Mai", "Đỗ Văn Ổi", "Nguyễn Hữu Thạch", "Y Khoa Niê", "Phạm Ngọc Ánh Dương", "Hồ Thị Út")
MINISTRIES = ("Bến bãi", "Kênh rạch và Môi trường", "Thủ công, Chợ và Làng nghề")
DEPARTMENTS = ("Nông nghiệp và Môi trường", "Nội vụ", "Văn hóa, Thể thao và Du lịch", "Y tế")


def initials(field: str) -> str:
    """The letters that a body's symbol takes from its field ("Kênh rạch và Môi trường" → "KRMT")."""
    return "".join(word[0] for word in field.replace(",", "").split() if word != "và").upper()
