#!/usr/bin/env bash
# bin/each and bin/deploy, against two sshd on the loopback interface, each with an instance; nginx before them.
# Expressions in single quotes are for the hosts.
# shellcheck disable=SC2016 source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
# shellcheck source=services.sh
. "$(dirname "${BASH_SOURCE[0]}")/services.sh"
# shellcheck source=balancer.sh
. "$(dirname "${BASH_SOURCE[0]}")/balancer.sh"
# shellcheck source=checkout.sh
. "$(dirname "${BASH_SOURCE[0]}")/checkout.sh"

pg_port=$(free_port) balancer_port=$(free_port) notice_port=$(free_port)
site_1=$(free_port) site_2=$(free_port)
site=http://127.0.0.1:$balancer_port
password=secret-of-the-database token=123:secret-of-telegram
notices=$scratch/notices
export SSH_CONFIG=$scratch/ssh_config

# A host: an sshd of its own, whose deployments go to a directory of their own, and a command that restarts it.
start_host() {
  local name=$1 site=$2 port directory=$scratch/$1
  port=$(free_port)
  mkdir -p "$directory"
  ssh-keygen -q -t ed25519 -N '' -f "$directory/host_key"
  cat >"$directory/restart" <<SCRIPT
#!/bin/bash
if [ -e "$directory/pid" ]; then
  kill "\$(cat "$directory/pid")" 2>/dev/null
  while kill -0 "\$(cat "$directory/pid")" 2>/dev/null; do sleep 0.05; done
fi
# What this host alone cannot run.
if [ "\$(readlink "$directory/opt/current")" = "versions/\$(cat "$directory/refused" 2>/dev/null)" ]; then exit 1; fi
export QUAILY_DATABASE_URL=jdbc:postgresql://127.0.0.1:$pg_port/quaily QUAILY_DATABASE_USER=quaily QUAILY_DATABASE_PASSWORD=$password
export QUAILY_SERVER_PORT=$site QUAILY_DATA=$scratch/data QUAILY_LOG_LEVEL=WARN
setsid "$directory/opt/current/bin/quaily" serve --roles=router,api >"$directory/log" 2>&1 </dev/null 9>&- &
echo \$! >"$directory/pid"
# Like systemctl with units that report: waits until the instance is ready, and fails when it ends.
until curl -sf -m 5 -o /dev/null http://127.0.0.1:$site/readyz; do
  kill -0 "\$(cat "$directory/pid")" 2>/dev/null || exit 1
  sleep 0.2
done
SCRIPT
  chmod +x "$directory/restart"
  cat >"$directory/sshd_config" <<CONF
Port $port
ListenAddress 127.0.0.1
HostKey $directory/host_key
AuthorizedKeysFile $scratch/key.pub
PidFile $directory/sshd.pid
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
AcceptEnv DEPLOY_READY_TIMEOUT
SetEnv DEPLOY_DIRECTORY=$directory/opt DEPLOY_READY_URL=http://127.0.0.1:$site/readyz DEPLOY_RESTART=$directory/restart "DEPLOY_LOG=cat $directory/log"
CONF
  cat >>"$SSH_CONFIG" <<CONF
Host $name
  HostName 127.0.0.1
  Port $port
  User $(id -un)
  IdentityFile $scratch/key
  StrictHostKeyChecking no
  UserKnownHostsFile $scratch/known_hosts
  LogLevel ERROR
  SendEnv DEPLOY_READY_TIMEOUT
CONF
  mkdir -p /run/sshd
  "$(command -v sshd)" -D -f "$directory/sshd_config" -E "$directory/sshd.log" &
  remember $!
}

# Instances are started by ssh, so they are ended by what they wrote.
stop_instances() {
  local name
  for name in host-1 host-2; do
    [ ! -e "$scratch/$name/pid" ] || end_process "$(cat "$scratch/$name/pid")"
  done
  end_children
}
trap stop_instances EXIT

# A channel with a post, whose page is in storage.
make_content() (
  export QUAILY_DATABASE_URL=jdbc:postgresql://127.0.0.1:$pg_port/quaily QUAILY_DATABASE_USER=quaily
  export QUAILY_DATABASE_PASSWORD=$password QUAILY_DATA=$scratch/data QUAILY_LOG_LEVEL=WARN
  "$root/bin/quaily" user create ada@letters.example >/dev/null
  "$root/bin/quaily" channel create notes --owner ada@letters.example --title Notes >/dev/null
  key=$("$root/bin/quaily" user api-key ada@letters.example)
  curl -sf -o /dev/null -H "X-QUAIL-KEY: $key" -H 'Content-Type: application/json' \
    -d '{"title":"Hello","slug":"hello","content":"Hello to all"}' "$site/api/lists/notes/posts"
  curl -sf -o /dev/null -X PUT -H "X-QUAIL-KEY: $key" "$site/api/lists/notes/posts/hello/publish"
  "$root/bin/quaily" render notes >/dev/null
)

current() { basename "$(readlink "$scratch/$1/opt/current")"; }
both_have() { [ "$(current host-1)" = "$1" ] && [ "$(current host-2)" = "$1" ]; }

each_test() {
  holds "bin/each runs a command on two hosts" "$root/bin/each" host-1,host-2 -- 'echo said by $SSH_CONNECTION; echo DIR=$DEPLOY_DIRECTORY'
  holds "each line has its host in front" said "^host-2 │ DIR=$scratch/host-2/opt"
  printf '# ours\nhost-1\nhost-2 # second\n' >"$scratch/hosts"
  fails "a status other than 0 on one host is a failure" "$root/bin/each" "@$scratch/hosts" -- 'case $DEPLOY_DIRECTORY in *host-2*) exit 3;; esac'
  holds "the host and its status are named" said 'host-2: status 3'
  holds "the other one counts as done" said '1 of 2 hosts done'
  printf 'Host gone\n  HostName 127.0.0.1\n  Port 1\n' >>"$SSH_CONFIG"
  fails "a host that cannot be reached is a failure" "$root/bin/each" gone,host-1 -- true
  holds "which is said" said 'gone: status 255, ssh could not connect'
  fails "a command that takes too long is ended" "$root/bin/each" --timeout 1 host-1 -- sleep 20
  holds "which is said too" said 'not done after 1 s'
  fails "a name that is an option of ssh is refused" "$root/bin/each" -- -oProxyCommand=x -- true
  holds "the layout for zellij has a pane for each host" test "$("$root/bin/each" --layout host-1,host-2 | grep -c 'pane name=')" = 2
}

first_test() {
  printf 'changed\n' >"$checkout/etc/note"
  fails "a tree with changes is refused" deploy host-1,host-2
  git -C "$checkout" checkout -q etc/note
  holds "--dry-run changes nothing" deploy --dry-run host-1,host-2
  fails "on the hosts" test -e "$scratch/host-1/opt"
  holds "the first version comes to both hosts" deploy host-1,host-2
  holds "both have it" both_have v1
  holds "somebody is told" grep -q 'v1+is+deployed' "$notices"
  fails "there is nothing to go back to yet" deploy --rollback host-1,host-2
  holds "which is said" said 'no version before v1 is known'
  holds "and nothing changes" both_have v1
}

# What is asked for under load: whether an instance lives, a page from storage, a channel from the database.
kinds=(healthz page api)
address_of() {
  case $1 in
    healthz) printf '%s/healthz\n' "$site" ;;
    page) printf '%s/notes/p/hello\n' "$site" ;;
    api) printf '%s/api/lists/notes\n' "$site" ;;
  esac
}

# Load on the balancer while the command after the name $1 runs; its figures go to $scratch/$1-KIND.wrk. A connection
# pauses between its requests, so that the instances have the machine to start on.
under_load() {
  local name=$1 kind loads=() status=0
  shift
  printf 'function delay()\n  return 20\nend\n' >"$scratch/pace.lua"
  for kind in "${kinds[@]}"; do
    wrk -t 1 -c 4 -d 3600s --timeout 100s -s "$scratch/pace.lua" "$(address_of "$kind")" >"$scratch/$name-$kind.wrk" 2>&1 &
    loads+=($!)
  done
  sleep 1
  "$@" || status=$?
  sleep 1
  kill -INT "${loads[@]}"
  wait "${loads[@]}" || true
  return "$status"
}

# All requests of the load $1 were answered well, and there were some.
none_failed() {
  local kind requests
  for kind in "${kinds[@]}"; do
    requests=$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' "$scratch/$1-$kind.wrk")
    equals "no request for $(address_of "$kind" | sed "s|^$site||") failed meanwhile" "" \
      "$(grep -E 'Socket errors|Non-2xx' "$scratch/$1-$kind.wrk" || true)"
    holds "and there were some ($requests)" test "${requests:-0}" -gt 0
  done
}

rolling_test() {
  local kind
  for kind in "${kinds[@]}"; do
    holds "before the upgrade, $(address_of "$kind" | sed "s|^$site||") is there" curl -sf "$(address_of "$kind")"
  done
  commit v2
  holds "a second version comes to both hosts under load" under_load rolling deploy host-1,host-2
  holds "both have it" both_have v2
  none_failed rolling
}

bad_build_test() {
  commit v3
  cp "$checkout/target/quaily.war" "$scratch/good.war"
  head -c 100000 "$scratch/good.war" >"$checkout/target/quaily.war"
  fails "a build that does not start is not deployed" under_load bad deploy host-1,host-2
  cp "$scratch/said" "$scratch/bad.out"
  holds "both hosts have the version of before" both_have v2
  holds "it says why" grep -q 'v3 did not become ready' "$scratch/bad.out"
  holds "and what its log says" grep -q 'ClassNotFound\|corrupt' "$scratch/bad.out"
  holds "an alert is sent" grep -q 'v3+FAILED' "$notices"
  none_failed bad
  mv "$scratch/good.war" "$checkout/target/quaily.war"
}

# Systemd waits for ever for an instance that neither ends nor becomes ready, so bin/deploy must not.
hanging_build_test() {
  commit_hanging hangs
  DEPLOY_READY_TIMEOUT=120 fails "a build that never becomes ready is not deployed" under_load hangs deploy host-1,host-2
  cp "$scratch/said" "$scratch/hangs.out"
  holds "both hosts have the version of before" both_have v2
  holds "and are ready" curl -sf "http://127.0.0.1:$site_1/readyz"
  holds "it says for how long it waited" grep -qE 'hangs did not become ready \(1[0-9]{2} s' "$scratch/hangs.out"
  none_failed hangs
  take_back
}

previous_of() { cat "$scratch/$1/opt/previous"; }

# The second host cannot run what the first one can.
half_test() {
  commit half
  printf 'half\n' >"$scratch/host-2/refused"
  fails "a version that only one host can run is not deployed" deploy host-1,host-2
  holds "both hosts have the version of before" both_have v2
  equals "the first host's version before that is the one it was" v1 "$(previous_of host-1)"
  holds "the notice tells what the first host runs" grep -q 'half+FAILED.*host-1%3A+v2%2C+ready' "$notices"
  holds "and the second" grep -q 'half+FAILED.*host-2%3A+v2%2C+ready' "$notices"
  holds "the first host gets it alone" deploy host-1
  fails "deployed to both, it fails on the second again" deploy host-1,host-2
  equals "the first host keeps what it had before this deployment" half "$(current host-1)"
  equals "with the version before" v2 "$(previous_of host-1)"
  equals "the second host has what it had" v2 "$(current host-2)"
  holds "the notice does not say that both run the same" grep -q 'half+FAILED.*host-1%3A+half%2C+ready' "$notices"
  rm "$scratch/host-2/refused"
  holds "once the second can run it, both have it" deploy host-1,host-2
}

rollback_test() {
  holds "both have the same version" both_have half
  holds "--rollback goes back to the version before" deploy --rollback host-1,host-2
  holds "on both hosts" both_have v2
  commit v4
  holds "a version after a rollback works" deploy host-1,host-2
  commit v5
  holds "and the next one" deploy host-1,host-2
  equals "three versions are kept" "half v4 v5" "$(cd "$scratch/host-1/opt/versions" && printf '%s\n' * | sort | tail -n 3 | tr '\n' ' ' | sed 's/ $//')"
  equals "and no more" 3 "$(find "$scratch/host-1/opt/versions" -mindepth 1 -maxdepth 1 | wc -l)"
  holds "--versions tells what is there" deploy --versions host-1,host-2
  holds "and which one is current" said 'host-2: v5 (current)'
  printf 'damaged' >"$scratch/archive"
  fails "an archive that did not arrive whole is refused" damaged_archive
  holds "and not kept" test ! -e "$scratch/host-1/opt/versions/v9.tar.gz"
}

secrets_test() {
  no_secret_was_seen
  equals "no secret is in a notice but the token that addresses it" "" "$(grep -v "^POST /bot$token/" "$notices" | grep -Ff "$scratch/words" || true)"
  holds "no secret is in what was said or in a log" not grep -lFf "$scratch/words" "$scratch"/*.out "$scratch"/host-?/log "$scratch"/host-?/sshd.log
}

damaged_archive() {
  ssh -F "$SSH_CONFIG" host-1 "bash -c $(printf %q "$(cat "$root/bin/lib/host.sh")") host receive v9 0000" <"$scratch/archive"
}

ssh-keygen -q -t ed25519 -N '' -f "$scratch/key"
: >"$SSH_CONFIG"
export NOTICE_TELEGRAM_TOKEN=$token NOTICE_TELEGRAM_CHAT=1 NOTICE_TELEGRAM_URL=http://127.0.0.1:$notice_port
export SETTINGS_DIRECTORY=$scratch/none DEPLOY_BALANCER_URL=$site/healthz
export DEPLOY_READY_TIMEOUT=400
printf '%s\n' "$password" "$token" >"$scratch/words"
watch_for_secrets "$scratch/words"
start_postgres "$pg_port" "$password"
query postgres 'create database quaily' >/dev/null
start_recorder "$notice_port" "$notices"
start_host host-1 "$site_1"
start_host host-2 "$site_2"
start_balancer "$balancer_port" "$site_1" "$site_2"
make_checkout v1
wait_for 120 "$root/bin/each" host-1,host-2 -- true
each_test
first_test
make_content
rolling_test
bad_build_test
hanging_build_test
half_test
rollback_test
secrets_test
