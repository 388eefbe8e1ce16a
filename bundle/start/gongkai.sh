#!/bin/sh
# Starts gongkai with the Node.js of GONGKAI_NODE, else the one in node/ beside this file, else that of the system.
here=$(cd -- "$(dirname -- "$0")" && pwd) || exit 1
if [ -n "${GONGKAI_NODE:-}" ]; then node=$GONGKAI_NODE
elif [ -x "$here/node/bin/node" ]; then node=$here/node/bin/node
else node=$(command -v node) || {
  echo "没有找到 Node.js：请把 Node.js 20.19 或更新版本解压到 $here/node" >&2
  echo "no Node.js found: unpack Node.js 20.19 or newer into $here/node" >&2
  exit 1
}
fi
exec "$node" "$here/bin/gongkai.mjs" "$@"
