FROM python:3.12-slim

# The bot needs no rights of its own: it writes only to /data.
RUN useradd --create-home --uid 1000 newspeg && mkdir /data && chown newspeg /data
WORKDIR /app
RUN pip install --no-cache-dir uv

COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
RUN uv sync --no-dev --no-cache
COPY content ./content

USER newspeg
ENV NEWSPEG_DATABASE_URL=sqlite:////data/newspeg.db PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8080
CMD ["/app/.venv/bin/newspeg", "run"]
