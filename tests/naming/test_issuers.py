from __future__ import annotations

import pytest

from build_tools.model.header import Header
from build_tools.model.register import Issuer, Register
from build_tools.naming import document_issuer, extend, find_issuer, resolve_issuer


def issuer(register: Register, identifier: str) -> Issuer:
    return next(item for item in register.issuers if item.id == identifier)


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Bộ Chính trị khóa XII", "bo-chinh-tri"),
        ("BỘ CHÍNH TRỊ", "bo-chinh-tri"),
        ("Bộ Chính trị, Ban Bí thư", "bo-chinh-tri"),
        ("Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng", "ban-chap-hanh-trung-uong"),
        ("Hội nghị Trung ương 4 (khóa XII)", "ban-chap-hanh-trung-uong"),
        ("BCH Trung ương", "ban-chap-hanh-trung-uong"),
        ("Ban Bí thư Trung ương Đảng", "ban-bi-thu"),
        ("Bộ trưởng Bộ Công Thương", "bo-cong-thuong"),
        ("Bộ trưởng Bộ Công Thương, Bộ trưởng Bộ Nội vụ", "bo-cong-thuong"),
        ("BỘ Y TẾ - BỘ CÔNG THƯƠNG - TÒA ÁN NHÂN DÂN TỐI CAO", "bo-y-te"),
        ("Bộ Lao động - Thương binh và Xã hội - Bộ Tài chính", "bo-lao-dong-thuong-binh-va-xa-hoi"),
        ("Bộ Văn hoá, Thể thao và Du lịch", "bo-van-hoa-the-thao-va-du-lich"),
        ("BỘ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI", "bo-lao-dong-thuong-binh-va-xa-hoi"),
        ("THÀNH UỶ CẦN THƠ", "thanh-uy-can-tho"),
        ("Ban Chấp hành Đảng bộ tỉnh Đồng Tháp khoá XI", "tinh-uy-dong-thap"),
        ("ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI", "uy-ban-nhan-dan-tinh-dong-nai"),
        ("Chủ tịch UBND TP. Hồ Chí Minh", "uy-ban-nhan-dan-thanh-pho-ho-chi-minh"),
        ("Giám đốc Sở Y tế tỉnh Lào Cai", "so-y-te-tinh-lao-cai"),
    ],
)
def test_names_of_known_bodies_and_places(shipped: Register, name: str, identifier: str) -> None:
    found = resolve_issuer(name, shipped)
    assert found is not None
    assert found.id == identifier


@pytest.mark.parametrize(
    ("name", "shown", "parent"),
    [
        ("Đảng đoàn Hội Làm vườn", "Đảng đoàn Hội Làm vườn", None),
        ("Ban Cán sự đảng Bộ Y tế", "Ban Cán sự đảng Bộ Y tế", None),
        ("Thường trực Ủy ban Bến bãi và Kênh rạch", "Thường trực Ủy ban Bến bãi và Kênh rạch", "Ủy ban Bến bãi và Kênh rạch"),
        ("Thường trực Huyện ủy Đá Bạc", "Thường trực Huyện ủy Đá Bạc", "Huyện ủy Đá Bạc"),
    ],
)
def test_groups_inside_a_body_are_bodies_of_their_own(shipped: Register, name: str, shown: str, parent: str | None) -> None:
    found = find_issuer(name, shipped)
    assert found is not None
    assert found.issuer.name == shown
    assert [item.name for item in found.above if item.id == found.issuer.parent] == ([parent] if parent else [])


@pytest.mark.parametrize(("name", "known"), [("CP", "Chính phủ"), ("QH", "Quốc hội"), ("cp", None), ("TU", None), ("UBND", None)])
def test_a_code_that_is_one_bodys_alone_is_a_name(shipped: Register, name: str, known: str | None) -> None:
    found = resolve_issuer(name, shipped)
    assert (found.name if found else None) == known


@pytest.mark.parametrize(
    ("name", "own", "identifier"),
    [
        ("Tỉnh uỷ", "ban-thuong-vu-thanh-uy-sa-dec", "tinh-uy-dong-thap"),
        ("Thành uỷ", "ban-thuong-vu-thanh-uy-sa-dec", "thanh-uy-sa-dec"),
        ("Thành ủy", "ban-thuong-vu-thanh-uy-can-tho", "thanh-uy-can-tho"),
        ("Ban Chấp hành Đảng bộ Tỉnh khoá XI", "ban-thuong-vu-thanh-uy-sa-dec", "tinh-uy-dong-thap"),
        ("Ban Chấp hành Đảng bộ Thành phố", "ban-thuong-vu-thanh-uy-sa-dec", "thanh-uy-sa-dec"),
        ("Ban Tuyên giáo Tỉnh uỷ", "ban-thuong-vu-thanh-uy-sa-dec", "ban-tuyen-giao-tinh-uy-dong-thap"),
        ("Ban Tuyên giáo Thành ủy", "thanh-uy-can-tho", "ban-tuyen-giao-thanh-uy-can-tho"),
        ("UBND Thành phố", "thanh-uy-can-tho", "uy-ban-nhan-dan-thanh-pho-can-tho"),
        ("Sở Y tế", "ban-thuong-vu-thanh-uy-sa-dec", "so-y-te-tinh-dong-thap"),
    ],
)
def test_relative_names_follow_the_citing_document(shipped: Register, name: str, own: str, identifier: str) -> None:
    found = resolve_issuer(name, shipped, issuer(shipped, own))
    assert found is not None
    assert found.id == identifier


@pytest.mark.parametrize(
    "name",
    ["Tỉnh ủy", "Thành uỷ", "UBND tỉnh", "Sở Y tế", "Ban Tuyên giáo Tỉnh ủy", "ông Nguyễn Văn A", "", "x" * 1000, "Tỉnh ủy " + "a " * 50],
)
def test_what_cannot_be_told_is_not_guessed(shipped: Register, name: str) -> None:
    assert find_issuer(name, shipped) is None


def test_tinh_uy_in_a_document_of_a_city_under_the_centre_is_not_guessed(shipped: Register) -> None:
    assert find_issuer("Tỉnh ủy", shipped, issuer(shipped, "thanh-uy-can-tho")) is None


def test_every_example_of_a_body_pattern(shipped: Register) -> None:
    for body in shipped.bodies:
        assert body.examples, body.id
        for written, meant in body.examples:
            found = resolve_issuer(written, shipped)
            assert found is not None, written
            assert found.name == meant


def test_made_ids_are_stable_and_tell_places_apart(shipped: Register) -> None:
    names = [
        "UBND xã Tân Hòa",
        "UBND xã Tân Hoà",
        "UBND xã Tân Hóa",
        "UBND huyện Tân Hòa",
        "UBND xã Tân Hòa, huyện Đá Bạc",
        "UBND XÃ TÂN HÒA",
    ]
    ids = [resolve_issuer(name, shipped).id for name in names]  # type: ignore[union-attr]
    assert ids[0] == ids[1] == ids[5]
    assert len({ids[0], ids[2], ids[3], ids[4]}) == 4
    assert ids[0].startswith("uy-ban-nhan-dan-xa-tan-hoa-")


def test_made_bodies_bring_what_stands_above_them(shipped: Register) -> None:
    found = find_issuer("Ban Tuyên giáo Huyện ủy Đá Bạc", shipped)
    assert found is not None
    assert (found.issuer.codes, [body.name for body in found.above], [place.name for place in found.places]) == (
        ("BTGHU",),
        ["Huyện ủy Đá Bạc"],
        ["Đá Bạc"],
    )
    wider = extend(shipped, (found,))
    inside = resolve_issuer("Huyện uỷ", wider, found.issuer)
    assert inside is not None
    assert inside.name == "Huyện ủy Đá Bạc"
    assert extend(wider, (found,)) is wider


def test_three_tu_are_three_issuers(shipped: Register) -> None:
    three = [resolve_issuer(name, shipped) for name in ("Tỉnh ủy Đồng Tháp", "Thành ủy Sa Đéc", "Thành ủy Cần Thơ")]
    assert len({body.id for body in three if body}) == 3
    assert all(body and body.codes == ("TU",) for body in three)


@pytest.mark.parametrize(
    ("header", "text", "identifier", "rule"),
    [
        (Header.of(issuer="Thành ủy Cần Thơ"), "", "thanh-uy-can-tho", ""),
        (
            Header.of(issuer="Ban Thường vụ Thành uỷ"),
            "ở thành phố Sa Đéc và tỉnh Đồng Tháp",
            "ban-thuong-vu-thanh-uy-sa-dec",
            "suy từ nội dung",
        ),
        (Header.of(issuer="Thành uỷ", place="Cần Thơ"), "", "thanh-uy-can-tho", "suy từ nơi ban hành"),
        (Header.of(issuer="SỞ Y TẾ", parent="ỦY BAN NHÂN DÂN TỈNH LÀO CAI"), "", "so-y-te-tinh-lao-cai", ""),
        (Header.of(issuer="Quốc hội", number="18-L/CTN"), "", "quoc-hoi", ""),
        (Header.of(issuer="Quốc hội", number="97/2025/UBTVQH15"), "", "uy-ban-thuong-vu-quoc-hoi", "suy từ ký hiệu"),
        (Header.of(number="5/NQ-CP"), "", "chinh-phu", "suy từ ký hiệu CP"),
        (Header.of(issuer="BQ TÀI CHINH", number="5/CT-BTC"), "", "bo-tai-chinh", "suy từ ký hiệu BTC"),
        (Header.of(issuer="Bộ Y tế, Bộ Tài chính"), "", "bo-y-te", "nhiều cơ quan"),
        (Header.of(issuer="Bộ Chính trị, Ban Bí thư"), "", "bo-chinh-tri", "nhiều cơ quan"),
    ],
)
def test_issuer_of_a_document(shipped: Register, header: Header, text: str, identifier: str, rule: str) -> None:
    own = document_issuer(header, text, shipped)
    assert own is not None
    assert own.found.issuer.id == identifier
    assert (rule in own.rule) if rule else own.rule == ""


@pytest.mark.parametrize(
    ("header", "text"),
    [
        (Header(), ""),
        (Header.of(issuer="Thành uỷ"), "thành phố Mường La, thành phố Sa Đéc"),
        (Header.of(issuer="Thành uỷ"), "không nói đến nơi nào"),
        (Header.of(number="5-QĐ/TW"), ""),
        (Header.of(issuer="BAN TỔ CHỨC LỄ KỶ NIỆM", number="5/KH-BTC"), ""),
    ],
)
def test_issuer_that_cannot_be_told(shipped: Register, header: Header, text: str) -> None:
    assert document_issuer(header, text, shipped) is None


@pytest.mark.parametrize(
    ("name", "until", "successors"),
    [
        ("Tỉnh ủy Hải Dương", "2025-06-30", ("thanh-uy-hai-phong",)),
        ("UBND tỉnh Tiền Giang", "2025-06-30", ("uy-ban-nhan-dan-tinh-dong-thap",)),
        ("Huyện ủy Tháp Mười", "2025-06-30", ()),
        ("Tỉnh ủy Đồng Tháp", None, ()),
        ("Bộ Thông tin và Truyền thông", "2025-02-28", ("bo-khoa-hoc-va-cong-nghe",)),
    ],
)
def test_bodies_end_with_their_places(shipped: Register, name: str, until: str | None, successors: tuple[str, ...]) -> None:
    found = find_issuer(name, shipped)
    assert found is not None
    assert (found.issuer.until, found.issuer.successors) == (until, successors)
    assert found.issuer.sources
    known = {body.id for body in extend(shipped, (found,)).issuers}
    assert set(successors) <= known


def test_a_district_is_placed_by_its_name_only_where_one_province_has_it(shipped: Register) -> None:
    one, many = resolve_issuer("Huyện ủy Tháp Mười", shipped), resolve_issuer("Huyện ủy Châu Thành", shipped)
    assert one is not None
    assert one.parent == "tinh-uy-dong-thap"
    assert many is not None
    assert many.parent is None
    stated = resolve_issuer("UBND huyện Châu Thành, tỉnh Đồng Tháp", shipped)
    assert stated is not None
    assert stated.id == "uy-ban-nhan-dan-huyen-chau-thanh-dong-thap"


def test_places_have_ids_of_their_own(shipped: Register) -> None:
    assert len({place.id for place in shipped.places}) == len(shipped.places) > 700
    assert {place.level for place in shipped.places if place.name == "Kỳ Anh"} == {"huyen", "thi-xa"}


@pytest.mark.parametrize(
    ("name", "system", "parent"),
    [
        ("Sở Y tế tỉnh Đồng Tháp", "state", "uy-ban-nhan-dan-tinh-dong-thap"),
        ("Ban Chấp hành Hội Bạn biển tỉnh Đồng Tháp", "front", None),
        ("Ban Dân tộc tỉnh Đồng Tháp", "state", "uy-ban-nhan-dan-tinh-dong-thap"),
        ("Công an tỉnh Đồng Tháp", "state", None),
        ("Tòa án nhân dân tỉnh Đồng Tháp", "state", None),
        ("Liên đoàn Lao động tỉnh Đồng Tháp", "front", None),
        ("Hội Nông dân huyện Tháp Mười", "front", None),
        ("Hội đồng thi đua tỉnh Đồng Tháp", "state", None),
        ("Tỉnh đoàn Đồng Tháp", "front", None),
    ],
)
def test_nothing_is_said_of_what_stands_above_where_it_is_not_known(shipped: Register, name: str, system: str, parent: str | None) -> None:
    found = resolve_issuer(name, shipped)
    assert found is not None
    assert (found.name, found.system, found.parent) == (name, system, parent)


@pytest.mark.parametrize(
    ("issuer", "parent", "above", "places"),
    [
        ("Ban Tổ chức Tỉnh ủy Sông Mơ", "Tỉnh ủy Sông Mơ", ["Ban Chấp hành Trung ương", "Tỉnh ủy Sông Mơ"], ["Sông Mơ"]),
        ("Đảng ủy xã Bến Gỗ", "Huyện ủy Đá Bạc", ["Huyện ủy Đá Bạc"], ["Bến Gỗ", "Đá Bạc"]),
        ("Thường trực Huyện ủy", "Huyện ủy Đá Bạc", ["Huyện ủy Đá Bạc"], ["Đá Bạc"]),
    ],
)
def test_what_stands_above_a_body_is_told_once_from_the_highest_on(
    shipped: Register, issuer: str, parent: str, above: list[str], places: list[str]
) -> None:
    own = document_issuer(Header.of(issuer=issuer, parent=parent), "", shipped)
    assert own is not None
    assert ([body.name for body in own.found.above], sorted(place.name for place in own.found.places)) == (above, places)


def test_who_took_over_is_no_body_above(shipped: Register) -> None:
    found = find_issuer("Ban Tổ chức Tỉnh ủy Hải Dương", shipped)
    assert found is not None
    assert "thanh-uy-hai-phong" in {body.id for body in found.heirs} - {body.id for body in found.above}
