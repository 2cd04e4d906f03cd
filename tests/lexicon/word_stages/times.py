"""Limits, rounds and other moments."""

from __future__ import annotations

from build_tools.model.span import Span
from build_tools.model.statement import Task
from build_tools.passages.last_day import last_day
from build_tools.passages.moments import PERIOD_WORD
from build_tools.statements.events import EVERY_YEAR, NEXT_YEAR
from build_tools.statements.how_often import END, PERIOD, has_recurrence, often_in
from build_tools.statements.task_forms import Fields
from tests.lexicon.word_stages.common import Holds, Stage, task, told, under_heading


def under_month(text: str) -> Task:
    return task(f"I. TỔ CHỨC THỰC HIỆN\n\n1. Tháng 9/2031\n\n- {text}")


def events(text: str, kind: str = "KẾ HOẠCH") -> list[str]:
    own = "ban hành"
    return [event.kind for event in told(text, kind).events if own not in event.label]


STAGES: dict[str, tuple[Stage, ...]] = {
    "next-year": (NEXT_YEAR.match,),
    "every-year": (EVERY_YEAR.match,),
    "recurs": (lambda text: next(has_recurrence(text), None) is not None,),
    "time-unit": (PERIOD.match,),
    "period-word": (PERIOD_WORD.search,),
    "after-recurring": (END.match,),
    "beside-recurring": (END.match,),
}
HOLDS: dict[str, Holds] = {
    **dict.fromkeys(("counted-limit", "from-now"), lambda row, text: bool(under_heading(text).deadline)),
    "limit": lambda row, text: "deadline" in events(text),
    "until": lambda row, text: not under_heading(text).deadline,
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
    **dict.fromkeys(("count-round", "weekday", "to-whom"), lambda row, text: often_in(text, Span(0, len(text))) is not None),
    "at-meeting": lambda row, text: bool(under_heading(text).deadline),
    "goes-on": lambda row, text: not last_day(text),
    "from": lambda row, text: not last_day(text),
    "own-limit": lambda row, text: not under_month(text).deadline,
    "no-own-limit": lambda row, text: under_month(text).deadline == "Tháng 9/2031",
    "how-often": lambda row, text: Fields(time=text).when()[1] is not None,
    "described": lambda row, text: "recurring" not in events(text),
    "no-duty": lambda row, text: "recurring" not in events(text),
}
