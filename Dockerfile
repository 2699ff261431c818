# One image for every service of docker-compose.yml: Dateline, its DAGs, and Airflow with Celery.
FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN useradd --create-home --uid 10001 dateline
WORKDIR /opt/dateline

COPY requirements.lock ./
RUN pip install --require-hashes --requirement requirements.lock \
    # celery 5.7 breaks Airflow's provider
    && uv pip install --system --compile-bytecode \
        "apache-airflow-providers-celery==3.26.0" "apache-airflow-providers-fab==3.10.2" "celery[redis]<5.7"

COPY pyproject.toml README.md LICENSE ./
COPY pipeline pipeline
COPY migrations migrations
COPY expectations expectations
COPY sources sources
COPY sample sample
COPY dags dags
RUN uv pip install --system --no-deps --no-build-isolation --editable . \
    && install --directory --owner=dateline /opt/dateline/.dateline /var/lib/airflow /var/lib/airflow/logs

USER dateline
ENV AIRFLOW_HOME=/var/lib/airflow AIRFLOW__CORE__DAGS_FOLDER=/opt/dateline/dags
ENTRYPOINT ["airflow"]
