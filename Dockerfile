# An image that runs dealbot: nothing is downloaded when it runs, no key is in it, and only /data is written to.

FROM python:3.12-slim AS build
WORKDIR /source
COPY tools/installer.lock requirements-image.lock ./
RUN pip install --no-cache-dir --no-deps --require-hashes --only-binary=:all: -r installer.lock
RUN uv venv /opt/dealbot
RUN uv pip install --python /opt/dealbot --no-deps --require-hashes --only-binary=:all: -r requirements-image.lock
COPY pyproject.toml README.md manifest.json ./
COPY knowledge knowledge
COPY prompts prompts
COPY src src
RUN cp -R . /tmp/dealbot && chmod -R u+w /tmp/dealbot && \
    uv pip install --python /opt/dealbot --no-deps --no-build-isolation /tmp/dealbot
RUN /opt/dealbot/bin/python -m compileall -q /opt/dealbot/lib

FROM python:3.12-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin dealbot && install -d -o dealbot -g dealbot /data
COPY --from=build /opt/dealbot /opt/dealbot
ENV PATH=/opt/dealbot/bin:$PATH PYTHONDONTWRITEBYTECODE=1 DEALBOT_DATA_DIR=/data
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 3000
# With sockets there is no port to ask: a bot that no longer works ends, and is started again.
HEALTHCHECK --start-period=60s CMD ["python", "-c", "import os, urllib.request as web; os.environ.get('SLACK_APP_TOKEN') or web.urlopen('http://127.0.0.1:3000/readyz', timeout=3)"]
CMD ["dealbot", "serve", "--host", "0.0.0.0"]
