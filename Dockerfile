# The program as it stands in the repository.
FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Our tools for tests are optional peers of better-auth, which keep them installed unless nobody else asks for them.
RUN npm pkg delete devDependencies && npm install --omit=dev --no-fund --no-audit && npm cache clean --force

FROM node:22-bookworm-slim
# Chromium for lists that only a script writes; the fonts so that Chinese is not boxes in pictures and reports.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates chromium fonts-noto-cjk tzdata \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json tsconfig.json LICENSE ./
COPY bin bin
COPY config config
COPY crawlers crawlers
COPY jobs jobs
COPY sample-city sample-city
COPY src src
# The first start compiles the sources; later ones may not write there.
RUN node bin/gongkai.mjs --version
# Everything above belongs to root and is only read; these two are written to, and a new volume takes over their owner.
RUN mkdir -m 700 /data /backups && chown node:node /data /backups
USER node
# The container is the sandbox: Chromium's own needs rights that containers do not give.
ENV NODE_ENV=production \
  TZ=Asia/Shanghai \
  HOME=/tmp \
  GONGKAI_CHROMIUM=/usr/bin/chromium \
  GONGKAI_CHROMIUM_SANDBOX=off
EXPOSE 8460
ENTRYPOINT ["node", "/app/bin/gongkai.mjs"]
CMD ["serve", "--host", "0.0.0.0", "--config", "/config", "--data", "/data"]
