# Thói quen của cả nhóm. `make` hoặc `make help` in danh sách này.
PYTHON ?= python3
VENV_PYTHON = .venv/bin/python
DEV = $(PYTHON) -m config.start.packages requirements-dev.txt
.DEFAULT_GOAL := help
.SILENT:
.PHONY: help run test check format e2e demo screenshots messages requirements clean

help: ## In danh sách này
	awk 'BEGIN {FS = ":.*## "} /^[a-z0-9]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Chạy tờ báo tại http://127.0.0.1:8000 (HOST, PORT, DATA_DIR, DATABASE_URL đặt được)
	$(PYTHON) -m config.start

test: ## Chạy toàn bộ kiểm thử trên SQLite rồi PostgreSQL (ARGS="-k slug" để chọn)
	$(DEV) && exec $(VENV_PYTHON) -m tests.run $(ARGS)

check: ## Kiểm tra mã: định dạng, kiểu, mẫu trang, bản dịch, gói đã ghim…
	$(DEV) && exec $(VENV_PYTHON) -m tests.checks $(ARGS)

format: ## Định dạng lại mã
	$(DEV) && $(VENV_PYTHON) -m ruff format . && $(VENV_PYTHON) -m ruff check --fix .

e2e: ## Chỉ chạy kiểm thử bằng trình duyệt thật, trên cả hai cơ sở dữ liệu
	$(DEV) && exec $(VENV_PYTHON) -m tests.run tests/e2e $(ARGS)

demo: ## Dàn số báo mẫu vào DATA_DIR (SIZE=1000 để thử với nhiều bài)
	$(PYTHON) -m config.start.packages requirements.txt
	DEMO=0 $(VENV_PYTHON) -m config.start.prepare
	$(VENV_PYTHON) manage.py load_demo $(if $(SIZE),--size $(SIZE))

screenshots: ## Chụp các trang chính ở 360 và 1280 px, sáng và tối, vào var/screenshots/
	$(DEV) && exec $(VENV_PYTHON) -m tests.e2e.screenshots $(ARGS)

messages: ## Gom chuỗi cần dịch và biên dịch bản dịch trong config/locale/
	$(DEV) && exec $(VENV_PYTHON) -m tests.checks.translations update

requirements: ## Ghim lại các gói theo pyproject.toml (ARGS=--upgrade để lấy bản mới)
	$(DEV) && exec $(VENV_PYTHON) -m tests.checks.requirements update $(ARGS)

clean: ## Xóa .venv và các tệp tạm (dữ liệu trong var/ được giữ nguyên)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
