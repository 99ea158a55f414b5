#!/usr/bin/env bash
# Installs what is missing, starts private servers, runs every test, stops what it started.
# Last line: N passed, N failed, N skipped.   Options are handed to dotnet test (./test.sh --filter Ordering).
set -uo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
pg=""
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

say() { printf '\n== %s (%ss)\n' "$1" "$SECONDS"; }
as_postgres() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
stop() {
  [ -n "$pg" ] && as_postgres "$pg/pg_ctl" -D "$work/pg/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$work"
}
trap stop EXIT

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

start_postgres() {
  if [ -z "$(postgres_bin)" ] || [ ! -x "$(postgres_bin)/initdb" ]; then
    command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
    say "installing PostgreSQL"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >"$work/apt.log" 2>&1 || { tail -n 5 "$work/apt.log"; return 1; }
  fi
  local bin port
  bin=$(postgres_bin)
  [ -x "$bin/initdb" ] || return 1
  port=$(free_port)
  mkdir -p "$work/pg"
  chmod 755 "$work"
  [ "$(id -u)" = 0 ] && chown postgres "$work/pg"
  as_postgres "$bin/initdb" -D "$work/pg/data" -A trust -U commerce --no-sync >"$work/pg.log" 2>&1 || { tail -n 5 "$work/pg.log"; return 1; }
  as_postgres "$bin/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/server.log" \
    -o "-c listen_addresses=127.0.0.1 -p $port -k $work/pg -c max_connections=300" start >"$work/pg.log" 2>&1 || { tail -n 5 "$work/pg.log"; return 1; }
  pg=$bin
  export COMMERCE_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=commerce;Database=postgres"
}

free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])' 2>/dev/null || echo $((20000 + RANDOM % 20000)); }

say "starting a private PostgreSQL"
if ! start_postgres; then
  echo "PostgreSQL could not be started here: its tests are skipped by name."
  [ "${CI:-}" = true ] && { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
fi

say "building"
dotnet build Commerce.sln -v quiet -nologo || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
say "formatting"
dotnet format whitespace Commerce.sln --verify-no-changes --no-restore >"$work/format.log" 2>&1
formatted=$?
[ $formatted -eq 0 ] || head -n 20 "$work/format.log"
say "testing"
dotnet test Commerce.sln --no-build -nologo -m:1 "$@" 2>&1 | tee "$work/test.log" | grep -E '^(Passed!|Failed!|Skipped!)|\[FAIL\]|Skipped |Error Message|Assert|error|^   at Commerce' || true
tested=${PIPESTATUS[0]}

read -r passed failed skipped < <(awk '/^(Passed!|Failed!|Skipped!) / {
  for (i = 1; i <= NF; i++) { if ($i == "Failed:") f += $(i+1); if ($i == "Passed:") p += $(i+1); if ($i == "Skipped:") s += $(i+1) } }
  END { print p + 0, f + 0, s + 0 }' "$work/test.log")
[ $formatted -eq 0 ] || { echo "The formatting differs: run dotnet format whitespace Commerce.sln"; failed=$((failed + 1)); }
[ "$tested" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
say "done"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
