#!/usr/bin/env bash
# etc/nginx before two instances.
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
# shellcheck source=services.sh
. "$(dirname "${BASH_SOURCE[0]}")/services.sh"
# shellcheck source=balancer.sh
. "$(dirname "${BASH_SOURCE[0]}")/balancer.sh"

first=$(free_port) second=$(free_port) balancer_port=$(free_port)
site=http://127.0.0.1:$balancer_port

# Routers need a storage and nothing else.
start_router() {
  QUAILY_SERVER_PORT=$2 QUAILY_DATA=$scratch/data QUAILY_LOG_LEVEL=WARN QUAILY_SERVER_TRUSTED_PROXIES=127.0.0.1 \
    QUAILY_SERVER_REQUEST_LOG=$scratch/$1.requests start_quaily "$1" serve --roles=router
}

load() {
  wrk -t 1 -c 16 -d "$1" --timeout 100s "$site/letters/p/hello" >"$scratch/wrk" 2>&1 &
  loader=$!
}

failed_requests() { grep -E 'Socket errors|Non-2xx' "$scratch/wrk" || true; }

# nginx accepts a file with certificates of this test in place of real ones.
accepts() {
  local conf=$scratch/accepted/$1
  mkdir -p "$scratch/accepted/log"
  {
    printf 'pid %s;\nerror_log %s;\nevents {}\nhttp {\n' "$scratch/accepted/pid" "$scratch/accepted/log/error"
    sed -e "s|/etc/letsencrypt/live/[^/]*/fullchain.pem|$scratch/certificate.pem|; s|/etc/letsencrypt/live/[^/]*/privkey.pem|$scratch/key.pem|" \
      -e "s|/var/log/nginx|$scratch/accepted/log|; s|/var/cache/nginx|$scratch/accepted/cache|; s|listen 80|listen $(free_port)|; s|listen 443|listen $(free_port)|; /listen \[::\]/d" \
      "$root/etc/nginx/$1"
    printf '}\n'
  } >"$conf"
  nginx -t -p "$scratch/accepted" -c "$conf"
}

files_test() {
  local file
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test -keyout "$scratch/key.pem" -out "$scratch/certificate.pem" 2>/dev/null
  mkdir -p "$scratch/accepted/cache"
  for file in lb.conf router.conf quaily.conf; do
    holds "nginx accepts etc/nginx/$file" accepts "$file"
  done
}

killed_test() {
  load 12s
  sleep 3
  kill -9 "$(cat "$scratch/first.pid")"
  sleep 3
  start_router first "$first"
  wait "$loader" || true
  grep 'requests in' "$scratch/wrk" | sed 's/^/# /'
  equals "an instance is killed under load, and no request that may be repeated fails" "" "$(failed_requests)"
  holds "both instances had requests" test -s "$scratch/first.requests" -a -s "$scratch/second.requests"
}

headers_test() {
  local id=of-the-client-1
  equals "a request id of the client's goes through" "$id" \
    "$(curl -s -o /dev/null -D - -H "X-Request-Id: $id" "$site/readyz" | tr -d '\r' | sed -n 's/^x-request-id: //Ip')"
  fails "one that could be anything does not" \
    sh -c "curl -s -o /dev/null -D - -H 'X-Request-Id: <b>' '$site/readyz' | grep -i 'x-request-id: <b>'"
  curl -s -o /dev/null -H 'X-Forwarded-For: 203.0.113.9' "$site/letters/p/hello"
  sleep 1
  fails "an address that a client claims to have is not believed" grep -q 203.0.113.9 "$scratch/first.requests" "$scratch/second.requests"
  equals "metrics are not for the world" 404 "$(curl -s -o /dev/null -w '%{http_code}' "$site/metrics")"
}

# What may have been done is not done twice: a request to change something fails when its instance dies.
unrepeated_test() {
  kill -STOP "$(cat "$scratch/first.pid")" "$(cat "$scratch/second.pid")"
  curl -s -m 3 -o /dev/null -X POST "$site/api/lists" -d '{}' || true
  kill -CONT "$(cat "$scratch/first.pid")" "$(cat "$scratch/second.pid")"
  wait_for 60 grep -q '"POST /api/lists"' "$scratch/nginx/access.log" || true
  equals "a POST goes to one instance only" 1 "$(grep '"POST /api/lists"' "$scratch/nginx/access.log" | grep -oE '127\.0\.0\.1:[0-9]+' | sort -u | wc -l)"
}

# A server at the port $1 in place of an instance: an event stream that goes on when $scratch/go-on is there, and uploads of
# 20 MB that leave a file $scratch/half when that much has come.
start_streams() {
  cat >"$scratch/streams" <<'SCRIPT'
#!/bin/bash
IFS= read -r request
while IFS= read -r line && [ "$line" != $'\r' ]; do :; done
case $request in
  *events*)
    printf 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: one\n\n'
    for _ in $(seq 600); do
      [ ! -e "$1/go-on" ] || break
      sleep 0.1
    done
    printf 'data: two\n\n'
    ;;
  *attachments*)
    head -c 8388608 >/dev/null
    : >"$1/half"
    printf 'HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\n%8s' $((8388608 + $(head -c 12582912 | wc -c)))
    ;;
esac
SCRIPT
  chmod +x "$scratch/streams"
  socat "TCP-LISTEN:$1,bind=127.0.0.1,fork,reuseaddr" "EXEC:$scratch/streams $scratch" 2>/dev/null &
  remember $!
}

events_test() {
  curl -sN -o "$scratch/events" "http://127.0.0.1:$1/api/events" &
  local client=$!
  holds "the first piece of an event stream arrives before there is a second" wait_for 30 grep -q 'data: one' "$scratch/events"
  fails "which there is not yet" grep -q 'data: two' "$scratch/events"
  : >"$scratch/go-on"
  wait "$client" || true
  holds "the second one follows" grep -q 'data: two' "$scratch/events"
}

upload_test() {
  local answer
  exec 7<>"/dev/tcp/127.0.0.1/$1"
  printf '%s\r\n' 'POST /api/attachments HTTP/1.1' 'Host: api.letters.example' 'Content-Length: 20971520' 'Connection: close' '' >&7
  head -c 10485760 /dev/zero >&7
  holds "an instance has the beginning of an upload before the client has sent the end" wait_for 30 test -e "$scratch/half"
  equals "and nothing of it is in a file of nginx" "" "$(find "$scratch/streaming/body" -type f)"
  head -c 10485760 /dev/zero >&7
  answer=$(cat <&7)
  exec 7>&-
  equals "all of it arrives" 20971520 "${answer##*$'\n'}"
}

streams_test() {
  local port streams
  port=$(free_port) streams=$(free_port)
  start_streams "$streams"
  start_balancer "$port" "$streams" "$streams" streaming
  wait_for 60 curl -s -o /dev/null "http://127.0.0.1:$port/metrics"
  events_test "$port"
  upload_test "$port"
}

mkdir -p "$scratch/data/storage/pages/letters/p" "$scratch/data/storage/routing"
printf '<p>hello</p>' >"$scratch/data/storage/pages/letters/p/hello.html"
files_test
streams_test
start_router first "$first"
start_router second "$second"
start_balancer "$balancer_port" "$first" "$second"
wait_for 60 curl -sf "$site/letters/p/hello"
killed_test
headers_test
unrepeated_test
