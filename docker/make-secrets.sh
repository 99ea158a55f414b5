#!/usr/bin/env bash
# Makes docker/secrets: random passwords and a self-signed certificate. What is there already is kept.
#   docker/make-secrets.sh postgresql|sqlserver [host name]
set -euo pipefail
cd "$(dirname "$0")"
database=${1:?postgresql or sqlserver}
name=${2:-localhost}
case $database in postgresql | sqlserver) ;; *) echo "$database is neither postgresql nor sqlserver" >&2; exit 1 ;; esac

# The folder is closed; the files in it are open, because each container reads them as a user of its own.
mkdir -p secrets
chmod 700 secrets
cd secrets
keep() { [ -s "$1" ] || { cat >"$1"; chmod 644 "$1"; }; }
random() { printf 'Aa1-%s' "$(openssl rand -hex 24)"; }

random | keep "$database.password"
random | keep rabbitmq.password
random | keep administrator.password
printf 'administrator' | keep administrator.name
printf 'default_user = commerce\ndefault_pass = %s\n' "$(cat rabbitmq.password)" | keep rabbitmq.conf
case $database in
  postgresql) printf 'Host=database;Database=commerce;Username=commerce;Password=%s' "$(cat postgresql.password)" ;;
  sqlserver) printf 'Server=database;Database=commerce;User Id=sa;Password=%s;TrustServerCertificate=true' "$(cat sqlserver.password)" ;;
esac | keep "$database.connection"
[ -s tls.crt ] || openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj "/CN=$name" -addext "subjectAltName=DNS:$name" -keyout tls.key -out tls.crt 2>/dev/null
chmod 644 tls.key tls.crt
echo "docker/secrets is ready; the first administrator's password is in administrator.password"
