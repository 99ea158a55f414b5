#!/usr/bin/env bash
# Installs what is missing, starts private servers, runs every test, stops what it started (the fault tests start and stop a broker of their own).
# Last line: N passed, N failed, N skipped.   Options are handed to dotnet test (./test.sh --filter Ordering).
set -uo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

# Most processes here live for seconds: measuring the code to make it faster later costs a fifth of their time.
export DOTNET_TieredPGO=0

say() { printf '\n== %s (%ss)\n' "$1" "$SECONDS"; }
stop() {
  [ -d "$work/pg/data" ] && tests/servers.sh postgres stop "$work/pg"
  rm -rf "$work"
}
trap stop EXIT

say "installing what is missing"
if tests/servers.sh install; then
  say "starting a private PostgreSQL"
  chmod 755 "$work"
  COMMERCE_TEST_POSTGRES=$(tests/servers.sh postgres start "$work/pg") && export COMMERCE_TEST_POSTGRES
fi
if [ -z "${COMMERCE_TEST_POSTGRES:-}" ]; then
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
telling='^(Passed!|Failed!|Skipped!)|\[FAIL\]|Skipped |error|^   at Commerce'
dotnet test Commerce.sln --no-build -nologo -m:1 "$@" 2>&1 | tee "$work/test.log" | {
  told=0
  while IFS= read -r line; do
    [[ $line == *"Error Message:"* ]] && told=5
    if ((told-- > 0)) || [[ $line =~ $telling ]]; then printf '%s\n' "${line:0:1000}"; fi
  done
}
tested=${PIPESTATUS[0]}

read -r passed failed skipped < <(awk '/^(Passed!|Failed!|Skipped!) / {
  for (i = 1; i <= NF; i++) { if ($i == "Failed:") f += $(i+1); if ($i == "Passed:") p += $(i+1); if ($i == "Skipped:") s += $(i+1) } }
  END { print p + 0, f + 0, s + 0 }' "$work/test.log")
[ $formatted -eq 0 ] || { echo "The formatting differs: run dotnet format whitespace Commerce.sln"; failed=$((failed + 1)); }
[ "$tested" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
say "done"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
