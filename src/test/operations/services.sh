# Real servers for the tests: PostgreSQL of Debian, S3Proxy, one that takes notices. To be sourced after support.sh.
# shellcheck shell=bash disable=SC2154,SC2001

# PostgreSQL on the loopback interface at the port $1 with the account quaily and the password $2, in $scratch/pg.
start_postgres() {
  local binaries directory=$scratch/pg
  binaries=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
  mkdir -p "$directory"
  printf '%s\n' "$2" >"$directory/password"
  give_to_postgres "$directory"
  "${as_postgres[@]}" "$binaries/initdb" -D "$directory/data" -U quaily --pwfile="$directory/password" -A scram-sha-256 \
    -E UTF8 --locale=C.UTF-8 --no-sync >"$directory/initdb.out" 2>&1
  "${as_postgres[@]}" "$binaries/postgres" -D "$directory/data" -p "$1" -h 127.0.0.1 -c unix_socket_directories= \
    -c fsync=off -c max_connections=120 >"$directory/log" 2>&1 &
  # INT: otherwise it waits until every client has gone.
  remember $! INT
  export PGPASSFILE=$scratch/pgpass-of-test
  # In this file, colons and backslashes have a backslash before them.
  (umask 077 && printf '*:*:*:*:%s\n' "$(sed 's/[\\:]/\\&/g' <<<"$2")" >"$PGPASSFILE")
  wait_for 120 query postgres 'select 1'
}

# PostgreSQL refuses root. Words before a command that replace themselves by it: the process that was begun is the
# server and not something that waits for it.
as_postgres=()
[ "$(id -u)" != 0 ] || as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups --)

give_to_postgres() { [ "$(id -u)" != 0 ] || chown -R postgres: "$1"; }

query() { psql -X -q -A -t -h 127.0.0.1 -p "$pg_port" -U quaily -d "$1" -c "$2"; }

# S3Proxy at the port $1; buckets are the directories below $scratch/s3.
start_s3() {
  local jar=$root/target/s3proxy/s3proxy.jar
  [ -e "$jar" ] || (cd "$root" && mvn -q -B -Dquick dependency:copy@s3proxy) >"$scratch/mvn.out" 2>&1
  mkdir -p "$scratch/s3"
  printf '%s\n' "s3proxy.endpoint=http://127.0.0.1:$1" s3proxy.authorization=aws-v2-or-v4 \
    "s3proxy.identity=$2" "s3proxy.credential=$3" jclouds.provider=filesystem-nio2 \
    "jclouds.filesystem.basedir=$scratch/s3" >"$scratch/s3proxy.conf"
  java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$jar" org.gaul.s3proxy.Main \
    --properties "$scratch/s3proxy.conf" >"$scratch/s3proxy.log" 2>&1 &
  remember $!
  wait_for 200 curl -sf "http://127.0.0.1:$1/healthz"
}

# A server at the port $1 that answers 200 and writes each request to the file $2.
start_recorder() {
  cat >"$scratch/record" <<'SCRIPT'
#!/bin/bash
length=0
while IFS= read -r line; do
  line=${line%$'\r'}
  [ -n "$line" ] || break
  printf '%s\n' "$line" >>"$1"
  case ${line,,} in content-length:*) length=${line#*: } ;; esac
done
head -c "$length" >>"$1"
printf '\n' >>"$1"
printf 'HTTP/1.1 200 OK\r\nContent-Length: 11\r\nConnection: close\r\n\r\n{"ok":true}'
SCRIPT
  chmod +x "$scratch/record"
  : >"$2"
  socat "TCP-LISTEN:$1,bind=127.0.0.1,fork,reuseaddr" "EXEC:$scratch/record $2" 2>/dev/null &
  remember $!
}

# From now on, looks for the lines of the files $1… in every command line; $scratch/seen gets those that were there.
# Files that do not exist yet are read once they do.
watch_for_secrets() {
  printf 'no-real-secret-%s\n' "$$" >"$scratch/canary"
  : >"$scratch/seen"
  while true; do
    grep -hs . "$scratch/canary" "$@" >"$scratch/watched" || true
    cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' '\n' | grep -oFf "$scratch/watched" >>"$scratch/seen" || true
    sleep 0.05
  done &
  watcher=$!
  remember "$watcher"
}

# Ends the watch. That it works is proved by a word that only this test has in a command line.
no_secret_was_seen() {
  local word
  word=$(cat "$scratch/canary")
  bash -c 'while true; do sleep 1; done' "$word" &
  holds "a secret in a command line would have been seen" wait_for 60 grep -qF "$word" "$scratch/seen"
  end_process $!
  end_process "$watcher"
  equals "no secret was in any command line" "" "$(grep -vF "$word" "$scratch/seen" | sort -u)"
}

# Starts bin/quaily with the arguments after the name $1, and waits for READY in $scratch/$1.log.
start_quaily() {
  local name=$1
  shift
  "$root/bin/quaily" "$@" >"$scratch/$name.log" 2>&1 &
  remember $!
  printf '%s\n' $! >"$scratch/$name.pid"
  wait_for 400 grep -q '^READY' "$scratch/$name.log"
}

stop_quaily() { end_process "$(cat "$scratch/$1.pid")"; }
