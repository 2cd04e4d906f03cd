from tests.site import sample
from tests.site.built import rendered


def pages() -> dict[str, str]:
    return {page.path: page.text for page in rendered()}


def test_every_work_has_one_page_and_the_home_page_is_there() -> None:
    made = pages()
    assert "index.md" in made
    assert {f"van-ban/{work.id}/index.md" for work in sample.works()} <= set(made)


def test_source_markup_is_shown_and_never_run() -> None:
    letter = pages()[f"van-ban/{sample.LETTER}/index.md"]
    assert "3\\. Ban Tuyên giáo" in letter
    assert "\\{\\{ x \\}\\} &lt;script&gt;alert('a')&lt;/script&gt; \\*\\*đậm\\*\\*" in letter
    assert "<script" not in letter


def test_citations_lead_to_a_document_only_when_one_candidate_remains() -> None:
    letter = pages()[f"van-ban/{sample.LETTER}/index.md"]
    assert f"[Quy định số 41-QĐ/TW ngày 02/3/2022](../{sample.RULE_NEW}/index.md){{ .vb }}" in letter
    assert "[Quy định số 99-QĐ/TW](../../trung-so/99-qdd_tw/index.md){ .mo-ho }" in letter
    assert "[Kế hoạch số 15-KH/TU](../../can-tim/chua-ro/index.md#ct-" in letter
