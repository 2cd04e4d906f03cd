"""Tasks as they are laid out: who acts, with whom, until when, whatever the shape; and what looks like a task and is none."""

from __future__ import annotations

import pytest

from build_tools.model.statement import Task
from tests.statements.statement_helpers import read

HEADING = "III. TỔ CHỨC THỰC HIỆN\n\n"
PLAN = "II. NHIỆM VỤ, GIẢI PHÁP\n\n"


def tasks(body: str, kind: str = "KẾ HOẠCH") -> tuple[Task, ...]:
    return read(body, kind)[1].tasks


def row(task: Task) -> tuple[str, str, str, str]:
    return "; ".join(task.lead), "; ".join(task.cooperating), task.deadline or task.recurrence or "", task.action.rstrip(".;")[:18]


Row = tuple[str, str, str, str]

SHAPES: list[tuple[str, str, list[Row]]] = [
    (
        "a body as heading, its work in paragraphs below",
        HEADING + "1. Sở Bến bãi:\n\nKhơi dòng sông Mơ; nạo vét luồng.\n\n2. Sở Tài chính\n\nCân đối kinh phí cho bến đò.\n",
        [("Sở Bến bãi", "", "", "Khơi dòng sông Mơ"), ("Sở Tài chính", "", "", "Cân đối kinh phí c")],
    ),
    (
        "trách nhiệm của …",
        HEADING + "1. Trách nhiệm của Sở Bến bãi\n\na) Khơi dòng sông Mơ;\n\nb) Báo cáo hằng quý.\n\n2. Nhiệm vụ của các xã\n\nDọn bến.\n",
        [
            ("Sở Bến bãi", "", "", "Khơi dòng sông Mơ"),
            ("Sở Bến bãi", "", "", "Báo cáo hằng quý"),
            ("các xã", "", "", "Dọn bến"),
        ],
    ),
    (
        "a body with its places after a colon",
        HEADING + "1. Ủy ban nhân dân các xã: Gia Nam, Tân Đò\n\n- Lập sổ bến.\n\n- Cắm phao.\n",
        [
            ("Ủy ban nhân dân các xã: Gia Nam, Tân Đò", "", "", "Lập sổ bến"),
            ("Ủy ban nhân dân các xã: Gia Nam, Tân Đò", "", "", "Cắm phao"),
        ],
    ),
    (
        "a chapeau names who leads and who helps, for all below",
        HEADING
        + "1. Giao Sở Bến bãi chủ trì, phối hợp với Công an tỉnh và các xã:\n\n- Khơi dòng sông Mơ.\n\n- Cắm phao trước ngày 30/6/2031.\n",
        [
            ("Sở Bến bãi", "Công an tỉnh; các xã", "", "Khơi dòng sông Mơ"),
            ("Sở Bến bãi", "Công an tỉnh; các xã", "trước ngày 30/6/2031", "Cắm phao trước ngà"),
        ],
    ),
    (
        "a sentence as heading that asks bodies to act",
        HEADING + "2. Yêu cầu các cấp ủy, tổ chức đảng khẩn trương triển khai, không để chậm việc nào.\n\n"
        "2.1. Rà soát bến đò.\n\n2.2. Cắm biển báo ở từng bến.\n",
        [
            ("các cấp ủy, tổ chức đảng", "", "", "khẩn trương triển "),
            ("các cấp ủy, tổ chức đảng", "", "", "Rà soát bến đò"),
            ("các cấp ủy, tổ chức đảng", "", "", "Cắm biển báo ở từn"),
        ],
    ),
    (
        "a further paragraph of the same body",
        HEADING + "1. Các huyện ủy cụ thể hóa hướng dẫn này.\n\nBố trí kinh phí cho bến đò.\n\n2. Hội Đò tổ chức dọn bến.\n",
        [
            ("Các huyện ủy", "", "", "cụ thể hóa hướng d"),
            ("Các huyện ủy", "", "", "Bố trí kinh phí ch"),
            ("Hội Đò", "", "", "tổ chức dọn bến"),
        ],
    ),
    (
        "a dash after numbers in brackets goes back to the dashes",
        HEADING + "1. Giao Sở Bến bãi:\n\n- Phân cấp theo các ý sau:\n\n(1) Lập quy hoạch bến.\n\n(2) Giữ bến.\n\n"
        "- Hoàn chỉnh hồ sơ trước ngày 01/6/2031.\n",
        [
            ("Sở Bến bãi", "", "", "Lập quy hoạch bến"),
            ("Sở Bến bãi", "", "", "Giữ bến"),
            ("Sở Bến bãi", "", "trước ngày 01/6/2031", "Hoàn chỉnh hồ sơ t"),
        ],
    ),
    (
        "a name ends by its shape, not at a verb that is known",
        HEADING
        + "1. UBND các xã, phường dựng nhà bạt bên sông.\n\n2. Sở Bến bãi khơi dòng sông Mơ.\n\n3. Đảng đoàn Quốc hội thể chế hóa luật.\n\n"
        "4. Đảng ủy xã xét danh sách.\n",
        [
            ("UBND các xã, phường", "", "", "dựng nhà bạt bên s"),
            ("Sở Bến bãi", "", "", "khơi dòng sông Mơ"),
            ("Đảng đoàn Quốc hội", "", "", "thể chế hóa luật"),
            ("Đảng ủy xã", "", "", "xét danh sách"),
        ],
    ),
    (
        "what stands before “có trách nhiệm” is the name",
        HEADING + "1. Cơ quan đăng ký bến bãi có trách nhiệm giữ sổ bến.\n\n2. Cơ quan được giao chủ trì có trách nhiệm tổng hợp.\n",
        [("Cơ quan đăng ký bến bãi", "", "", "có trách nhiệm giữ"), ("Cơ quan được giao chủ trì", "", "", "có trách nhiệm tổn")],
    ),
    (
        "helpers end by their shape too",
        HEADING + "1. Sở Bến bãi phối hợp với Đảng đoàn Quốc hội thể chế hóa chủ trương; phối hợp với Sở Nội vụ có ý kiến về nhân sự.\n",
        [("Sở Bến bãi", "Đảng đoàn Quốc hội; Sở Nội vụ", "", "thể chế hóa chủ tr")],
    ),
    (
        "many bodies, persons, units",
        HEADING + "- Đồng chí Trần Văn Ổi, Chủ tịch UBND xã: phụ trách chung.\n\n- Đ/c Na (Trưởng ban) phụ trách bến Đá Bạc.\n\n"
        "- Giao đồng chí Nguyễn Thị Na theo dõi bến đò, báo cáo trước ngày 05/7/2031.\n",
        [
            ("Đồng chí Trần Văn Ổi, Chủ tịch UBND xã", "", "", "phụ trách chung"),
            ("Đ/c Na (Trưởng ban)", "", "", "phụ trách bến Đá B"),
            ("đồng chí Nguyễn Thị Na", "", "trước ngày 05/7/2031", "theo dõi bến đò, b"),
        ],
    ),
    (
        "a deadline of its own item only",
        HEADING + "1. Sở Bến bãi lập dự án bến Đá Bạc giai đoạn 2031 - 2035.\n\n"
        "2. Sở Tài chính cấp vốn xong trong tháng 6/2031.\n\n"
        "3. Công an tỉnh tuần tra trên sông; chậm nhất 15 ngày kể từ ngày ký phải báo cáo.\n\n"
        "4. Các xã gửi số liệu trước 17 giờ 00 ngày 10/10/2031.\n\n"
        "5. Hội Đò triển khai ngay trong tháng 5/2031.\n\n6. Các xã mở bến vào năm 2035.\n",
        [
            ("Sở Bến bãi", "", "", "lập dự án bến Đá B"),
            ("Sở Tài chính", "", "xong trong tháng 6/2031", "cấp vốn xong trong"),
            ("Công an tỉnh", "", "chậm nhất 15 ngày kể từ ngày ký", "tuần tra trên sông"),
            ("Các xã", "", "trước 17 giờ 00 ngày 10/10/2031", "gửi số liệu trước "),
            ("Hội Đò", "", "ngay trong tháng 5/2031", "triển khai ngay tr"),
            ("Các xã", "", "", "mở bến vào năm 203"),
        ],
    ),
    (
        "a section's time holds for its items",
        PLAN + "1. Nhóm việc hoàn thành trong quý III năm 2031:\n\n- Rà soát bến đò.\n\n- Lập sổ bến, xong trước ngày 15/7/2031.\n",
        [("", "", "hoàn thành trong quý III năm 2031", "Rà soát bến đò"), ("", "", "xong trước ngày 15/7/2031", "Lập sổ bến, xong t")],
    ),
    (
        "lines of a form",
        PLAN
        + "1. Khảo sát bến đò\n\n- Nội dung: Đo độ sâu các bến.\n\n* Chủ trì: Sở Bến bãi.\n\n* Phối hợp: Sở Tài chính, Công an tỉnh.\n\n"
        "* Thời gian thực hiện: Quý II/2031.\n\n* Sản phẩm: Báo cáo.\n\n2. Cắm phao\n\n"
        "- Đơn vị chủ trì: Hội Đò.\n\n- Thời gian: Thường xuyên.\n\n"
        "- Kết quả: Phao được cắm.\n",
        [("Sở Bến bãi", "Sở Tài chính; Công an tỉnh", "Quý II/2031", "Khảo sát bến đò: Đ"), ("Hội Đò", "", "Thường xuyên", "Cắm phao")],
    ),
    (
        "a form in one paragraph",
        PLAN + "1. Cắm phao ở bến Đá Bạc. Chủ trì: Hội Đò; phối hợp: Công an tỉnh; thời gian: trước ngày 30/6/2031.\n\n"
        "2. Dọn bến (Sở Bến bãi chủ trì; hoàn thành trong tháng 7/2031).\n",
        [
            ("Hội Đò", "Công an tỉnh", "trước ngày 30/6/2031", "Cắm phao ở bến Đá "),
            ("Sở Bến bãi", "", "hoàn thành trong tháng 7/2031", "Dọn bến"),
        ],
    ),
    (
        "items of a form share what stands after them",
        PLAN + "1. Về bến đò\n\na) Rà soát bến đò.\n\nb) Lập sổ bến.\n\n- Đơn vị chủ trì: Sở Bến bãi.\n\n- Thời hạn: Tháng 8/2031.\n",
        [("Sở Bến bãi", "", "Tháng 8/2031", "Rà soát bến đò"), ("Sở Bến bãi", "", "Tháng 8/2031", "Lập sổ bến")],
    ),
    (
        "each of several works has the lines behind it, and one without lines has none",
        PLAN + "1. Về bến đò\n\n- Rà soát bến đò.\n\n- Lập sổ bến.\n\nĐơn vị chủ trì tham mưu thực hiện: Sở Bến bãi.\n\n"
        "Đơn vị phối hợp thực hiện: Hội Đò.\n\nThời gian thực hiện: Năm 2032.\n\n"
        "- Cắm phao.\n\nĐơn vị chủ trì: Các xã.\n\nThời gian thực hiện: Từ 01/7/2031.\n",
        [
            ("", "", "", "Rà soát bến đò"),
            ("Sở Bến bãi", "Hội Đò", "Năm 2032", "Lập sổ bến"),
            ("Các xã", "", "", "Cắm phao"),
        ],
    ),
    (
        "who helps behind what is to be done helps with nothing below it",
        PLAN + "1. Sở Bến bãi chỉ đạo Ban Kè phối hợp chặt chẽ với Hội Đò và Công an tỉnh rà soát kè.\n\n- Lập sổ bến.\n\n"
        "2. Sở Bến bãi chủ trì, phối hợp với Hội Đò rà soát các bến.\n\n- Lập sổ phao.\n",
        [
            ("Sở Bến bãi", "Hội Đò; Công an tỉnh", "", "chỉ đạo Ban Kè phố"),
            ("Sở Bến bãi", "", "", "Lập sổ bến"),
            ("Sở Bến bãi", "Hội Đò", "", "rà soát các bến"),
            ("Sở Bến bãi", "Hội Đò", "", "Lập sổ phao"),
        ],
    ),
    (
        "a heading that ends with a charge names who bears it; bodies without a name of their own help with nothing",
        PLAN + "1. Các tổ chức, cá nhân khai thác nước trên sông có trách nhiệm\n\n- Lập sổ bến.\n\n"
        "2. Các xã rà soát phao; phối hợp với cơ quan, tổ chức quản lý bến để sửa phao.\n",
        [("Các tổ chức, cá nhân khai thác nước trên sông", "", "", "Lập sổ bến"), ("Các xã", "", "", "rà soát phao")],
    ),
    (
        "a general word behind a helper that goes on to what is meant is none; bodies behind a colon are read whole",
        HEADING + "1. Các xã: Phối hợp với Sở Y tế, đơn vị được lựa chọn đo nước triển khai kế hoạch.\n\n"
        "2. Các bộ, cơ quan: Tài chính, Xây dựng, Tập đoàn Điện lực Sông Mơ rà soát bến.\n",
        [
            ("Các xã", "Sở Y tế", "", "Phối hợp với Sở Y "),
            ("Các bộ, cơ quan: Tài chính, Xây dựng, Tập đoàn Điện lực Sông Mơ", "", "", "rà soát bến"),
        ],
    ),
    (
        "a table with group rows",
        PLAN + "TT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn\nI\tNHÓM NHIỆM VỤ VỀ BẾN\t\t\t\n"
        "1\tRà soát bến đò\tSở Bến bãi\tCông an tỉnh\tTháng 6/2031\n2\tLập sổ bến\tHội Đò\t\tQuý IV/2031\nII\tNHÓM VIỆC KHÁC\t\t\t\n"
        "3\tDọn bến\tCác xã\tHội Đò\tThường xuyên\n",
        [
            ("Sở Bến bãi", "Công an tỉnh", "Tháng 6/2031", "Rà soát bến đò"),
            ("Hội Đò", "", "Quý IV/2031", "Lập sổ bến"),
            ("Các xã", "Hội Đò", "Thường xuyên", "Dọn bến"),
        ],
    ),
    (
        "a table where the body stands once for several rows, and products have a column",
        PLAN
        + "STT\tNội dung công việc\tSản phẩm\tCơ quan thực hiện\tThời gian hoàn thành\n1\tRà soát bến đò\tBáo cáo\tSở Bến bãi\t30/6/2031\n"
        "2\tCắm phao\tPhao\tHội Đò\tTrước 15/7/2031\n",
        [("Sở Bến bãi", "", "30/6/2031", "Rà soát bến đò"), ("Hội Đò", "", "Trước 15/7/2031", "Cắm phao")],
    ),
    (
        "asking without a heading",
        "Ban Thường vụ kết luận:\n\nGiao Đảng ủy Bến bãi tiếp thu ý kiến, rà soát bến đò.\n\n"
        "Đảng ủy Bến bãi khẩn trương chỉ đạo việc cắm phao.\n\n"
        "Các cơ quan, đơn vị tăng cường dọn bến.\n",
        [
            ("Đảng ủy Bến bãi", "", "", "tiếp thu ý kiến, r"),
            ("Đảng ủy Bến bãi", "", "", "khẩn trương chỉ đạ"),
            ("Các cơ quan, đơn vị", "", "", "tăng cường dọn bến"),
        ],
    ),
    (
        "a condition of manner before the work of a body",
        HEADING + "1. Các xã:\n\n- Khi nước lên, bố trí người canh bến.\n\n- Trên cơ sở sổ bến, lập danh sách đò.\n",
        [("Các xã", "", "", "Khi nước lên, bố t"), ("Các xã", "", "", "Trên cơ sở sổ bến,")],
    ),
    (
        "one paragraph hands work to different bodies, each with its own time",
        HEADING + "1. Sở Bến bãi cắm phao; Công an tỉnh tuần tra trên sông trước ngày 30/6/2031. Đồng thời, giao Hội Đò theo dõi bến.\n",
        [
            ("Sở Bến bãi", "", "", "cắm phao"),
            ("Công an tỉnh", "", "trước ngày 30/6/2031", "tuần tra trên sông"),
            ("Hội Đò", "", "", "theo dõi bến"),
        ],
    ),
    (
        "semicolons part neither a list of bodies, nor helpers, nor what was done",
        HEADING + "1. Sở Bến bãi; Công an tỉnh; các xã rà soát bến.\n\n"
        "2. Sở Bến bãi rà soát phao; phối hợp với Công an tỉnh tuần tra. Công an tỉnh đã tuần tra.\n",
        [("Sở Bến bãi; Công an tỉnh; các xã", "", "", "rà soát bến"), ("Sở Bến bãi", "Công an tỉnh", "", "rà soát phao")],
    ),
    (
        "helpers end before the verb, but not inside the name of who advises",
        HEADING + "1. Sở Bến bãi phối hợp với các đơn vị liên quan tham mưu UBND tỉnh cắm phao.\n\n"
        "2. Các cơ quan tham mưu, giúp việc Tỉnh ủy rà soát bến.\n",
        [
            ("Sở Bến bãi", "các đơn vị liên quan", "", "tham mưu UBND tỉnh"),
            ("Các cơ quan tham mưu, giúp việc Tỉnh ủy", "", "", "rà soát bến"),
        ],
    ),
    (
        "bodies told by the work that they have",
        HEADING + "1. Các cơ quan được phân công chủ trì nhiệm vụ theo Kế hoạch này có trách nhiệm lập dự toán.\n\n"
        "2. Các xã trực tiếp giữ bến có trách nhiệm ghi sổ.\n\n3. Sở Y tế kiểm tra nguồn nước và chịu trách nhiệm về kết quả.\n",
        [
            ("Các cơ quan được phân công chủ trì nhiệm vụ theo Kế hoạch này", "", "", "có trách nhiệm lập"),
            ("Các xã trực tiếp giữ bến", "", "", "có trách nhiệm ghi"),
            ("Sở Y tế", "", "", "kiểm tra nguồn nướ"),
        ],
    ),
    (
        "things without a verb complete the line above them",
        HEADING + "1. Sở Bến bãi\n\na) Trình Hội đồng:\n\n- Mức phí đò;\n\n- Giá vé.\n\nb) Rà soát bến.\n",
        [
            ("Sở Bến bãi", "", "", "Trình Hội đồng: Mứ"),
            ("Sở Bến bãi", "", "", "Trình Hội đồng: Gi"),
            ("Sở Bến bãi", "", "", "Rà soát bến"),
        ],
    ),
    (
        "among things to do one may begin with a word that is not known; what is told of things is none",
        PLAN + "1. Rà soát bến đò.\n\n2. Xây dựng sổ bến.\n\n3. Chăm lo người chèo đò, nhất là người già.\n\n"
        "4. Kinh phí: 30 triệu đồng.\n\n5. Kiểm tra phao.\n",
        [
            ("", "", "", "Rà soát bến đò"),
            ("", "", "", "Xây dựng sổ bến"),
            ("", "", "", "Chăm lo người chèo"),
            ("", "", "", "Kiểm tra phao"),
        ],
    ),
    (
        "a heading that tells what to do, with nothing below it but its time",
        PLAN + "1. Tổ chức dọn bến\n\nThời gian thực hiện sau khi nước rút.\n\n2. Rà soát sổ bến\n\n- Cơ quan chủ trì: Hội Đò.\n",
        [("", "", "", "Tổ chức dọn bến"), ("Hội Đò", "", "", "Rà soát sổ bến")],
    ),
    (
        "a time without a figure is until when, not how often; what bodies act within is no part of their names",
        PLAN + "1. Rà soát dự thảo\n\n- Cơ quan chủ trì: Các sở theo chức năng, nhiệm vụ được giao.\n\n- Thời gian: Sau khi có dự thảo.\n",
        [("Các sở", "", "Sau khi có dự thảo", "Rà soát dự thảo")],
    ),
    (
        "several fields in one line, and a scope between two names",
        PLAN + "1. Về bến đò\n\nRà soát sổ bến; lập hồ sơ.\n\n"
        "Cơ quan chủ trì: Sở Bến bãi trong phạm vi của mình và Hội Đò; phối hợp: Sở Y tế; thời gian hoàn thành: quý III năm 2031.\n",
        [("Sở Bến bãi; Hội Đò", "Sở Y tế", "quý III năm 2031", "Rà soát sổ bến")],
    ),
    (
        "a form without a time leaves the limit that the work itself states",
        PLAN + "1. Rà soát sổ bến, xong trước ngày 15/3/2031.\n\nCơ quan thực hiện: Hội Đò.\n",
        [("Hội Đò", "", "xong trước ngày 15/3/2031", "Rà soát sổ bến, xo")],
    ),
    (
        "what is asked below a field is no name",
        PLAN + "1. Rà soát sổ bến\n\n- Tổ chức thực hiện:\n\n+ Giao Sở Bến bãi rà soát phao.\n\n+ Giao Hội Đò rà soát bến.\n",
        [("Sở Bến bãi", "", "", "rà soát phao"), ("Hội Đò", "", "", "rà soát bến")],
    ),
    (
        "bodies in brackets after a name by work",
        HEADING + "1. Các cơ quan giữ bến (Sở Bến bãi, Hội Đò):\n\na) Là đầu mối ghi sổ.\n\nb) Rà soát phao.\n",
        [("Các cơ quan giữ bến", "", "", "Là đầu mối ghi sổ"), ("Các cơ quan giữ bến", "", "", "Rà soát phao")],
    ),
    (
        "bodies told of inside a provision, and helpers, are given nothing by words of manner",
        HEADING + "1. Tăng cường phối hợp giữa các cơ quan: Sở Bến bãi, Công an tỉnh trong công tác kiểm tra bến.\n\n"
        "2. Các xã trong phạm vi chức năng của mình tổ chức dọn bến.\n",
        [("", "", "", "Tăng cường phối hợ"), ("Các xã", "", "", "trong phạm vi chức")],
    ),
    (
        "steps below a time are tasks of those whom they name; other lines below it are when",
        PLAN + "1. Rà soát quy ước bến\n\n- Cơ quan thực hiện: Sở Bến bãi; các xã.\n\n- Thời gian thực hiện:\n\n"
        "+ Các xã gửi kết quả về Sở Bến bãi trước ngày 15/12/2031.\n\n+ Sở Bến bãi tổng hợp trước ngày 31/12/2031.\n\n"
        "2. Cắm phao\n\n- Chủ trì: Hội Đò.\n\n- Thời gian:\n\n+ Đợt 1: tháng 3.\n\n+ Đợt 2: tháng 9.\n",
        [
            ("Sở Bến bãi; các xã", "", "", "Rà soát quy ước bế"),
            ("Các xã", "", "trước ngày 15/12/2031", "gửi kết quả về Sở "),
            ("Sở Bến bãi", "", "trước ngày 31/12/2031", "tổng hợp trước ngà"),
            ("Hội Đò", "", "Đợt 1: tháng 3, Đợt 2: tháng 9", "Cắm phao"),
        ],
    ),
    (
        "a row that only describes a thing stands after the name of the thing; one that tells what to do stands for it",
        PLAN + "1. Quy chế neo đậu\n\n- Nội dung: bao gồm chỗ đậu khi có lũ.\n\n- Chủ trì: Hội Đò.\n\n"
        "2. Lập sổ bến\n\n- Nội dung: gồm tên bến, chủ bến.\n\n- Chủ trì: Hội Đò.\n\n"
        "3. Rà soát\n\n- Nội dung: rà soát sổ bến.\n\n- Chủ trì: Hội Đò.\n",
        [
            ("Hội Đò", "", "", "bao gồm chỗ đậu kh"),
            ("Hội Đò", "", "", "Lập sổ bến: gồm tê"),
            ("Hội Đò", "", "", "rà soát sổ bến"),
        ],
    ),
    (
        "an hour of each day, a count in each week",
        HEADING
        + "1. Sở Bến bãi:\n\n- Báo cáo mực nước trước 19h00’ hằng ngày.\n\n- Giao ban 02 lần/tuần với các trạm.\n\n- Đo 3 lần ở mỗi bến.\n",
        [
            ("Sở Bến bãi", "", "trước 19h00’ hằng ngày", "Báo cáo mực nước t"),
            ("Sở Bến bãi", "", "02 lần/tuần", "Giao ban 02 lần/tu"),
            ("Sở Bến bãi", "", "", "Đo 3 lần ở mỗi bến"),
        ],
    ),
    (
        "helpers in small letters, and over a semicolon; a verb after “phối hợp” is none",
        HEADING + "1. Hội Đò:\n\n- Phối hợp chính quyền xã và các đoàn thể giám sát việc chia gạo.\n\n- Phối hợp kiểm tra bến.\n\n"
        "- Phối hợp Ban Bến bãi; các hợp tác xã và các xã rà soát luồng.\n\n- Kiểm tra phao, phối hợp với Ban Bến bãi; các xã giữ phao.\n",
        [
            ("Hội Đò", "chính quyền xã; các đoàn thể", "", "giám sát việc chia"),
            ("Hội Đò", "", "", "Phối hợp kiểm tra "),
            ("Hội Đò", "Ban Bến bãi; các hợp tác xã; các xã", "", "rà soát luồng"),
            ("Hội Đò", "Ban Bến bãi", "", "Kiểm tra phao, phố"),
            ("các xã", "", "", "giữ phao"),
        ],
    ),
    (
        "one body named by two nouns; one of many told apart by what they do",
        HEADING + "1. Báo và Đài Truyền hình Đá Bạc, Sở Bến bãi:\n\nĐưa tin về lịch đò.\n\n"
        "2. Tất cả lực lượng tham gia giữ bến phải mặc áo phao.\n\n3. Sở Bến bãi kiểm tra việc chủ đò phải có áo phao.\n",
        [
            ("Báo và Đài Truyền hình Đá Bạc; Sở Bến bãi", "", "", "Đưa tin về lịch đò"),
            ("Tất cả lực lượng tham gia giữ bến", "", "", "phải mặc áo phao"),
            ("Sở Bến bãi", "", "", "kiểm tra việc chủ "),
        ],
    ),
    (
        "words that only ask to carry it out give way to what is asked besides",
        HEADING + "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các xã nghiêm túc triển khai thực hiện; trước ngày 30/11/2031 báo cáo kết quả.\n",
        [("các xã", "", "trước ngày 30/11/2031", "trước ngày 30/11/2")],
    ),
    (
        "who holds an office over several",
        HEADING + "1. Người đứng đầu cấp ủy, chính quyền, cơ quan chịu trách nhiệm giữ bến.\n",
        [("Người đứng đầu cấp ủy, chính quyền, cơ quan", "", "", "chịu trách nhiệm g")],
    ),
    (
        "with whom, in the first line below a body's name; a small letter after a colon goes on",
        HEADING + "1. Phòng Công nghệ thông tin\n\nChủ trì, phối hợp với Hội Đò rà soát phao, cụ thể:\n\n- Lập sổ phao.\n\n"
        "- Cử người đi học: ghi sổ, cắm phao.\n\n2. Hội Đò\n\n- Dọn bến.\n",
        [
            ("Phòng Công nghệ thông tin", "Hội Đò", "", "Lập sổ phao"),
            ("Phòng Công nghệ thông tin", "Hội Đò", "", "Cử người đi học: g"),
            ("Hội Đò", "", "", "Dọn bến"),
        ],
    ),
    (
        "names after the word for all of them",
        HEADING + "1. Đề nghị các Sở: Bến bãi, Nông nghiệp và Môi trường rà soát phao trước ngày 30/6/2031; "
        "Hội Đò hướng dẫn các Sở nêu trên.\n\n"
        "2. Các xã: Rà soát bến, dọn bến.\n",
        [
            ("các Sở: Bến bãi, Nông nghiệp và Môi trường", "", "trước ngày 30/6/2031", "rà soát phao trước"),
            ("Hội Đò", "", "", "hướng dẫn các Sở n"),
            ("Các xã", "", "", "Rà soát bến, dọn b"),
        ],
    ),
    (
        "who is meant before others",
        HEADING + "1. Trên cơ sở sổ bến, Hội Đò, các hợp tác xã, đặc biệt là người đứng đầu chịu trách nhiệm giữ phao.\n",
        [("Hội Đò; các hợp tác xã", "", "", "chịu trách nhiệm g")],
    ),
    (
        "regularly or whenever it is called for; only what is inspected so is no rhythm",
        HEADING + "1. Hội Đò:\n\n- Đếm phao và định kỳ hoặc đột xuất báo cáo Sở Bến bãi.\n\n"
        "- Tổ chức kiểm tra bến định kỳ, đột xuất, giữ phao.\n",
        [
            ("Hội Đò", "", "định kỳ hoặc đột xuất báo cáo Sở Bến bãi", "Đếm phao và định k"),
            ("Hội Đò", "", "", "Tổ chức kiểm tra b"),
        ],
    ),
    (
        "what a plan only says when to do",
        "II. PHƯƠNG ÁN\n\n1. Cắm phao mới\n\n- Kiểm tra dây phao.\n\n- Sơn phao.\n\n- Thời gian thực hiện: Ngày 26/12/2031.\n\n"
        "2. Khai mạc mùa đò\n\n- Thành phần: người chèo đò các bến.\n\n- Địa điểm: bến Đá Bạc.\n\n- Thời gian dự kiến: ngày 28/12/2031.\n\n"
        "3. Nội dung mùa đò\n\n- Thành phần: người chèo đò.\n\n- Địa điểm: bến Đá Bạc.\n\n- Thời gian: ngày 29/12/2031.\n",
        [
            ("", "", "Ngày 26/12/2031", "Kiểm tra dây phao"),
            ("", "", "Ngày 26/12/2031", "Sơn phao"),
            ("", "", "ngày 28/12/2031", "Khai mạc mùa đò"),
        ],
    ),
]


@pytest.mark.parametrize(("name", "body", "expected"), SHAPES, ids=[name for name, _, _ in SHAPES])
def test_shapes(name: str, body: str, expected: list[Row]) -> None:
    assert [row(task) for task in tasks(body)] == expected


NONE = [
    ("a form blank", HEADING + "- Ảnh chân dung: cỡ 4 x 6.\n\n- Họ và tên: ....................\n\n- Đơn vị công tác: ……………\n"),
    (
        "a power",
        HEADING + "1. Giám đốc Sở Bến bãi có thẩm quyền cấp sổ bến.\n\n2. Hội Đò được quyền thu phí.\n\n3. Chi bộ có quyền đề nghị.\n",
    ),
    ("a definition", HEADING + "1. Hội Đò là tổ chức của người chèo đò.\n\n2. Bến tạm là nơi đò đậu tạm.\n"),
    ("a condition", HEADING + "1. Trường hợp bến hỏng thì đóng bến.\n\n2. Nếu đò cũ thì không được chở khách.\n"),
    ("what was done", HEADING + "1. Sở Bến bãi đã cắm phao ở bến Đá Bạc.\n\n2. Hội Đò được thành lập năm 2020.\n"),
    ("aims", "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Nâng cao ý thức của người chèo đò.\n\n2. Tổ chức thực hiện nghiêm túc.\n"),
    ("a heading with nothing of its own", HEADING + "1. Công tác tuyên truyền\n"),
    ("money and time of a plan", HEADING + "1. Kinh phí: Từ ngân sách tỉnh.\n\n2. Thời gian: Quý II/2031.\n\n3. Địa điểm: Bến Đá Bạc.\n"),
    ("a closing formula", HEADING + "Văn phòng Tỉnh ủy trân trọng thông báo để các cơ quan biết, thực hiện.\n"),
    ("a report's thanks", HEADING + "Trên đây là Kế hoạch bến đò của Sở Bến bãi.\n"),
    ("members", HEADING + "1. Đồng chí Trần Văn Ổi, Chủ tịch UBND xã, Trưởng ban.\n\n2. Đồng chí Na, Phó Trưởng ban.\n"),
    ("a share of places", HEADING + "- Sở Bến bãi: 02 cá nhân.\n\n- Hội Đò: không quá 01 tập thể;\n"),
]


@pytest.mark.parametrize(("name", "body"), NONE, ids=[name for name, _ in NONE])
def test_what_is_no_task(name: str, body: str) -> None:
    assert [row(task) for task in tasks(body)] == []


GUIDELINE = [
    (
        "II. NỘI DUNG\n\n1. Bản tin, tập trung vào các nhóm nội dung\n\n- Phổ biến chủ trương về bến đò.\n\n- Cung cấp thông tin về bến.\n",
        [],
    ),
    ("I. ĐỐI TƯỢNG\n\n1. Đợt 3/2: Gồm người chèo đò đủ 30 năm.\n\n2. Đợt 19/5: Gồm người giữ bến.\n", []),
    (
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Hội Đò hướng dẫn các bến ghi sổ.\n\n2. Các bến ghi sổ hằng ngày.\n",
        [("Hội Đò", "", "", "hướng dẫn các bến ")],
    ),
    (
        "II. QUY TRÌNH\n\n1. Chi bộ:\n\n- Lập danh sách đảng viên.\n\n- Báo cáo đảng ủy xã.\n",
        [("Chi bộ", "", "", "Lập danh sách đảng"), ("Chi bộ", "", "", "Báo cáo đảng ủy xã")],
    ),
    (
        "II. QUY TRÌNH\n\n1. Đối với cấp ủy cấp trên trực tiếp của chi bộ:\n\n- Giữ sổ bến.\n\n"
        "2. Định kỳ hằng năm, ban thường vụ cấp ủy có trách nhiệm rà soát sổ.\n\n"
        "3. Căn cứ kết quả rà soát; các cấp ủy có trách nhiệm ghi sổ.\n\n"
        "Ví dụ 2:\n\nĐồng chí Ổi, Vụ trưởng, phụ trách bến đò.\n\n4. Cán bộ thuộc diện Ban Bến bãi quản lý phải đáp ứng tiêu chuẩn.\n\n"
        "5. Đồng chí Na là cán bộ của Hội Đò; theo ủy quyền, thì Ban Bến bãi xem xét việc của đồng chí.\n\n"
        "6. Đối với bến tạm, không được yêu cầu các xã rà soát.\n\n7. Cấp ủy viên được cử đi học vẫn là cấp ủy viên.\n",
        [
            ("cấp ủy cấp trên trực tiếp của chi bộ", "", "", "Giữ sổ bến"),
            ("ban thường vụ cấp ủy", "", "Định kỳ hằng năm", "có trách nhiệm rà "),
            ("các cấp ủy", "", "", "có trách nhiệm ghi"),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), GUIDELINE)
def test_a_guideline_gives_only_what_somebody_has_to_do(body: str, expected: list[Row]) -> None:
    assert [row(task) for task in tasks(body, "HƯỚNG DẪN")] == expected


def test_a_resolution_that_lays_down_rules_gives_only_what_it_hands_out() -> None:
    head = "HĐND THÀNH PHỐ SÔNG MƠ\n\nSố: 54/2031/NQ-HĐND\n\nSông Mơ, ngày 05 tháng 3 năm 2031\n\nNGHỊ QUYẾT\n\nvề mức chi rừng\n\n"
    text = (
        "Điều 1. Mức chi\n\n1. Cơ quan nhà nước được giao quản lý rừng\n\n- Khoán rừng cho hộ dân;\n\n- Mua sắm máy đo.\n\n"
        "Điều 2. Tổ chức thực hiện\n\n1. Giao Ủy ban nhân dân Thành phố rà soát bến đò.\n\n"
        "2. Giao Thường trực Hội đồng nhân dân Thành phố, các Tổ đại biểu Hội đồng nhân dân Thành phố và đại biểu Hội đồng nhân dân "
        "Thành phố giám sát việc rà soát.\n"
    )
    found = read(head + text)[1].tasks
    assert [task.lead for task in found] == [
        ("Ủy ban nhân dân Thành phố",),
        (
            "Thường trực Hội đồng nhân dân Thành phố",
            "các Tổ đại biểu Hội đồng nhân dân Thành phố",
            "đại biểu Hội đồng nhân dân Thành phố",
        ),
    ]


def test_an_ordinary_decision_gives_the_work_that_it_hands_out() -> None:
    body = (
        "Điều 1. Ban hành danh mục 12 bến đò.\n\nĐiều 2. Trách nhiệm của Sở Bến bãi\n\n1. Cắm phao ở từng bến;\n\n2. Lập sổ bến.\n\n"
        "Điều 3. Giao Văn phòng UBND tỉnh chủ trì đôn đốc.\n\n"
        "Điều 4. Chánh Văn phòng, Giám đốc Sở Bến bãi chịu trách nhiệm thi hành Quyết định này.\n"
    )
    assert [row(task)[0] for task in tasks(body, "QUYẾT ĐỊNH")] == ["Sở Bến bãi", "Sở Bến bãi", "Văn phòng UBND tỉnh"]


def test_a_decision_that_lays_down_rules_gives_only_the_work_of_putting_it_into_effect() -> None:
    head = "UBND TỈNH SÔNG MƠ\n\nSố: 54/2031/QĐ-UBND\n\nSông Mơ, ngày 05 tháng 3 năm 2031\n\nQUYẾT ĐỊNH\n\nvề giá đò\n\n"
    text = (
        "Điều 1. Mức giá\n\n1. Hội Đò thu phí của khách.\n\nĐiều 2. Trách nhiệm của chủ đò\n\n1. Chủ đò giữ bến sạch.\n\n"
        "Điều 3. Tổ chức thực hiện\n\n1. Sở Bến bãi có trách nhiệm:\n\na) Hướng dẫn các bến ghi sổ;\n\nb) Rà soát giá đò hằng năm.\n\n"
        "2. Hội Đò niêm yết giá.\n\n3. Chánh Văn phòng, Giám đốc Sở Bến bãi chịu trách nhiệm thi hành Quyết định này.\n"
    )
    assert [row(task)[::3] for task in read(head + text)[1].tasks] == [
        ("Sở Bến bãi", "Hướng dẫn các bến "),
        ("Sở Bến bãi", "Rà soát giá đò hằn"),
        ("Hội Đò", "niêm yết giá"),
    ]


def test_thousands_of_rows_and_items_are_read_in_linear_time() -> None:
    rows = "".join(f"{number}\tRà soát bến {number}\tSở Bến bãi\tTháng 6/2031\n" for number in range(1, 2001))
    assert len(tasks(PLAN + "TT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\n" + rows)) == 2000
