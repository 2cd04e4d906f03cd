"""What each list of words does: the stages that look for it, from a text to whether the words are seen there."""

from __future__ import annotations

from collections.abc import Callable

from build_tools.citations import around, context, find_citations, issuers, laws, meetings, pinpoints, placed, plans, short
from build_tools.citations import numbered as of_numbers
from build_tools.citations.issuers import issuer_at
from build_tools.coverage.matrix import closes
from build_tools.coverage.reporting import says_asked, says_report
from build_tools.coverage.stance import says_limits, says_plans
from build_tools.coverage.weights import general, words_of
from build_tools.coverage.work_kinds import kinds_in
from build_tools.guards.personal import personal_data, personal_in
from build_tools.lexicon import letterhead
from build_tools.lexicon.keys import exact_key, lower_key, matching_key, phrase_key
from build_tools.lexicon.words import WordList, whole_word
from build_tools.model.document import Cell, Clean, Table
from build_tools.model.span import OffsetMap, Run, Span
from build_tools.model.statement import Figure, Statements, Task
from build_tools.naming.bodies import OFFICES
from build_tools.naming.gazetteer import Gazetteer
from build_tools.normalise import furniture as of_page
from build_tools.normalise import notes, starts
from build_tools.passages import Passages, sentence_spans
from build_tools.passages.last_day import last_day
from build_tools.read import layout
from build_tools.read.page import body, columns, furniture, paragraphs
from build_tools.read.web import weights
from build_tools.reports.sections import kind_of_title, tells_cause
from build_tools.resolve import announced, beside, consolidated, heads, lists, names
from build_tools.statements import read_statements
from build_tools.statements.how_often import often_in
from build_tools.statements.kinds import reporting
from build_tools.statements.task_forms import Fields, kind_of
from build_tools.structure import finish, properties, recase, usual_case
from build_tools.structure.labels import read_label
from build_tools.structure.letterhead import goes_on, reader
from build_tools.structure.own_name import own_name_at
from tests.content import EMPTY
from tests.reading import reading_helpers
from tests.reading.reading_helpers import read as read_document
from tests.statements.statement_helpers import HEADER, read

Stage = Callable[[str], object]
Holds = Callable[[WordList, str], bool]


def cited(text: str) -> object:
    """Whether running text names a body here."""
    key = matching_key(text)
    return issuer_at(key, lower_key(key), 0)


def joint(text: str) -> object:
    """Whether this goes on a name of joint issuers."""
    key = matching_key(f"Bộ Núi rừng, {text}")
    found = issuer_at(key, lower_key(key), 0)
    return found is not None and found.name == key


def office(text: str) -> object:
    return any(exact_key(text).startswith(office) for office in OFFICES)


def opens_note(text: str) -> bool:
    """Whether a numbered line at the foot of a page, no mark or blank line above it, opens a footnote."""
    page = [reading_helpers.line("1. Các bến giữ sổ."), reading_helpers.line(f"1 {text}")]
    notes.mark_notes(page)
    return page[1].opens


def capitals(stage: Stage) -> Stage:
    return lambda text: stage(text.upper())


def folded(stage: Stage) -> Stage:
    return lambda text: stage(columns.fold(text))


def whole_name(text: str) -> bool:
    """Whether the whole text is the name of a body."""
    key = matching_key(text)
    found = issuer_at(key, lower_key(key), 0)
    return found is not None and found.name == key


def named_elsewhere(text: str) -> bool:
    """Whether what follows a citation names no body."""
    key = matching_key(f" {text}")
    return issuers.issuer_after(key, lower_key(key), 0) is None


def cut_name(text: str) -> bool:
    """Whether the name of a body ends before the text does."""
    return not whole_name(text)


def personal(code: str) -> Stage:
    """Whether this kind of personal data is found, and nothing else; "head | cell" are two cells of a column."""

    def found(text: str) -> bool:
        if " | " not in text:
            return [item.code for item in personal_in(text)] == [code]
        head, _, cell = text.partition(" | ")
        return [item.code for item in personal_data(column(head, cell))] == [code]

    return found


def column(*cells: str) -> Clean:
    """A table of one column."""
    text = "\n".join(cells)
    starts = [sum(len(cell) + 1 for cell in cells[:number]) for number in range(len(cells))]
    rows = tuple((Cell(Span(start, start + len(cell))),) for start, cell in zip(starts, cells, strict=True))
    return Clean("a", "txt", text, text, OffsetMap.from_runs((Run(0, len(text), 0, len(text)),)), (Table(Span(0, len(text)), rows),))


SIGNING = folded(columns.SIGNING.match)


def usual(words: int, place: str = "") -> Stage:
    """Whether so many words have a capital in the usual case of a name in capitals, and the place does, if any."""

    def found(text: str) -> bool:
        made = usual_case.by_rule(text.split())
        return place in " ".join(made) and made[words - 1][:1].isupper()

    return found


STAGES: dict[str, tuple[Stage, ...]] = {
    "nation": (
        letterhead.NATION.match,
        starts.STRONG.match,
        layout.IN_RIGHT_COLUMN.match,
        weights._ENDS.match,
        folded(columns.MOTTO.match),
    ),
    "party": (letterhead.NATION.match, starts.STRONG.match, layout.IN_RIGHT_COLUMN.match, weights._ENDS.match),
    "union": (letterhead.UNION.match,),
    "motto": (letterhead.NATION.match, starts.STRONG.match, weights._ENDS.match, folded(columns.MOTTO.match)),
    "number": (letterhead.NUMBER.match,),
    "addressees": (letterhead.ADDRESSEES.match, starts.STRONG.match, folded(columns.NEVER.match), folded(furniture.OWN.search)),
    "recipients": (letterhead.RECIPIENTS.match, starts.STRONG.match, layout.RECIPIENTS.match, weights._ENDS.match, SIGNING),
    "authority": (letterhead.AUTHORITY.match, starts.STRONG.match),
    "authority-letters": (letterhead.AUTHORITY.match, starts.STRONG.match),
    "authority-word": (letterhead.AUTHORITY.match,),
    "acting": (letterhead.AUTHORITY.match, starts.STRONG.match),
    "signed": (letterhead.SIGNED.match, layout.LAYOUT.match),
    "attached": (letterhead.ATTACHED.match,),
    "attached-in-brackets": (letterhead.ATTACHED.match,),
    "urgency": (letterhead.URGENCY.match,),
    "collected": (letterhead.COLLECTED.match,),
    "copied": (letterhead.COPIED.match,),
    "certifying": (letterhead.CERTIFIED.match,),
    "session": (letterhead.SESSION.match,),
    **dict.fromkeys(("told-number", "told-type", "told-date", "told-issuer", "told-office", "told-signer"), (properties._PROPERTY.match,)),
    "told-other": (starts.STRONG.match,),
    "about": (letterhead.ABOUT.match, paragraphs.SUBJECT.match),
    "about-word": (letterhead.ABOUT.match,),
    "basis": (letterhead.BASIS.match, paragraphs.START.match, weights._MARK.match),
    "basis-phrase": (letterhead.BASIS.match,),
    "appendix": (letterhead.APPENDIX.match, folded(columns.NEVER.match)),
    "form": (letterhead.FORM.match,),
    "division": (read_label, paragraphs.START.match, weights._MARK.match),
    "article": (read_label, paragraphs.START.match, weights._MARK.match),
    "rank": (letterhead.NAME.match,),
    "operative": (letterhead.OPERATIVE.search,),
    "body": (cited, capitals(letterhead.BODY.match)),
    "body-in-text": (cited,),
    "body-in-line": (letterhead.BODY.match,),
    "joint-officer": (joint,),
    "office": (letterhead.OFFICE.match, office, SIGNING),
    "office-word": (letterhead.OFFICE.match, office),
    "office-in-signature": (letterhead.OFFICE.match, SIGNING),
    "deputy": (letterhead.OFFICE.match, office, SIGNING),
    "office-or-body": (letterhead.OFFICE.match,),
    "committee": (finish._PARTY.match,),
    "committee-organ": (finish._PARTY_ORGAN.match,),
    "organ": (lambda text: finish._ORGAN.fullmatch(text.capitalize()),),
    "own-office": (finish._OFFICE.fullmatch,),
    "front": (finish._FRONT.match,),
    "cut-name": (reader._CUT_BODY.match,),
    "level": (lambda text: Gazetteer(EMPTY).read(text, None),),
    "comma-name": (whole_name,),
    "task-body": (whole_name,),
    "state-name": (whole_name,),
    "place-word": (usual(1, "Sông Mơ"),),
    "named-ground": (lambda text: own_name_at(text.split(), None) < len(text.split()),),
    "hamlet-word": (usual(1, "Sông Mơ"),),
    "hamlet-body": (usual(1, "Sông Mơ"),),
    "no-commune": (lambda text: not usual(1, "Sông Mơ")(text),),
    "place-committee": (usual(1, "Sông Mơ"),),
    "committee-level": (usual(1, "Sông Mơ"),),
    "party-organ": (usual(3),),
    "field-body": (usual(2),),
    "body-after-dash": (usual(4),),
    "office-end": (usual(3),),
    "not-the-party": (lambda text: not usual(3)(text),),
    "before-the-party": (lambda text: recase._one(words := text.split(), words.index("ĐẢNG")) == "Đảng",),
    "before-roman": (lambda text: recase._kept(text.split(), 1),),
    "no-law-behind": (lambda text: recase._one(text.split(), 1) == "luật",),
    "no-law-name": (lambda text: recase._joined(text.split(), (), ["Luật", *text.lower().split()[1:]]).split()[1].islower(),),
    "no-field-body": (lambda text: not usual(2)(text),),
    "compound-body": (usual(3),),
    "legal-form": (usual(5),),
    "school-kind": (lambda text: usual_case._own_name(text.split(), text.lower().split()) < len(text.split()),),
    "body-again": (named_elsewhere,),
    "closed-name": (cut_name,),
    "inner-word": (whole_name,),
    "after-name": (cut_name,),
    "after-name-capital": (cut_name,),
    "motto-cut": (folded(columns.HEADING.search), folded(furniture.OWN.match)),
    "day": (layout.DATED.search, layout.LAYOUT.search, folded(columns.HEADING.search)),
    "month": (layout.DATED.search, layout.LAYOUT.search, folded(columns.HEADING.search)),
    "year": (layout.DATED.search, layout.LAYOUT.search),
    "decides": (weights._MARK.match,),
    "recipients-misread": (layout.RECIPIENTS.match, weights._ENDS.match, SIGNING),
    "signing": (SIGNING,),
    "ordinal-word": (weights._MARK.match,),
    "page": (folded(furniture.PAGE_NUMBER.match),),
    "of-pages": (folded(furniture.PAGE_NUMBER.match),),
    "gazette": (folded(furniture.GAZETTE.match),),
    "stamp-first": (folded(furniture.STAMP_FIRST.match), of_page._STAMP.match),
    "stamp-valid": (folded(furniture.STAMP_FIRST.match), of_page._STAMP.match, of_page._STAMP_LINE.match),
    "stamp": (folded(furniture.STAMP.match), of_page._STAMP_LINE.match),
    "linking": (paragraphs.LINKING.match,),
    "unfinished": (body.GOES_ON.search,),
    "asks-more": (starts.asks,),
    "finished": (starts.FINISHED.search,),
    "asks-number": (body.GOES_ON.search, goes_on._ASKS_NUMBER.search),
    "after-law": (laws._stops()[0].match,),
    "not-a-law": (laws._stops()[1].match,),
    "after-treaty": (laws._stops()[2].match,),
    "body-code": (around.patterns().heads.search,),
    "issuing": (around.patterns().issuing.search,),
    "before-issuing": (around.patterns().issuing.search,),
    "speaking": (around.patterns().speech.search,),
    "own-verb": (issuers.own_verb().match,),
    "plan-used": (plans.patterns().used.search,),
    "plan-changed": (plans.patterns().changed.search, plans.patterns().used.search),
    "plan-made": (plans.patterns().made.search,),
    "plan-manner": (plans.patterns().used.search,),
    "after-plan": (plans.patterns().stop.match,),
    "plan-break": (plans.patterns().comma.match,),
    "horizon": (plans.patterns().horizon.fullmatch,),
    "horizon-next": (plans.patterns().horizon.fullmatch,),
    "own-meeting": (lambda text: (meetings.meeting_at(lower_key(text), 0) or meetings.Meeting(0, "đại hội")).kind is None,),
    "about-law": (laws._governed().search,),
    "on-document": (of_numbers._OF_DOCUMENT.search,),
    "before-bare-type": (context._USE_BEFORE.search,),
    "after-bare-type": (context._FREE_AFTER.match,),
    "apart": (lambda text: heads.APART.match(f"{text.lower().partition(' thông')[0]} "),),
    "since": (lambda text: heads.SINCE_DAY.match(text.removeprefix("hết hiệu lực")),),
    "draft": (lambda text: names.DRAFT.search(text.removesuffix("Luật Bến bãi")),),
    "after-above": (context.above_alone(general=True).match,),
    "place-above": (lambda text: not context.above_alone(general=False).match(text),),
    "at-document": (around.patterns().speech.search,),
    "led-by": (around.patterns().led.search,),
    "provision": (pinpoints.WORD.match, heads._NUMBERED.match),
    "list-join": (around.patterns().join.fullmatch,),
    "cited-there": (lambda text: placed._CITED.match(text.lower()),),
    "of-many": (lambda text: (lead := around.patterns().list_lead.search(text)) and lead["many"],),
    "in-effect": (consolidated._IN_EFFECT.search,),
    "ends-if": (lambda text: heads._IF.match(text.lower().removeprefix("hết hiệu lực")),),
    "spoken-about": (lambda text: heads._SPOKEN_ABOUT.match(text.lower()),),
    "when-ended": (lambda text: heads._CONDITION.match(text.lower()),),
    "stays-on": (lambda text: heads._STAYS.search(text.lower()),),
    "put-into": (lambda text: lists._INTO.match(text, len("bổ sung")),),
    "following": (lambda text: lists._FOLLOW.search(text),),
    "list-name": (lambda text: (found := announced._HEADING.match(text)) and found["list"],),
    "listed-documents": (announced._HEADING.match,),
    "expired": (announced._EXPIRED.search,),
    "not-yet-expired": (announced._NOT_YET.search,),
    "why-expired": (lambda text: announced._TABLE_HEAD.search(text.lower()),),
    "in-part": (announced._PART.search,),
    "in-whole": (announced._WHOLE.search,),
    "under-document": (lambda text: beside._UNDER.search(text.lower()),),
    "undergoes": (announced._REASON.search,),
    "through-what": (announced._REASON.search,),
    "same-day": (around.patterns().same_day.match,),
    "subject-start": (around.patterns().subject.match,),
    "signing-office": (around.patterns().holder.match,),
    "possessed": (around.patterns().possessed.search,),
    "old-identity": (personal("personal-id"),),
    "telephone": (personal("personal-phone"),),
    "account": (personal("personal-account"),),
    "treasury": (lambda text: not personal_in(text),),
    "home-address": (personal("personal-address"),),
    "dwelling": (personal("personal-address"),),
    "hamlet": (personal("personal-address"),),
    "home-unit": (personal("personal-address"),),
    "birth": (personal("personal-birth"),),
    "birth-column": (personal("personal-birth"),),
    "birth-column-short": (personal("personal-birth"),),
    "identity-column": (personal("personal-id"),),
    "account-column": (personal("personal-account"),),
    "counted": (lambda text: not short._bare_number().match(f" 5 {text}"),),
}
"""What looks for the words of the lists whose words stand at a place of their own."""

LOOSER: dict[str, tuple[Stage, ...]] = {
    "number": (folded(columns.NUMBER.match), paragraphs.NUMBER.match),
    "authority": (layout.BLOCK.match, weights._ENDS.match, SIGNING),
    "authority-letters": (layout.BLOCK.match, weights._ENDS.match, SIGNING),
    "acting": (layout.BLOCK.match,),
    "form": (folded(furniture.OWN.match),),
}
"""Stages that also see other lines: readers go by the place on the page as well."""

OPENING = "Ủy ban nhân dân tỉnh Sông Mơ nêu những điều dưới đây.\n\n"
"""The first sentence of the body, so that an example is not taken for more of the subject."""


def told(passage: str, kind: str = "KẾ HOẠCH") -> Statements:
    return read(f"{OPENING}{passage}", kind)[1]


def task(passage: str, kind: str = "KẾ HOẠCH") -> Task:
    """The last task that the text gives; one without anything when it gives none."""
    return (*told(passage, kind).tasks[-1:], Task("", read("Không.")[0].root.span, "", ""))[0]


def under_heading(text: str) -> Task:
    return task(f"I. TỔ CHỨC THỰC HIỆN\n\n1. {text}")


def under_month(text: str) -> Task:
    return task(f"I. TỔ CHỨC THỰC HIỆN\n\n1. Tháng 9/2031\n\n- {text}")


def headed(heading: str, kind: str = "KẾ HOẠCH") -> bool:
    return bool(told(f"I. {heading.upper()}\n\n1. Rà soát bến đò.\n\n2. Nạo vét luồng.", kind).tasks)


def counted(text: str) -> tuple[str, ...]:
    return tuple(phrase_key(figure.unit or "") for figure in told(text, "BÁO CÁO").figures)


def events(text: str, kind: str = "KẾ HOẠCH") -> list[str]:
    own = "ban hành"
    return [event.kind for event in told(text, kind).events if own not in event.label]


def summed(name: str) -> bool:
    """Whether a row with this name is checked as the sum of those above it."""
    table = f"| Đơn vị | Số hộ |\n|---|---|\n| Xã An | 3 |\n| Xã Bình | 4 |\n| {name} | 7 |\n"
    document = read_document(HEADER.format(kind="BÁO CÁO", code="BC") + OPENING + table, "md")
    passages = Passages.of(document)
    statements = read_statements(passages, find_citations(passages, EMPTY), EMPTY)
    return any(check.kind == "sum" for check in statements.checks)


def shared(text: str) -> bool:
    """Whether so many of so many are checked against the share behind them."""
    return any(check.kind == "share" for check in told(text, "BÁO CÁO").checks)


def table_of(head: str, name: str = "Bến") -> tuple[Figure, ...]:
    """The figures of a report's table whose second column has this head."""
    return told(f"TT\t{name}\t{head}\n1\tSậy\t31\n2\tĐước\t42", "BÁO CÁO").figures


def is_part(name: str) -> bool:
    """Whether a row with this name is a part of the one above it, so that the column is not checked as a sum."""
    return not told(f"TT\tĐơn vị\tSố hộ\n1\tXã An\t3\n2\t{name}\t4\n3\tTổng cộng\t7", "BÁO CÁO").checks


HOLDS: dict[str, Holds] = {
    "tells-share": lambda row, text: shared(text),
    "compares-share": lambda row, text: not shared(text),
    "breaks-down": lambda row, text: is_part(text),
    **dict.fromkeys(("names-total", "names-count", "opens-named-count"), lambda row, text: bool(told(text, "BÁO CÁO").figures)),
    "no-count-name": lambda row, text: not told(text, "BÁO CÁO").figures,
    "body-head": lambda row, text: table_of("Số đò", text)[0].organisation == "Sậy",
    "no-value-head": lambda row, text: not table_of(text),
    "practice": lambda row, text: bool(told(text, "BÁO CÁO").practices),
    "practice-list": lambda row, text: bool(told(f"{text}\n\n- Hội Đò: Bến sạch", "BÁO CÁO").practices),
    "runs-practice": lambda row, text: told(f"Huyện có {text}", "BÁO CÁO").practices[0].organisation == "Hội Đò",
    "names-title": lambda row, text: not told(text, "BÁO CÁO").practices,
    "practice-verb": lambda row, text: told(text, "BÁO CÁO").practices[0].organisation == "Hội Đò",
    "aimed-head": lambda row, text: table_of(text)[0].unit is None,
    "note-tells": lambda row, text: opens_note(text),
    "limits-title": lambda row, text: kind_of_title(text) == "limits",
    "strengths-title": lambda row, text: kind_of_title(text) is None,
    "causes-title": lambda row, text: tells_cause(text),
    "plans-title": lambda row, text: kind_of_title(text) == "plans",
    "asks-title": lambda row, text: kind_of_title(text) == "asks",
    "said-limits": lambda row, text: says_limits(text),
    "no-limit": lambda row, text: not says_limits(text),
    "said-plans": lambda row, text: says_plans(text),
    "said-done": lambda row, text: not says_plans(f"Dự kiến {text}"),
    "function-word": lambda row, text: text not in words_of(text),
    "asking-word": lambda row, text: bool(whole_word("asking-word").search(text)),
    "general-word": lambda row, text: text in general(),
    "work-kind": lambda row, text: row.group in kinds_in(text),
    "asks-report": lambda row, text: says_asked(text),
    "reports": lambda row, text: says_report(text),
    "closes-report": lambda row, text: closes(text),
    "unit": lambda row, text: not {phrase_key(word) for word in row.words}.isdisjoint(counted(text)),
    "not-counted": lambda row, text: not counted(text),
    "ordinal": lambda row, text: not counted(text),
    "weak-ordinal": lambda row, text: not counted(text),
    "counting": lambda row, text: bool(counted(text)),
    "total": lambda row, text: summed(text),
    "average": lambda row, text: any(f", {word}" in figure.label for figure in told(text, "BÁO CÁO").figures for word in row.words),
    "approximate": lambda row, text: any(figure.approximation for figure in told(text, "BÁO CÁO").figures),
    "changes": lambda row, text: told(text, "BÁO CÁO").figures[1].label.startswith("Tổng thu phí bến, "),
    "share": lambda row, text: told(text, "BÁO CÁO").figures[-1].label.startswith("Tỷ lệ"),
    "counts-verb": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "Hội viên … người",
    "opens-count": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "kết nạp … đảng viên",
    "joins-count": lambda row, text: told(text, "BÁO CÁO").figures[-1].label == "giúp … hộ",
    "counted-where": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "hộ dùng đò",
    "before-moment": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "hộ dùng đò",
    "other-time": lambda row, text: len({figure.label for figure in told(text, "BÁO CÁO").figures}) == 1,
    "up-to-now": lambda row, text: told(f"I. KẾT QUẢ NĂM 2031\n\n{text}", "BÁO CÁO").figures[0].period is None,
    "left-over": lambda row, text: any(told(text, "BÁO CÁO").figures[-1].label.startswith(f"{word} … bến") for word in row.words),
    "counted-beside": lambda row, text: told(text, "BÁO CÁO").figures[-1].label == "hộ",
    "same-time": lambda row, text: told(text, "BÁO CÁO").figures[0].period is None,
    "for-each": lambda row, text: [figure.quote for figure in told(text, "BÁO CÁO").figures] == ["92"],
    "scale": lambda row, text: told(text, "BÁO CÁO").figures[0].unit == "triệu kWh",
    "tells-kind": lambda row, text: "trường " in told(text, "BÁO CÁO").figures[0].label,
    "comes-with": lambda row, text: told(text, "BÁO CÁO").figures[-1].label.startswith("xây … bến, "),
    "part-of-year": lambda row, text: told(f"I. KẾT QUẢ NĂM 2031\n\n{text}", "BÁO CÁO").figures[0].period != "2031",
    "no-ordinal": lambda row, text: len(told(text, "BÁO CÁO").figures) == 1,
    "compared-time": lambda row, text: told(text, "BÁO CÁO").figures[0].period is None,
    "subject-end": lambda row, text: told(text, "BÁO CÁO").figures[0].label.startswith("Nghề đò, "),
    "time-word": lambda row, text: told(text, "BÁO CÁO").figures[-1].label.startswith("Mốc đóng đò, "),
    "predicate": lambda row, text: "đã" in told(text, "BÁO CÁO").figures[0].label,
    "aimed": lambda row, text: not told(text, "THÔNG BÁO").figures,
    "result": lambda row, text: bool(told(text, "THÔNG BÁO").figures),
    "reporting": lambda row, text: reporting().match(text) is not None,
    "no-rule": lambda row, text: bool(told(f"I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Bến bãi:\n\na) {text}").tasks),
    "part-of": lambda row, text: told(text, "BÁO CÁO").figures[1].part_of is not None,
    "amount": lambda row, text: "dựng nhà" in told(text, "BÁO CÁO").figures[-1].label,
    "planned": lambda row, text: not counted(text),
    "plan-heading": lambda row, text: not counted(text),
    "state-heading": lambda row, text: bool(told(text).figures),
    "after-count": lambda row, text: told(text, "BÁO CÁO").figures[0].label == "hội viên",
    "unit-caption": lambda row, text: {figure.unit for figure in told(text, "BÁO CÁO").figures} == {"triệu đồng"},
    "verb": lambda row, text: under_heading(text).lead == ("Sở Bến bãi",),
    "compound": lambda row, text: any(word in name for name in under_heading(text).lead for word in row.words),
    "bearer": lambda row, text: bool(under_heading(text).lead),
    "not-bearer": lambda row, text: not under_heading(text).lead,
    "person": lambda row, text: bool(under_heading(text).lead),
    "plural": lambda row, text: bool(under_heading(text).lead),
    "after-bearer": lambda row, text: under_heading(text).cooperating == ("Hội Đò",),
    "inner-word-of-work": lambda row, text: under_heading(text).lead[0].split()[2:3] != ["Bến"],
    "half-word": lambda row, text: under_heading(text).action == "cấp vốn",
    "ends-name": lambda row, text: under_heading(text).lead[0].endswith("Trung ương"),
    "lowest-body": lambda row, text: under_heading(text).action.startswith("cân nhắc"),
    "rank-of": lambda row, text: "của" in under_heading(text).lead[0],
    "describes": lambda row, text: len(under_heading(text).lead[0].split()) > 2,
    "general": lambda row, text: under_heading(text).lead == ("Cơ quan đăng ký bến bãi",),
    "charges": lambda row, text: under_heading(text).lead == ("Cơ quan đăng ký bến bãi",),
    "named-by-work": lambda row, text: under_heading(text).lead == ("Đoàn kiểm tra",),
    "no-act": lambda row, text: not under_heading(text).lead,
    "joins-body": lambda row, text: not under_heading(text).lead,
    "adverb": lambda row, text: not under_heading(text).lead,
    "still-act": lambda row, text: bool(under_heading(text).lead),
    "no-told": lambda row, text: not under_heading(text).lead,
    "field-row": lambda row, text: [found.action for found in told(f"I. NHIỆM VỤ\n\n{text}").tasks] == ["Cắm phao"],
    "names-heading": lambda row, text: bool(told(f"I. TỔ CHỨC THỰC HIỆN\n\n{text}").tasks),
    "concerns-heading": lambda row, text: {task.lead for task in told(f"I. TỔ CHỨC THỰC HIỆN\n\n{text}").tasks} == {("Sở Bến bãi",)},
    "leads": lambda row, text: under_heading(text).lead == ("Sở Bến bãi",),
    "announces": lambda row, text: bool(told(f"{text}\n\n1- Mỗi nơi một bến.").tasks),
    "case-opening": lambda row, text: not under_heading(text).action,
    "condition": lambda row, text: not under_heading(text).lead,
    "execution": lambda row, text: not under_heading(text).action,
    "rule-word": lambda row, text: not told(f"I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Bến bãi:\n\na) {text}").tasks,
    **dict.fromkeys(("counted-limit", "from-now"), lambda row, text: bool(under_heading(text).deadline)),
    "listed-alone": lambda row, text: len(under_heading(text).lead) == 2,
    "holds-office": lambda row, text: len(under_heading(text).lead) == 1,
    **dict.fromkeys(("shared-office", "council"), lambda row, text: len(under_heading(text).lead) == 1),
    "manner": lambda row, text: bool(under_heading(text).lead),
    "sentence-link": lambda row, text: len(told(f"I. TỔ CHỨC THỰC HIỆN\n\n1. {text}").tasks) == 2,
    "not-asked": lambda row, text: not under_heading(text).lead,
    "managed": lambda row, text: not under_heading(text).lead,
    "asks": lambda row, text: task(text).lead == ("Sở Bến bãi",),
    "directs": lambda row, text: bool(told(f"{text}\n\n1. Rà soát bến đò.").tasks),
    "heading": lambda row, text: headed(text),
    "rule-heading": lambda row, text: headed(text, "HƯỚNG DẪN"),
    "no-heading": lambda row, text: not headed(text),
    "duty-heading": lambda row, text: bool(told(f"I. {text.upper()}\n\n1. Sở Bến bãi lập dự toán.").tasks),
    "power-heading": lambda row, text: not told(f"I. {text.upper()}\n\n1. Sở Bến bãi lập sổ bến.", "HƯỚNG DẪN").tasks,
    "empty-word": lambda row, text: not under_heading(text).lead,
    **dict.fromkeys(("informs", "be-informed"), lambda row, text: not under_heading(text).lead),
    "before-heading": lambda row, text: not headed(text),
    "field-cooperating": lambda row, text: kind_of(text) == "cooperating",
    "field-lead": lambda row, text: kind_of(text) == "lead",
    "field-time": lambda row, text: kind_of(text) == "time",
    "field-action": lambda row, text: kind_of(text) == "action",
    "abbreviation": lambda row, text: len(sentence_spans(text)) == 1,
    "limit": lambda row, text: "deadline" in events(text),
    "within": lambda row, text: "deadline" in events(text),
    "of-time": lambda row, text: not under_heading(text).deadline,
    "before-time": lambda row, text: "deadline" in events(text),
    "finish": lambda row, text: "deadline" in events(text),
    "past": lambda row, text: "deadline" not in events(text),
    "duty": lambda row, text: "deadline" in events(text, "QUYẾT ĐỊNH"),
    "case": lambda row, text: "deadline" not in events(text),
    "meeting": lambda row, text: "meeting" in events(text),
    "happened": lambda row, text: "other" in events(text, "BÁO CÁO"),
    "own-period": lambda row, text: events(text).count("period") == 2,
    "count-round": lambda row, text: often_in(text, Span(0, len(text))) is not None,
    "goes-on": lambda row, text: not last_day(text),
    "from": lambda row, text: not last_day(text),
    "own-limit": lambda row, text: not under_month(text).deadline,
    "no-own-limit": lambda row, text: under_month(text).deadline == "Tháng 9/2031",
    "how-often": lambda row, text: Fields(time=text).when()[1] is not None,
    "described": lambda row, text: "recurring" not in events(text),
    "no-duty": lambda row, text: "recurring" not in events(text),
}
"""What the words of the other lists do in a whole document."""
