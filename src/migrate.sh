#!/usr/bin/env bash
# Adds a migration of one module to all three providers:  src/migrate.sh Ordering AddPayments
set -euo pipefail
cd "$(dirname "$0")/.."
module=${1:?module, such as Ordering}
name=${2:?name of the migration, such as AddPayments}
dotnet tool restore >/dev/null
for provider in Sqlite PostgreSql SqlServer; do
  project=src/Migrations.$provider
  dotnet build "$project" -v quiet -nologo
  dotnet ef migrations add "$name" --no-build --project "$project" --startup-project "$project" \
    --context "${module}DbContext" --output-dir "$module"
done
