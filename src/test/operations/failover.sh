#!/usr/bin/env bash
# A primary with a streaming replica: the primary is killed under load, the replica is promoted. And PgBouncer.
# shellcheck disable=SC2016 source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
# shellcheck source=services.sh
. "$(dirname "${BASH_SOURCE[0]}")/services.sh"

pg_port=$(free_port) replica_port=$(free_port) bouncer_port=$(free_port) site_port=$(free_port)
site=http://127.0.0.1:$site_port
password=secret-of-the-database
binaries=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
both=jdbc:postgresql://127.0.0.1:$pg_port,127.0.0.1:$replica_port/quaily

export QUAILY_DATABASE_URL="$both?targetServerType=primary" QUAILY_DATABASE_USER=quaily QUAILY_DATABASE_PASSWORD=$password
export QUAILY_DATABASE_READ_URL="$both?targetServerType=preferSecondary"
export QUAILY_DATA=$scratch/data QUAILY_LOG_LEVEL=WARN QUAILY_SERVER_PORT=$site_port QUAILY_SITE_BASE_URL=$site

# A replica of the primary; from then on the primary acknowledges what the replica has too.
start_replica() {
  mkdir -p "$scratch/replica"
  cp "$PGPASSFILE" "$scratch/replica/pgpass"
  give_to_postgres "$scratch/replica"
  "${as_postgres[@]}" env PGPASSFILE="$scratch/replica/pgpass" "$binaries/pg_basebackup" -h 127.0.0.1 -p "$pg_port" -U quaily \
    -D "$scratch/replica/data" -R -X stream --checkpoint=fast >"$scratch/replica.out" 2>&1
  "${as_postgres[@]}" env PGPASSFILE="$scratch/replica/pgpass" "$binaries/postgres" -D "$scratch/replica/data" -p "$replica_port" \
    -h 127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=120 >"$scratch/replica.log" 2>&1 &
  remember $! INT
  wait_for 120 replicates
  query postgres "alter system set synchronous_standby_names = '*'"
  query postgres "select pg_reload_conf()" >/dev/null
  wait_for 120 sh -c "[ \"\$(psql -X -q -A -t -h 127.0.0.1 -p $pg_port -U quaily -d postgres -c 'select sync_state from pg_stat_replication')\" = sync ]"
}

replicates() { [ "$(query postgres "select count(*) from pg_stat_replication where state = 'streaming'")" = 1 ]; }

# The process that a database in the directory $1 has told to be its first.
postmaster() { head -n 1 "$1/postmaster.pid"; }

create() {
  curl -s -o /dev/null -m 20 -w '%{http_code}' -X POST -H "X-QUAIL-KEY: $key" -H 'Content-Type: application/json' \
    -d "{\"title\":\"Post $1\",\"slug\":\"post-$1\",\"content\":\"Text $1\"}" "$site/api/lists/notes/posts"
}

# Writes posts until told to stop; those that were acknowledged go to $scratch/acknowledged.
write_posts() {
  local number=0
  while [ ! -e "$scratch/stop" ]; do
    number=$((number + 1))
    if [[ $(create "$1-$number") == 20? ]]; then printf 'post-%s-%s\n' "$1" "$number" >>"$scratch/acknowledged"; fi
  done
}

# Asks for a page until told to stop; answers other than 200 go to $scratch/unread.
read_pages() {
  local status
  while [ ! -e "$scratch/stop" ]; do
    status=$(curl -s -o /dev/null -m 60 -w '%{http_code}' "$site/notes") || true
    printf '.' >>"$scratch/read"
    [ "$status" = 200 ] || printf '%s\n' "$status" >>"$scratch/unread"
    sleep 0.02
  done
}

# Prints after how many tenths of a second a write succeeds again.
time_until_written() {
  local begun tenths
  begun=$(date +%s%N)
  until [[ $(create "after-$RANDOM$RANDOM") == 20? ]]; do
    tenths=$((($(date +%s%N) - begun) / 100000000))
    [ "$tenths" -lt 300 ] || break
    sleep 0.1
  done
  printf '%s\n' $((($(date +%s%N) - begun) / 100000000))
}

acknowledged_more_than() { [ "$(wc -l <"$scratch/acknowledged")" -gt "$1" ]; }

failover_test() {
  local writer loaders=() took written
  : >"$scratch/acknowledged"
  : >"$scratch/unread"
  for writer in 1 2 3; do
    write_posts "$writer" &
    loaders+=($!)
  done
  read_pages &
  loaders+=($!)
  holds "posts are written while the replica confirms them" wait_for 120 acknowledged_more_than 20
  written=$(wc -l <"$scratch/acknowledged")
  kill -9 "$(postmaster "$scratch/pg/data")"
  sleep 2
  "${as_postgres[@]}" "$binaries/pg_ctl" promote -D "$scratch/replica/data" >/dev/null
  took=$(time_until_written)
  note "the API writes again $took tenths of a second after the promotion, after $written writes"
  holds "the API writes again within 10 s of the promotion" test "$took" -le 100
  holds "writes go on after it" wait_for 120 acknowledged_more_than "$written"
  touch "$scratch/stop"
  wait "${loaders[@]}" || true
  pg_port=$replica_port
  sort "$scratch/acknowledged" >"$scratch/acknowledged.sorted"
  query quaily "select slug from post where slug like 'post-%'" | sort >"$scratch/found"
  equals "no acknowledged write is lost" "" "$(comm -23 "$scratch/acknowledged.sorted" "$scratch/found")"
  equals "readers notice nothing" "" "$(cat "$scratch/unread")"
  note "$(wc -l <"$scratch/acknowledged") writes acknowledged, $(wc -c <"$scratch/read") pages read"
}

# The change feed hears from the new primary: a page that another process has rendered is dropped.
feed_test() {
  start_hook
  create of-the-feed >/dev/null
  curl -s -o /dev/null -X PUT -H "X-QUAIL-KEY: $key" "$site/api/lists/notes/posts/post-of-the-feed/publish"
  holds "pages follow from the new primary" wait_for 120 sh -c "curl -s '$site/notes' | grep -q 'Post of-the-feed'"
  holds "the change feed hears the new primary" \
    wait_for 120 sh -c "curl -s '$site/metrics' | awk '/^quaily_change_feed_lag_seconds/ { lag = \$2 } END { exit !(lag < 15) }'"
  holds "the purge hook of docs/scale.md is told of the post's page" wait_for 120 grep -qx 'pages/notes/p/post-of-the-feed.html' "$scratch/purged"
  holds "and of the lists" wait_for 120 grep -qx 'pages/notes/index.html' "$scratch/purged"
  # All of its processes.
  kill -- "-$hook" 2>/dev/null || true
}

# The purge hook of docs/scale.md, as it stands there, with a call of a CDN that writes a line.
start_hook() {
  {
    printf 'purge() { printf "%%s\\n" "$1" >>%q; }\n' "$scratch/purged"
    sed -n '/^  ```sh$/,/^  ```$/p' "$root/docs/scale.md" | grep -v '```'
  } >"$scratch/hook.sh"
  DATABASE="host=127.0.0.1 port=$replica_port user=quaily dbname=quaily" PGAPPNAME=hook setsid bash "$scratch/hook.sh" \
    >"$scratch/hook.out" 2>&1 &
  hook=$!
  wait_for 120 listens
}

listens() { [ "$(query postgres "select count(*) from pg_stat_activity where application_name = 'hook' and query <> ''")" = 1 ]; }

# Connections lent for a transaction, and those that must go round the pooler.
bouncer_test() {
  cat >"$scratch/bouncer.ini" <<INI
[databases]
quaily = host=127.0.0.1 port=$replica_port dbname=quaily
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $bouncer_port
unix_socket_dir =
auth_type = plain
auth_file = $scratch/bouncer.users
pool_mode = transaction
default_pool_size = 4
ignore_startup_parameters = extra_float_digits
logfile = $scratch/bouncer.log
pidfile = $scratch/bouncer.own.pid
INI
  printf '"quaily" "%s"\n' "$password" >"$scratch/bouncer.users"
  chmod 644 "$scratch/bouncer.ini" "$scratch/bouncer.users"
  mkdir -p "$scratch/bouncer"
  give_to_postgres "$scratch/bouncer"
  sed -i "s|$scratch/bouncer.log|$scratch/bouncer/log|; s|$scratch/bouncer.own.pid|$scratch/bouncer/pid|" "$scratch/bouncer.ini"
  "${as_postgres[@]}" pgbouncer "$scratch/bouncer.ini" >"$scratch/bouncer.out" 2>&1 &
  remember $!
  wait_for 120 sh -c "PGPASSFILE=$PGPASSFILE psql -X -h 127.0.0.1 -p $bouncer_port -U quaily -d quaily -c 'select 1'"
  stop_quaily quaily
  unset QUAILY_DATABASE_READ_URL
  export QUAILY_DATABASE_URL="jdbc:postgresql://127.0.0.1:$bouncer_port/quaily?prepareThreshold=0"
  export QUAILY_DATABASE_DIRECT_URL=jdbc:postgresql://127.0.0.1:$replica_port/quaily
  holds "an instance starts behind PgBouncer in transaction mode" start_quaily quaily serve
  local number codes=''
  for number in $(seq 40); do codes+=$(create "bounced-$number"; printf ' '); done
  equals "forty posts go through it" "" "$(tr ' ' '\n' <<<"$codes" | grep -vE '^(20.)?$' || true)"
  curl -s -o /dev/null -X PUT -H "X-QUAIL-KEY: $key" "$site/api/lists/notes/posts/post-bounced-40/publish"
  holds "notifications arrive past it" wait_for 120 sh -c "curl -s '$site/notes' | grep -q 'Post bounced-40'"
  holds "a whole channel is rendered under its lock" "$root/bin/quaily" render notes
}

printf '%s\n' "$password" >"$scratch/words"
watch_for_secrets "$scratch/words"
start_postgres "$pg_port" "$password"
query postgres "create database quaily"
start_replica
start_quaily quaily serve
"$root/bin/quaily" user create ada@letters.example >/dev/null
"$root/bin/quaily" channel create notes --owner ada@letters.example --title Notes >/dev/null
key=$("$root/bin/quaily" user api-key ada@letters.example)
wait_for 120 sh -c "curl -sf -o /dev/null '$site/notes'"
failover_test
feed_test
bouncer_test
no_secret_was_seen
holds "no secret is in a log" not grep -rlF "$password" "$scratch/quaily.log" "$scratch/replica.log" "$scratch/pg/log" "$scratch/bouncer/log" "$scratch/bouncer.out"
