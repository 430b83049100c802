# Exact versions, so that a build next year is this one; the packages' are pinned by a day in pyproject.toml.
FROM python:3.12.14-slim-bookworm
RUN pip install --no-cache-dir uv==0.13.9

# The bot needs no rights of its own: it writes to /data alone, which is its owner's alone.
RUN useradd --no-create-home --uid 1000 --shell /usr/sbin/nologin newspeg \
    && install --directory --owner=newspeg --group=newspeg --mode=700 /data
WORKDIR /app

COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
RUN uv sync --no-dev --extra llm --no-editable --no-cache --compile-bytecode
COPY content ./content

USER newspeg
ENV NEWSPEG_DATABASE_URL=sqlite:////data/newspeg.db PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
VOLUME /data
EXPOSE 8080
CMD ["/app/.venv/bin/newspeg", "run"]
