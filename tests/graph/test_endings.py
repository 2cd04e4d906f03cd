"""Endings that cannot be, and those that ask for a look."""

from __future__ import annotations

import pytest

from build_tools.graph.endings import doubtful, without_lower_ranks
from build_tools.model.citation import Predicate, Scope
from build_tools.model.register import Issuer, Register, Work
from build_tools.model.site import Edge, Warned
from tests.content import shipped

WORKS = {
    key: Work(key, kind, None, issuer, None, key)
    for key, kind, issuer in (
        ("hien-phap", "hien-phap", "quoc-hoi"),
        ("luat", "luat", "quoc-hoi"),
        ("luat-moi", "luat", "quoc-hoi"),
        ("phap-lenh", "phap-lenh", None),
        ("nghi-quyet", "nghi-quyet", "quoc-hoi"),
        ("nghi-dinh", "nghi-dinh", "chinh-phu"),
        ("nghi-dinh-cu", "nghi-dinh", "chinh-phu"),
        ("thong-tu", "thong-tu", None),
        ("nghi-quyet-tinh", "nghi-quyet", "hoi-dong-nhan-dan-tinh-song-mo"),
        ("nghi-quyet-xa", "nghi-quyet", "hoi-dong-nhan-dan-xa-na-lua"),
        ("nghi-quyet-huyen", "nghi-quyet", "hdnd-da-bac"),
        ("huong-dan-huyen", "huong-dan", "ban-hdnd-da-bac"),
        ("quyet-dinh-tinh", "quyet-dinh", "uy-ban-nhan-dan-tinh-song-mo"),
        ("quyet-dinh", "quyet-dinh", None),
    )
}


def edge(source: str, target: str, predicate: str = "repeals", scope: str = "whole") -> Edge:
    return Edge(source, Predicate(predicate), target, source, "p-1", "Bãi bỏ …", scope=Scope(scope) if predicate != "amends" else None)


@pytest.mark.parametrize(
    ("source", "target", "stands"),
    [
        ("luat-moi", "luat", True),
        ("nghi-quyet", "luat", True),
        ("nghi-dinh", "luat", False),
        ("thong-tu", "luat", False),
        ("nghi-dinh", "phap-lenh", False),
        ("luat", "hien-phap", False),
        ("luat", "phap-lenh", True),
        ("thong-tu", "nghi-dinh", True),
        ("nghi-dinh", "nghi-dinh-cu", True),
        # what a people's council decided ends a council, or a body of the whole country; of an unknown body nothing is said
        ("quyet-dinh-tinh", "nghi-quyet-tinh", False),
        ("quyet-dinh-tinh", "nghi-quyet-xa", False),
        # one that the register has under an id of its own is known by its name, and what stands under it is no council
        ("quyet-dinh-tinh", "nghi-quyet-huyen", False),
        ("nghi-quyet-huyen", "nghi-quyet-xa", True),
        ("quyet-dinh-tinh", "huong-dan-huyen", True),
        ("nghi-quyet-tinh", "nghi-quyet-xa", True),
        ("nghi-quyet-xa", "quyet-dinh-tinh", True),
        ("luat", "nghi-quyet-tinh", True),
        ("quyet-dinh", "nghi-quyet-tinh", True),
    ],
)
def test_a_lower_rank_ends_no_law(source: str, target: str, stands: bool) -> None:
    nation = Register(
        issuers=(
            Issuer("quoc-hoi", "Quốc hội", "state"),
            Issuer("hdnd-da-bac", "HĐND huyện Đá Bạc", "state", place="da-bac"),
            Issuer("ban-hdnd-da-bac", "Ban Pháp chế HĐND huyện Đá Bạc", "state", place="da-bac"),
        ),
        bodies=tuple(body for body in shipped().bodies if body.id == "hoi-dong-nhan-dan"),
    )
    (kept,), found = without_lower_ranks([edge(source, target)], WORKS, nation)
    assert (kept.predicate == "repeals") is stands
    assert [item.code for item in found] == ([] if stands else ["graph-rank"])
    assert stands or kept.scope == Scope("told", of=Predicate("repeals"))


def test_an_ending_that_cannot_be_is_told_with_both_and_the_sentence() -> None:
    ((kept,), (told,)) = without_lower_ranks([edge("nghi-dinh", "luat")], WORKS, Register())
    assert all(words in told.message for words in ("nghi-dinh", "luat", "Bãi bỏ …"))
    assert (kept.source, kept.target, kept.sentence) == ("nghi-dinh", "luat", "Bãi bỏ …")
    for source, target in (("nghi-dinh", "khong-co"), ("khong-co", "luat")):
        assert without_lower_ranks([edge(source, target)], WORKS, Register())[1] == ()
    amends = edge("nghi-dinh", "luat", "amends")
    assert without_lower_ranks([amends], WORKS, Register()) == ([amends], ())


def test_a_part_and_the_register_are_left_alone() -> None:
    part = edge("nghi-dinh", "luat", scope="part")
    stated = Edge("nghi-dinh", Predicate("repeals"), "luat")
    assert without_lower_ranks([part, stated], WORKS, Register()) == ([part, stated], ())


def test_to_amend_and_to_end_one_document_asks_for_a_look() -> None:
    both = [edge("nghi-dinh", "nghi-dinh-cu"), edge("nghi-dinh", "nghi-dinh-cu", "amends")]
    assert [item.code for item in doubtful(both, (), ())] == ["graph-both"]
    assert doubtful(both[:1], (), ()) == ()
    assert doubtful([both[1], edge("nghi-dinh", "nghi-dinh-cu", scope="part")], (), ()) == ()


def test_many_warnings_on_one_page_ask_for_a_look() -> None:
    warned = [Warned("a", f"p-{index}", "cu", "moi", Predicate("replaces"), "2030-01-01", "2031-01-01", "…") for index in range(4)]
    assert [item.code for item in doubtful((), (), warned)] == ["graph-warnings"]
    assert doubtful((), (), warned[:3]) == ()
