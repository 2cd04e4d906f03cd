"""A site too heavy for its host is parted: every address stays, every link leads somewhere, whichever of the sites a reader is on."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.commands import build_shares
from build_tools.publish.links import ELSEWHERE, seen_in
from build_tools.publish.shares import chosen
from tests.commands.cli import run
from tests.commands.test_incremental import Office
from tests.content import few_works
from tests.site.built import snapshot

LED = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')
ORDER = {"van-ban/a": "2030", "van-ban/b": "2031", "van-ban/c": "2032"}


@pytest.fixture
def office(root: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    found = Office.new(root, tmp_path, works=False)
    found.add(random.Random(1))  # of another year
    with few_works(tmp_path_factory.mktemp("so") / "national"):
        yield found


def test_as_few_go_elsewhere_as_leave_the_rest_light_enough() -> None:
    sizes = {"index.html": 10, "van-ban/index.html": 5, "van-ban/a/index.html": 40, "van-ban/b/index.html": 50, "van-ban/c/goc.pdf": 60}
    assert chosen(sizes, ORDER, 165) == frozenset()
    assert chosen(sizes, ORDER, 164) == {"2030"}
    assert chosen(sizes, ORDER, 100) == {"2030", "2031"}
    assert chosen(sizes, ORDER, 1) == {"2030", "2031", "2032"}


def place(page: Path, address: str) -> Path:
    found = (page.parent / re.split("[?#]", address)[0]).resolve() if re.split("[?#]", address)[0] else page
    return found / "index.html" if found.is_dir() else found


def dead(sites: list[Path]) -> Iterator[tuple[Path, str]]:
    """Links that lead nowhere, or to no such place, by way of the pages that lead on."""
    for page in (path for site in sites for path in site.rglob("*.html") if path.name != "404.html"):
        data = page.read_bytes()
        led = LED.search(data.decode())
        for address in (*seen_in(data).linked, *([led[1]] if led else [])):
            target, anchor = place(page, address), address.partition("#")[2]
            if not target.is_file():
                yield page, address
            elif anchor and target.suffix == ".html":
                on = LED.search(target.read_text("utf-8"))
                target = place(target, on[1]) if on else target
                if anchor not in seen_in(target.read_bytes()).places:
                    yield page, address


@pytest.mark.slow
@pytest.mark.parametrize("by", ["year", "issuer"])
def test_every_link_between_the_sites_leads_somewhere(office: Office, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    office.build("clean", "--no-cache")
    monkeypatch.setattr(build_shares, "LIMIT", 1)
    done = office.build("site", "--cache", ".cache", "--split", by)
    sites = sorted(path for path in office.folder.glob("site*") if not path.name.endswith(".whole"))
    assert len(sites) >= 3, "the first and two shares"
    assert all(f"{path}/" in done.stderr for path in sites[1:])
    assert list(dead(sites)) == []
    whole = snapshot(office.folder / "clean")
    assert whole == snapshot(office.folder / "site.whole")
    first = snapshot(office.folder / "site")
    assert {path for path in whole if path.endswith(".html")} <= first.keys(), "every address stays"
    moved = {path: site for site in sites[1:] for path in snapshot(site) if path.startswith("van-ban/") and path.endswith(".html")}
    for path, site in moved.items():
        page = (site / path).read_text("utf-8")
        assert 'src="../../../site/assets/chi-nam.js"' in page, "the search is the first site's"
        assert LED.search(first[path].decode()), "what went elsewhere is led to"
        assert not LED.search(page)
    assert {path: data for path, data in first.items() if path in whole and path not in moved} == {
        path: data for path, data in whole.items() if path in first and path not in moved
    }
    assert not any(path.startswith("assets/") for site in sites[1:] for path in snapshot(site))


@pytest.mark.slow
def test_sites_of_other_addresses_and_shares_that_are_no_more(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_shares, "LIMIT", 1)
    office.build("site", "--cache", ".cache", "--split", "year", "--split-url", "https://song-mo.example/{site}/")
    shares = [path for path in office.folder.glob("site-*") if path.is_dir()]
    page = next(path for path in sorted(shares[0].rglob("*.html")) if path.parent != shares[0])
    own = page.relative_to(shares[0]).parent.as_posix()
    text = page.read_text("utf-8")
    assert 'src="https://song-mo.example/site/assets/chi-nam.js"' in text
    assert f'rel="canonical" href="https://song-mo.example/{shares[0].name}/{own}/' in text
    stub = (office.folder / "site" / own / "index.html").read_text("utf-8")
    assert f"https://song-mo.example/{shares[0].name}/{own}/index.html" in stub
    assert not [address for address in seen_in(stub.encode()).linked if not ELSEWHERE.match(address)]
    other = office.folder / "site-khac"
    other.mkdir()
    monkeypatch.setattr(build_shares, "LIMIT", 10**9)
    office.build("site", "--cache", ".cache", "--split", "year")
    assert [path for path in office.folder.glob("site-*") if path.is_dir()] == [other], "only what a build made is removed"
    office.build("clean", "--no-cache")
    assert snapshot(office.folder / "site") == snapshot(office.folder / "clean")


def test_an_address_without_the_place_of_a_name_is_told(office: Office) -> None:
    done = run(office.folder, "build", "--split", "year", "--split-url", "https://song-mo.example/")
    assert done.returncode == 1
    assert "[split-url]" in done.stderr
