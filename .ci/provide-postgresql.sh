#!/usr/bin/env bash
# Starts a PostgreSQL with pgvector in FOLDER and prints its address; installs both first where they are missing.
# Fails with one clear line where it cannot. Stop the server with: .ci/provide-postgresql.sh --stop FOLDER
set -uo pipefail

install_seconds=300
# Debian packages pgvector from trixie on; its source builds against the server of older releases, too.
pgvector_version=0.8.0

main() {
  if [ "${1:-}" = --stop ]; then stop_server "$2"; return; fi
  local folder=$1 bin
  bin=$(find_server) || {
    install_server >"$folder/install.log" 2>&1 || give_up "it could not be installed ($(tail -n 1 "$folder/install.log"))"
    bin=$(find_server) || give_up "it was installed but pgvector is not beside it"
  }
  start_server "$folder" "$bin"
}

give_up() {
  echo "PostgreSQL with pgvector: $1" >&2
  exit 1
}

# The newest server that has pgvector: its folder of programs.
find_server() {
  local bin sharedir
  for bin in $(printf '%s\n' /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null)" | sort -rV); do
    [ -x "$bin/initdb" ] || continue
    sharedir=/usr/share/postgresql/$(basename "$(dirname "$bin")")
    [ -x "$bin/pg_config" ] && sharedir=$("$bin/pg_config" --sharedir)
    if [ -f "$sharedir/extension/vector.control" ]; then echo "$bin"; return 0; fi
  done
  return 1
}

install_server() {
  [ "$(id -u)" = 0 ] || { echo "only root may install it"; return 1; }
  command -v apt-get >/dev/null || { echo "there is no apt-get"; return 1; }
  export -f install_with_apt build_pgvector
  export pgvector_version DEBIAN_FRONTEND=noninteractive
  timeout "$install_seconds" bash -c install_with_apt || { echo "the installation failed or took over $install_seconds s"; return 1; }
}

install_with_apt() {
  set -e
  apt-get update -q
  # No server of the system's own: ours lives in a folder for the time of the tests.
  mkdir -p /etc/postgresql-common/createcluster.d
  echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.d/none.conf
  packaged=$(apt-cache search --names-only '^postgresql-[0-9]+-pgvector$' | cut -d' ' -f1 | sort -V | tail -n 1)
  if [ -n "$packaged" ]; then
    apt-get install -qy --no-install-recommends "${packaged%-pgvector}" "$packaged"
  else
    version=$(apt-cache search --names-only '^postgresql-[0-9]+$' | cut -d' ' -f1 | sort -V | tail -n 1)
    version=${version#postgresql-}
    apt-get install -qy --no-install-recommends "postgresql-$version" "postgresql-server-dev-$version" build-essential
    build_pgvector "/usr/lib/postgresql/$version/bin/pg_config"
  fi
}

build_pgvector() {
  set -e
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  # A source list of its own, read only here: the machine's own lists stay as they are.
  mkdir -p "$work/lists/partial" "$work/source"
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main" >"$work/sources.list"
  options="-o Dir::Etc::SourceList=$work/sources.list -o Dir::Etc::SourceParts=- -o Dir::State::Lists=$work/lists -o APT::Sandbox::User=root"
  apt-get $options update -q
  cd "$work/source"
  apt-get $options source -q --download-only "pgvector=$pgvector_version-*" || apt-get $options source -q --download-only pgvector
  tar -xf pgvector_*.orig.tar.*
  cd pgvector-*/
  # OPTFLAGS: the build must run on any machine of this kind, not only on this one.
  make -s -j"$(nproc)" OPTFLAGS="" PG_CONFIG="$1"
  make -s install PG_CONFIG="$1"
}

# PostgreSQL refuses to run as root.
as_server_user() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_server() {
  local folder=$1 bin=$2 port
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
  echo "$bin" >"$folder/bin"
  {
    as_server_user "$bin/initdb" -D "$folder/data" -U marginalia --auth=trust -E UTF8 --locale=C --no-sync &&
      as_server_user "$bin/pg_ctl" -D "$folder/data" -w -t 30 -l "$folder/server.log" \
        -o "-c listen_addresses=127.0.0.1 -p $port -k $folder -c fsync=off" start
  } >"$folder/start.log" 2>&1 </dev/null || {
    as_server_user cat "$folder/start.log" "$folder/server.log" >&2
    give_up "the server did not start"
  }
  echo "postgres://marginalia@127.0.0.1:$port/postgres"
}

stop_server() {
  [ -f "$1/data/postmaster.pid" ] || return 0
  as_server_user "$(cat "$1/bin")/pg_ctl" -D "$1/data" -m immediate -w -t 20 stop >/dev/null 2>&1
}

main "$@"
