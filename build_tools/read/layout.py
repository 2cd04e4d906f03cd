"""What gives a table away that only lays out a header or a signature block, in any format with tables."""

from __future__ import annotations

import re

LAYOUT = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|N[ơƠ][iI]\s+nh[ậẬ]n|"
    r"^[ \t\xa0*]*(?:T/?M|K/?T|T/?L|TUQ)\b[./]?|^[ \t\xa0*]*(?:Số|SỐ)\s*:|"
    r"ngày[\s….]{0,30}\d{0,2}[\s….]{0,30}tháng[\s….]{0,30}\d{0,2}[\s….]{0,30}năm|\((?:Đã )?[Kk]ý[^)]{0,40}\)",
    re.MULTILINE,
)
"""Words that stand in the table of a header or a signature block, and seldom in a table of data."""
MOST_FILLED = 14
"""Such a table has no more filled cells than this."""
