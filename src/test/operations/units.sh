#!/usr/bin/env bash
# The units of etc/systemd, by systemd's own checkers; and their start script against a socket like systemd's.
# shellcheck disable=SC2016 source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
# shellcheck source=services.sh
. "$(dirname "${BASH_SOURCE[0]}")/services.sh"

# systemd wants the programs of a unit to exist.
verify_unit() {
  local file=$scratch/verify/$1
  mkdir -p "$scratch/verify"
  cp "$root"/etc/systemd/*.service "$root"/etc/systemd/*.timer "$scratch/verify/"
  sed -i "s|/opt/quaily/current|$root|" "$scratch"/verify/*.service
  case $1 in
    *@.service) cp "$file" "${file/@./@api.second.}" && file=${file/@./@api.second.} ;;
  esac
  systemd-analyze verify --man=no "$file" 2>&1 | tee "$scratch/verify.out" >&2
  ! grep -F "$scratch/verify/" "$scratch/verify.out" | grep -v 'Service has no ExecStart' | grep -q .
}

messages() { cat "$scratch/notified" 2>/dev/null; }
ready() { messages | grep -q 'READY=1'; }
alive() { [ "$(messages | grep -o 'WATCHDOG=1' | wc -l)" -ge 2 ]; }

start_test() {
  local port
  port=$(free_port)
  mkdir -p "$scratch/credentials" "$scratch/data"
  chmod 755 "$scratch/data"
  printf 'from-a-credential' >"$scratch/credentials/secrets_QUAILY_CHANNELS_SECRETS_KEY"
  socat -u "UNIX-RECVFROM:$scratch/notify,fork" "OPEN:$scratch/notified,creat,append" &
  remember $!
  wait_for 60 test -S "$scratch/notify"
  NOTIFY_SOCKET=$scratch/notify WATCHDOG_USEC=4000000 CREDENTIALS_DIRECTORY=$scratch/credentials \
    QUAILY_SERVER_PORT=$port QUAILY_DATA=$scratch/data QUAILY_LOG_LEVEL=WARN \
    "$root/etc/systemd/start" router-api-worker.second >"$scratch/instance.log" 2>&1 &
  remember $!
  instance=$!
  # A key that is none is refused: the credential has arrived.
  wait_for 300 not kill -0 "$instance"
  holds "a credential reaches the program as its setting" grep -qi 'secrets-key' "$scratch/instance.log"
  equals "systemd is not told that an instance is ready that is not" "" "$(messages)"
  rm "$scratch/credentials/secrets_QUAILY_CHANNELS_SECRETS_KEY"
  NOTIFY_SOCKET=$scratch/notify WATCHDOG_USEC=4000000 CREDENTIALS_DIRECTORY=$scratch/credentials \
    QUAILY_SERVER_PORT=$port QUAILY_DATA=$scratch/data QUAILY_LOG_LEVEL=WARN \
    "$root/etc/systemd/start" router-api-worker.second >"$scratch/instance.log" 2>&1 &
  remember $!
  instance=$!
  holds "systemd is told when the instance is ready" wait_for 300 ready
  holds "and then it is" curl -sf "http://127.0.0.1:$port/readyz"
  holds "the watchdog hears of it again and again" wait_for 120 alive
  kill -TERM "$instance"
  holds "the instance ends in order" wait_for 300 not kill -0 "$instance"
  holds "and so does what reports for it" wait_for 120 not pgrep -f "$root/etc/systemd/start router-api-worker.second"
  : >"$scratch/notified"
  sleep 4
  equals "and nobody reports for it any more" "" "$(messages)"
}

# The same settings reach commands that are run by hand.
by_hand_test() {
  mkdir -p "$scratch/etc/secrets"
  printf 'QUAILY_SITE_NAME="By hand"\nQUAILY_SERVER_PORT=8099\n' >"$scratch/etc/instance.env"
  printf 'no key at all' >"$scratch/etc/secrets/QUAILY_CHANNELS_SECRETS_KEY"
  export SETTINGS_DIRECTORY=$scratch/etc INSTANCE_ACCOUNT=root QUAILY_DATA=$scratch/data
  fails "a secret reaches a command that is run by hand" "$root/bin/as-instance" quaily config check
  holds "which says what is wrong with it" said 'secrets-key'
  rm "$scratch/etc/secrets/QUAILY_CHANNELS_SECRETS_KEY"
  holds "settings reach it" "$root/bin/as-instance" quaily config check
  holds "with spaces in them" said 'By hand'
  printf 'ai.proxies = [{ name = small, kind = openai, model = m, class = small, key = ${OPENAI_KEY} }]\n' >"$scratch/etc/quaily.conf"
  fails "a file of settings that names a key needs it" env QUAILY_CONFIG="$scratch/etc/quaily.conf" "$root/bin/as-instance" quaily config check
  printf 'key-of-a-provider' >"$scratch/etc/secrets/OPENAI_KEY"
  holds "the key of an AI provider reaches it from a secret" env QUAILY_CONFIG="$scratch/etc/quaily.conf" "$root/bin/as-instance" quaily config check
  fails "which is not shown" said 'key-of-a-provider'
  fails "a name that could change how programs run is no secret" sh -c "printf x >'$scratch/etc/secrets/LD_PRELOAD'; '$root/bin/as-instance' quaily version 2>&1 | grep -q 'LD_PRELOAD'"
  holds "what a command prints is its result alone" \
    sh -c "'$root/bin/as-instance' quaily doctor --json 2>/dev/null | jq -e 'map(.part) | index(\"database\")'"
  fails "what is no command of ours is refused" "$root/bin/as-instance" sh -c true
}

for unit in "$root"/etc/systemd/*.service "$root"/etc/systemd/*.timer; do
  holds "systemd accepts ${unit##*/}" verify_unit "${unit##*/}"
done
for unit in "$root"/etc/systemd/*.service; do
  holds "systemd-analyze security gives ${unit##*/} 2.5 or less" systemd-analyze security --offline=true --no-pager --threshold=25 "$unit"
done
holds "cron has a line for the backup and one for its proof" test "$(grep -cE '^[0-9]+ [0-9]+ \* \* [*0]  quaily  /opt/quaily/current/bin/backup' "$root/etc/cron/quaily")" = 2
start_test
by_hand_test
