#!/usr/bin/env bash
# bin/each and bin/deploy, against two sshd on the loopback interface, each with an instance; nginx before them.
# Expressions in single quotes are for the hosts.
# shellcheck disable=SC2016 source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
# shellcheck source=services.sh
. "$(dirname "${BASH_SOURCE[0]}")/services.sh"
# shellcheck source=balancer.sh
. "$(dirname "${BASH_SOURCE[0]}")/balancer.sh"

pg_port=$(free_port) balancer_port=$(free_port) notice_port=$(free_port)
site_1=$(free_port) site_2=$(free_port)
notices=$scratch/notices
tree=$scratch/tree
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
export QUAILY_DATABASE_URL=jdbc:postgresql://127.0.0.1:$pg_port/quaily QUAILY_DATABASE_USER=quaily QUAILY_DATABASE_PASSWORD=deploy
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
SetEnv DEPLOY_DIRECTORY=$directory/opt DEPLOY_READY_URL=http://127.0.0.1:$site/readyz DEPLOY_READY_TIMEOUT=400 DEPLOY_RESTART=$directory/restart "DEPLOY_LOG=cat $directory/log"
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

# A checkout of the program as it is built here, with versions of its own.
make_tree() {
  mkdir -p "$tree/target"
  cp -r "$root/bin" "$root/etc" "$root/LICENSE" "$root/NOTICE" "$tree/"
  cp "$root/target/quaily.war" "$tree/target/"
  # Nothing to be trained here: starts take a little longer.
  sed -i 's/^  train_if_absent$/  true/' "$tree/bin/quaily"
  git -C "$tree" init -q
  printf 'target/\n' >"$tree/.gitignore"
  commit v1
}

commit() {
  printf '%s\n' "$1" >"$tree/etc/note"
  git -C "$tree" add -A
  git -C "$tree" -c user.name=test -c user.email=test@example.com commit -qm "$1"
  git -C "$tree" tag "$1"
}

deploy() { "$tree/bin/deploy" --no-build "$@"; }
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
  printf 'changed\n' >"$tree/etc/note"
  fails "a tree with changes is refused" deploy host-1,host-2
  git -C "$tree" checkout -q etc/note
  holds "--dry-run changes nothing" deploy --dry-run host-1,host-2
  fails "on the hosts" test -e "$scratch/host-1/opt"
  holds "the first version comes to both hosts" deploy host-1,host-2
  holds "both have it" both_have v1
  holds "somebody is told" grep -q 'v1+is+deployed' "$notices"
  fails "there is nothing to go back to yet" deploy --rollback host-1,host-2
  holds "which is said" said 'no version before v1 is known'
  holds "and nothing changes" both_have v1
}

# Load on the balancer while the command after the name $1 runs; its figures go to $scratch/$1.wrk.
under_load() {
  local name=$1 load status=0
  shift
  wrk -t 1 -c 8 -d 3600s --timeout 100s "http://127.0.0.1:$balancer_port/healthz" >"$scratch/$name.wrk" 2>&1 &
  load=$!
  sleep 1
  "$@" || status=$?
  sleep 1
  kill -INT "$load"
  wait "$load" || true
  return "$status"
}

failed_requests() { grep -E 'Socket errors|Non-2xx' "$1" || true; }

rolling_test() {
  commit v2
  holds "a second version comes to both hosts under load" under_load rolling deploy host-1,host-2
  holds "both have it" both_have v2
  equals "no request failed meanwhile" "" "$(failed_requests "$scratch/rolling.wrk")"
  grep 'requests in' "$scratch/rolling.wrk" | sed 's/^/# /'
}

bad_build_test() {
  commit v3
  cp "$tree/target/quaily.war" "$scratch/good.war"
  head -c 100000 "$scratch/good.war" >"$tree/target/quaily.war"
  fails "a build that does not start is not deployed" under_load bad deploy host-1,host-2
  cp "$scratch/said" "$scratch/bad.out"
  holds "both hosts have the version of before" both_have v2
  holds "it says why" grep -q 'v3 did not become ready' "$scratch/bad.out"
  holds "and what its log says" grep -q 'ClassNotFound\|corrupt' "$scratch/bad.out"
  holds "an alert is sent" grep -q 'v3+FAILED' "$notices"
  equals "no request failed meanwhile" "" "$(failed_requests "$scratch/bad.wrk")"
  mv "$scratch/good.war" "$tree/target/quaily.war"
}

rollback_test() {
  holds "--rollback goes back to the version before" deploy --rollback host-1,host-2
  holds "on both hosts" both_have v1
  commit v4
  holds "a version after a rollback works" deploy host-1,host-2
  commit v5
  holds "and the next one" deploy host-1,host-2
  equals "three versions are kept" "v3 v4 v5" "$(cd "$scratch/host-1/opt/versions" && printf '%s\n' * | sort | tail -n 3 | tr '\n' ' ' | sed 's/ $//')"
  equals "and no more" 3 "$(find "$scratch/host-1/opt/versions" -mindepth 1 -maxdepth 1 | wc -l)"
  holds "--versions tells what is there" deploy --versions host-1,host-2
  holds "and which one is current" said 'host-2: v5 (current)'
  printf 'damaged' >"$scratch/archive"
  fails "an archive that did not arrive whole is refused" damaged_archive
  holds "and not kept" test ! -e "$scratch/host-1/opt/versions/v9.tar.gz"
}

damaged_archive() {
  ssh -F "$SSH_CONFIG" host-1 "bash -c $(printf %q "$(cat "$root/bin/lib/host.sh")") host receive v9 0000" <"$scratch/archive"
}

ssh-keygen -q -t ed25519 -N '' -f "$scratch/key"
: >"$SSH_CONFIG"
export NOTICE_TELEGRAM_TOKEN=1:t NOTICE_TELEGRAM_CHAT=1 NOTICE_TELEGRAM_URL=http://127.0.0.1:$notice_port
export SETTINGS_DIRECTORY=$scratch/none DEPLOY_BALANCER_URL=http://127.0.0.1:$balancer_port/healthz
start_postgres "$pg_port" deploy
query postgres 'create database quaily' >/dev/null
start_recorder "$notice_port" "$notices"
start_host host-1 "$site_1"
start_host host-2 "$site_2"
start_balancer "$balancer_port" "$site_1" "$site_2"
make_tree
wait_for 120 "$root/bin/each" host-1,host-2 -- true
each_test
first_test
rolling_test
bad_build_test
rollback_test
