# Chỉ nam. `make help` lists what can be done; every target sets up what it needs by itself.
.DEFAULT_GOAL := help
.PHONY: help extras old-browser site serve pictures quick test check lint lint-js faults package clean

PYTHON ?= python3
SOURCES ?=
ARGS ?=
VENV := .venv
RUN := $(VENV)/bin/python
# pytest's arguments for the tests that one runs after each edit; what is quick, tests/conftest.py says. Plain text: other tools read this line.
QUICK := tests -m quick --hypothesis-profile=quick
WORKERS ?= auto
JS := tests/js/node_modules
# compiled modules are kept, beside the packages: what tests start begins in half the time, and no folder of the source is written to
export PYTHONPYCACHEPREFIX := $(CURDIR)/$(VENV)/bytecode
export PYTHONDONTWRITEBYTECODE :=
PIP_FLAGS := --quiet --disable-pip-version-check --require-hashes

help: ## danh sách lệnh
	@echo "Chỉ nam — các lệnh:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null || sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1: \2/p' Makefile
	@echo
	@echo "Ví dụ:  make site SOURCES=\"../van-ban-2024 ../van-ban-2025\""

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Cần Python 3.11 trở lên; máy này có: $$($(PYTHON) --version 2>&1). Chỉ định bản khác: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python này thiếu mô-đun venv. Cài bằng: sudo apt-get install -y python3-venv"; exit 1; }
	@echo "Tạo môi trường Python trong $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.site: build_tools/requirements/site.txt | $(VENV)/bin/python
	@echo "Cài các gói cần để dựng trang (chỉ lần đầu) …"
	@$(RUN) -m pip install $(PIP_FLAGS) -r $<
	@touch $@

$(VENV)/.dev: build_tools/requirements/dev.txt | $(VENV)/bin/python
	@echo "Cài các gói cần để dựng và kiểm thử (chỉ lần đầu) …"
	@$(RUN) -m pip install $(PIP_FLAGS) -r $<
	@touch $@ $(VENV)/.site

$(VENV)/.extras: build_tools/requirements/extras.txt | $(VENV)/.site
	@$(RUN) -m pip install $(PIP_FLAGS) -r $<
	@touch $@

extras: $(VENV)/.extras ## cài thêm gói đọc trang báo, cổng thông tin (.html), .xlsx, .pptx, .msg, và máy đọc thứ hai cho bản quét

site: $(VENV)/.site ## dựng trang vào thư mục site/ (SOURCES="thư-mục …" để dựng từ toàn văn)
	@$(RUN) -m build_tools build $(if $(strip $(SOURCES)),--sources $(SOURCES)) $(ARGS)

serve: $(VENV)/.site ## xem trang tại máy, tự dựng lại khi dữ liệu, mẫu trang hay kiểu dáng thay đổi
	@$(RUN) -m build_tools serve $(if $(strip $(SOURCES)),--sources $(SOURCES)) $(ARGS)

pictures: $(VENV)/.dev ## chụp mọi loại trang của site/ (điện thoại, máy bàn, sáng, tối, bản in) vào .pictures/; cần Chromium
	@$(RUN) -m tests.browser.pictures site

lint: $(VENV)/.dev ## soát mã nguồn: ruff, mypy, thứ tự các tầng, JavaScript
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check --quiet . || { echo "Có tệp chưa đúng định dạng: $(RUN) -m ruff format ."; exit 1; }
	@$(RUN) -m mypy
	@$(VENV)/bin/lint-imports --no-cache >/dev/null || $(VENV)/bin/lint-imports --no-cache
	@$(MAKE) --no-print-directory lint-js

quick: $(VENV)/.dev ## chạy các kiểm thử nhanh, sau mỗi lần sửa (chưa đến một phút)
	@$(RUN) -m pytest $(QUICK) -n $(WORKERS) --dist worksteal $(ARGS)

test: $(VENV)/.dev ## chạy toàn bộ kiểm thử, mỗi nhân máy một tiến trình (WORKERS=số để đổi)
	@[ "$$CI" != true ] || $(MAKE) --no-print-directory old-browser
	@$(RUN) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

lint-js: ## soát JavaScript: ESLint, tsc (cần Node.js và npm)
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(JS)/.package-lock.json && npm --prefix tests/js run --silent lint; \
	elif [ "$$CI" = true ]; then echo "Thiếu npm: CI phải soát JavaScript"; exit 1; \
	else echo "KHÔNG CHẠY: chưa soát JavaScript vì máy này không có npm"; fi

$(JS)/.package-lock.json: tests/js/package-lock.json
	@npm --prefix tests/js ci --ignore-scripts --silent
	@touch $@

old-browser: ## tải Chromium 80 (gói npm, 43 MB) để thử trang trong trình duyệt cũ
	@npm --prefix tests/browser/old ci --ignore-scripts --legacy-peer-deps --silent

faults: $(VENV)/.dev ## gài lỗi vào từng tầng xem kiểm thử có thấy không (chừng bảy phút)
	@$(RUN) -m tests.faults.run $(ARGS)

package: $(VENV)/.dev ## đóng gói công cụ vào dist/ (.whl để cài, .tar.gz mã nguồn)
	@rm -rf dist build
	@$(RUN) -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .
	@$(RUN) -c "from setuptools import build_meta; build_meta.build_sdist('dist')" >/dev/null
	@ls dist

check: lint test ## soát mã nguồn rồi chạy toàn bộ kiểm thử

clean: ## xóa mọi thứ dựng ra (giữ dữ liệu)
	@rm -rf site site.new site.old build dist docs/_generated .mypy_cache .ruff_cache .hypothesis $(JS)
