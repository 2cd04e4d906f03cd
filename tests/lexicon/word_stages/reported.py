"""What reports say of themselves, and the work that they tell of."""

from __future__ import annotations

from build_tools.coverage.matrix import closes
from build_tools.coverage.reporting import says_asked, says_report
from build_tools.coverage.stance import says_limits, says_plans
from build_tools.coverage.weights import general, words_of
from build_tools.coverage.work_kinds import kinds_in
from build_tools.lexicon.words import whole_word
from build_tools.reports.sections import kind_of_title, tells_cause
from tests.lexicon.word_stages.common import Holds

HOLDS: dict[str, Holds] = {
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
}
