"""What is asked, of whom, and under which heading."""

from __future__ import annotations

from build_tools.statements.duties import REPORT_VIA, TOGETHER
from build_tools.statements.task_forms import kind_of
from tests.lexicon.word_stages.common import Holds, Stage, task, told, under_heading


def headed(heading: str, kind: str = "KẾ HOẠCH") -> bool:
    return bool(told(f"I. {heading.upper()}\n\n1. Rà soát bến đò.\n\n2. Nạo vét luồng.", kind).tasks)


STAGES: dict[str, tuple[Stage, ...]] = {
    "together-how": (TOGETHER.fullmatch,),
    "report-to": (REPORT_VIA.match,),
}
HOLDS: dict[str, Holds] = {
    "no-rule": lambda row, text: bool(told(f"I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Bến bãi:\n\na) {text}").tasks),
    "verb": lambda row, text: under_heading(text).lead == ("Sở Bến bãi",),
    "compound": lambda row, text: any(word in name for name in under_heading(text).lead for word in row.words),
    "bearer": lambda row, text: bool(under_heading(text).lead),
    "not-bearer": lambda row, text: not under_heading(text).lead,
    "person": lambda row, text: bool(under_heading(text).lead),
    "plural": lambda row, text: bool(under_heading(text).lead),
    "after-bearer": lambda row, text: under_heading(text).cooperating == ("Hội Đò",),
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
    "purpose": lambda row, text: not under_heading(text).lead,
    **dict.fromkeys(("informs", "be-informed"), lambda row, text: not under_heading(text).lead),
    "before-heading": lambda row, text: not headed(text),
    "field-cooperating": lambda row, text: kind_of(text) == "cooperating",
    "field-lead": lambda row, text: kind_of(text) == "lead",
    "field-time": lambda row, text: kind_of(text) == "time",
    "field-action": lambda row, text: kind_of(text) == "action",
}
