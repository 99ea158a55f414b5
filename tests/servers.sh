#!/usr/bin/env bash
# What tests need from Debian, and private servers for them: PostgreSQL and RabbitMQ from Debian's packages, on free loopback ports, in a folder of their own,
# run by the packages' unprivileged users. Everything is found and ended by the process ids kept in that folder.
#
#   tests/servers.sh install                     what is missing (as root, with apt-get)
#   tests/servers.sh postgres start|restart|stop DIR     start prints the connection string
#   tests/servers.sh rabbitmq start|kill|stop DIR        start prints the port; after a kill it starts again on the same ports
#   tests/servers.sh rabbitmq vhost DIR NAME             makes a virtual host for guest
set -uo pipefail

as() { if [ "$(id -u)" = 0 ]; then local user=$1; shift; setpriv --reuid="$user" --regid="$user" --clear-groups "$@"; else shift; "$@"; fi; }
free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])' 2>/dev/null || echo $((20000 + RANDOM % 12000)); }
postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
rabbit=/usr/lib/rabbitmq/bin

install() {
  local missing=()
  [ -x "$(postgres_bin)/initdb" ] || missing+=(postgresql)
  [ -x "$rabbit/rabbitmq-server" ] || missing+=(rabbitmq-server)
  ls /usr/lib/*/faketime/libfaketime.so.1 >/dev/null 2>&1 || missing+=(faketime)
  # Pages are looked at in a browser that can write Chinese; documents are opened and turned into pictures.
  [ -x /usr/bin/chromium ] || missing+=(chromium)
  [ -n "$(fc-list :lang=zh family 2>/dev/null)" ] || missing+=(fontconfig fonts-noto-cjk)
  [ -x /usr/bin/soffice ] || missing+=(libreoffice-writer libreoffice-calc)
  [ -x /usr/bin/pdftoppm ] || missing+=(poppler-utils)
  # The sample client in curl reads JSON with it.
  command -v jq >/dev/null || missing+=(jq)
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then echo "install ${missing[*]} (Debian's names), or run as root" >&2; return 1; fi
  local log; log=$(mktemp)
  # Their system services are not ours to start.
  local policy=/usr/sbin/policy-rc.d made=""
  if [ ! -e $policy ]; then printf '#!/bin/sh\nexit 101\n' >$policy && chmod 755 $policy && made=yes; fi
  { apt-get install -y -qq --no-install-recommends "${missing[@]}" || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; }; } \
    </dev/null >"$log" 2>&1
  local result=$?
  [ -n "$made" ] && rm -f $policy
  [ $result -eq 0 ] || tail -n 5 "$log" >&2
  rm -f "$log"
  return $result
}

postgres() {
  local verb=$1 dir=$2 bin
  bin=$(postgres_bin)
  [ -x "$bin/pg_ctl" ] || { echo "PostgreSQL isn't installed" >&2; return 1; }
  case $verb in
    start)
      if [ ! -d "$dir/data" ]; then
        mkdir -p "$dir" && { [ "$(id -u)" != 0 ] || chown postgres "$dir"; }
        free_port >"$dir/port"
        as postgres "$bin/initdb" -D "$dir/data" -A trust -U commerce --no-sync >"$dir/init.log" 2>&1 || { tail -n 5 "$dir/init.log" >&2; return 1; }
      fi
      local port; port=$(cat "$dir/port")
      as postgres "$bin/pg_ctl" -D "$dir/data" -w -t 60 -l "$dir/server.log" \
        -o "-c listen_addresses=127.0.0.1 -p $port -k $dir -c max_connections=300" start >"$dir/start.log" 2>&1 || { tail -n 5 "$dir/server.log" >&2; return 1; }
      echo "Host=127.0.0.1;Port=$port;Username=commerce;Database=postgres" ;;
    restart) as postgres "$bin/pg_ctl" -D "$dir/data" -m immediate -w -t 60 -l "$dir/server.log" restart >"$dir/start.log" 2>&1 ;;
    stop) as postgres "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 ;;
  esac
}

listens() { for _ in $(seq 1 "$2"); do (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0; sleep 0.1; done; return 1; }

rabbit_settings() {
  local dir=$1
  # shellcheck disable=SC1091
  . "$dir/ports"
  export HOME=$dir RABBITMQ_NODENAME=commerce$NODE@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT=$NODE RABBITMQ_DIST_PORT=$DIST \
    ERL_EPMD_PORT=$EPMD ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_MNESIA_BASE=$dir/mnesia RABBITMQ_LOG_BASE=$dir/log RABBITMQ_ENABLED_PLUGINS_FILE=$dir/plugins \
    RABBITMQ_PID_FILE=$dir/pid RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}" RABBITMQ_CONF_ENV_FILE=/dev/null \
    RABBITMQ_CTL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
}

rabbitmq() {
  local verb=$1 dir=$2
  [ -x "$rabbit/rabbitmq-server" ] || { echo "RabbitMQ isn't installed" >&2; return 1; }
  case $verb in
    start)
      if [ ! -e "$dir/ports" ]; then
        mkdir -p "$dir" && { [ "$(id -u)" != 0 ] || chown rabbitmq "$dir"; }
        printf 'NODE=%s\nDIST=%s\nEPMD=%s\n' "$(free_port)" "$(free_port)" "$(free_port)" >"$dir/ports"
        echo "[]." >"$dir/plugins"
      fi
      rabbit_settings "$dir"
      if ! kill -0 "$(cat "$dir/epmd.pid" 2>/dev/null || echo 999999999)" 2>/dev/null; then
        as rabbitmq setsid bash -c 'echo $$ >"$0/epmd.pid"; exec epmd -port "$1" -address 127.0.0.1' "$dir" "$EPMD" </dev/null >"$dir/epmd.log" 2>&1 &
        listens "$EPMD" 100
      fi
      (cd "$dir" && as rabbitmq setsid "$rabbit/rabbitmq-server") </dev/null >"$dir/server.log" 2>&1 &
      if listens "$NODE" 600; then echo "$NODE"; else tail -n 20 "$dir/server.log" >&2; return 1; fi ;;
    vhost)
      rabbit_settings "$dir"
      as rabbitmq "$rabbit/rabbitmqctl" -q add_vhost "$3" >"$dir/ctl.log" 2>&1 && as rabbitmq "$rabbit/rabbitmqctl" -q set_permissions -p "$3" guest '.*' '.*' '.*' >>"$dir/ctl.log" 2>&1 \
        || { cat "$dir/ctl.log" >&2; return 1; } ;;
    pid) cat "$dir/pid" ;;
    kill)
      local pid; pid=$(cat "$dir/pid")
      kill -9 "$pid"
      while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done ;;
    stop)
      kill -9 "$(cat "$dir/pid" 2>/dev/null)" 2>/dev/null
      kill "$(cat "$dir/epmd.pid" 2>/dev/null)" 2>/dev/null
      return 0 ;;
  esac
}

case ${1:-} in
  install) install ;;
  postgres | rabbitmq) "$@" ;;
  *) sed -n '2,10p' "$0"; exit 2 ;;
esac
