#!/usr/bin/env bash
# bin/provision on a bare tree of Debian, twice; then the tree runs, and gets its first deployment.
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
# shellcheck source=services.sh
. "$(dirname "${BASH_SOURCE[0]}")/services.sh"
# shellcheck source=checkout.sh
. "$(dirname "${BASH_SOURCE[0]}")/checkout.sh"
# shellcheck source=machine.sh
. "$(dirname "${BASH_SOURCE[0]}")/machine.sh"

tree=$scratch/tree
# A directory for temporary files that only this machine has.
unset TMPDIR
cache=${CHECK_CACHE:-/var/tmp}/quaily-check-debian

# A bare Debian with this machine's sources of packages; made once and copied, because it takes a minute.
make_tree() {
  if [ ! -e "$cache/.ready" ]; then
    rm -rf "$cache"
    debootstrap --variant=minbase --include=ca-certificates,systemd "$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)" \
      "$cache" "$(mirror)" >"$scratch/debootstrap.log" 2>&1
    # Proxies, keys and authorities that this machine needs, the new one needs too.
    cp -r /etc/apt/apt.conf.d /etc/apt/sources.list.d "$cache/etc/apt/"
    [ ! -e /etc/apt/sources.list ] || cp /etc/apt/sources.list "$cache/etc/apt/"
    [ ! -e /etc/apt/apt-mirrors.txt ] || cp /etc/apt/apt-mirrors.txt "$cache/etc/apt/"
    rm -f "$cache"/etc/apt/sources.list.d/*.disabled* "$cache"/etc/apt/apt.conf.d/*packagekit*
    cp -n /usr/share/keyrings/*.gpg "$cache/usr/share/keyrings/" 2>/dev/null || true
    cp -r /usr/local/share/ca-certificates/. "$cache/usr/local/share/ca-certificates/" 2>/dev/null || true
    chroot "$cache" update-ca-certificates >/dev/null 2>&1 || true
    touch "$cache/.ready"
  fi
  cp -a "$cache" "$tree"
  cp -L /etc/resolv.conf "$tree/etc/resolv.conf"
  printf 'fresh\n' >"$tree/etc/hostname"
  # No service may start in there.
  printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
  chmod 755 "$tree/usr/sbin/policy-rc.d"
  mount -t proc proc "$tree/proc"
  mount --bind /dev "$tree/dev"
}

# The first source of packages that this machine has; it may be a list of mirrors in a file.
mirror() {
  local uri
  uri=$({ grep -hm1 -oP '^URIs: \K\S+' /etc/apt/sources.list.d/*.sources || grep -hm1 -oP '^deb (\[.*?\] )?\K\S+' /etc/apt/sources.list; } 2>/dev/null | head -n 1)
  case $uri in
    mirror+file:*) grep -oE -m1 '^https?://[^[:space:]]+' "${uri#mirror+file:}" ;;
    *) printf '%s\n' "$uri" ;;
  esac
}

unmount() {
  halt
  end_children
  umount -l "$tree/dev" "$tree/proc" 2>/dev/null || true
}
trap unmount EXIT

# Every file with its mode, owner, time and content.
picture() {
  (cd "$tree" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp \) -prune -o -printf '%p %m %u:%g %y %l %T@\n' | sort)
  (cd "$tree" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}

provision() {
  "$root/bin/provision" --root "$tree" --site https://letters.example --nginx letters.example \
    --logs logs.internal --log-server --postgresql api.first worker "$@"
}

# The tree becomes a machine in which the instances' units were never enabled, with an sshd that ssh reaches by a pipe.
start_machine() {
  local name
  chroot "$tree" apt-get -q -y install --no-install-recommends openssh-server >"$scratch/apt.out" 2>&1
  for name in api.first worker; do
    chroot "$tree" systemctl --quiet disable "quaily@$name.service"
  done
  ssh-keygen -q -t ed25519 -N '' -f "$scratch/key"
  mkdir -p "$tree/root/.ssh" "$tree/root/quaily"
  cp "$scratch/key.pub" "$tree/root/.ssh/authorized_keys"
  cp -r "$root/bin" "$root/etc" "$tree/root/quaily/"
  printf 'DEPLOY_READY_TIMEOUT=400\n' >"$tree/etc/quaily/deploy.env"
  boot "$tree"
  in_machine mkdir -p /run/sshd
  export SSH_CONFIG=$scratch/ssh_config SETTINGS_DIRECTORY=$scratch/none
  cat >"$SSH_CONFIG" <<CONF
Host machine
  User root
  IdentityFile $scratch/key
  StrictHostKeyChecking no
  UserKnownHostsFile $scratch/known_hosts
  LogLevel ERROR
  ProxyCommand nsenter --target $machine --mount --uts --ipc --net --pid --cgroup --root --wd -- /usr/sbin/sshd -i
CONF
}

both_run() {
  in_machine systemctl is-active quaily@api.first.service quaily@worker.service &&
    in_machine curl -sf http://127.0.0.1:8080/readyz && in_machine curl -sf http://127.0.0.1:8081/readyz
}

machine_test() {
  local again=(in_machine /root/quaily/bin/provision --site https://letters.example --postgresql api.first worker)
  holds "on a machine that runs, bin/provision makes the database" "${again[@]}"
  cp "$scratch/said" "$scratch/database.out"
  holds "and enables the instances' units" grep -q 'making: the unit quaily@api.first.service' "$scratch/database.out"
  holds "a second run changes nothing there" "${again[@]}"
  holds "and says so" said 'nothing to change'
  make_checkout v1
  fails "no instance has started yet" both_run
  holds "the first deployment starts what is enabled" deploy machine
  holds "and both instances are ready" both_run
  commit_hanging v2
  printf 'DEPLOY_READY_TIMEOUT=150\n' >"$tree/etc/quaily/deploy.env"
  fails "a version that hangs while systemd starts it is not deployed" deploy machine
  holds "which is said" said 'v2 did not become ready'
  equals "the version before is back" versions/v1 "$(readlink "$tree/opt/quaily/current")"
  holds "and runs" both_run
}

mode() { stat -c '%a %U' "$tree$1"; }

if [ "$(id -u)" != 0 ]; then
  fails "bin/provision wants root" "$root/bin/provision" --dry-run
  exit 0
fi
secrets=("$tree/etc/quaily/secrets/QUAILY_CHANNELS_SECRETS_KEY" "$tree/etc/quaily/secrets/QUAILY_DATABASE_PASSWORD")
watch_for_secrets "${secrets[@]}"
make_tree
picture >"$scratch/bare"
fails "a name that is no role is refused" "$root/bin/provision" --root "$tree" apiworker
holds "--dry-run says what it would do" provision --dry-run
holds "such as the units" said 'would make: the unit quaily@api.first.service'
picture >"$scratch/after-dry-run"
equals "--dry-run changes nothing" "" "$(diff "$scratch/bare" "$scratch/after-dry-run" | head -n 5)"
holds "a bare Debian becomes an instance" provision
cp "$scratch/said" "$scratch/first.out"
picture >"$scratch/first"
holds "a second run works" provision
holds "and says that there is nothing to change" said 'nothing to change'
picture >"$scratch/second"
equals "no file differs after it" "" "$(diff "$scratch/first" "$scratch/second" | head -n 5)"
holds "Java is there, new enough" chroot "$tree" sh -c 'java -version 2>&1 | grep -qE "\"(1[7-9]|[2-9][0-9])"'
equals "the secrets' folder is root's alone" "700 root" "$(mode /etc/quaily/secrets)"
equals "a secret is root's alone" "600 root" "$(mode /etc/quaily/secrets/QUAILY_CHANNELS_SECRETS_KEY)"
equals "the data belong to the instance's account" "750" "$(stat -c %a "$tree/var/lib/quaily")"
holds "both instances start with the machine" test -L "$tree/etc/systemd/system/multi-user.target.wants/quaily@api.first.service" \
  -a -L "$tree/etc/systemd/system/multi-user.target.wants/quaily@worker.service"
holds "the backup has its timer" test -L "$tree/etc/systemd/system/timers.target.wants/quaily-backup.timer"
holds "they have ports of their own" test "$(cat "$tree/etc/quaily/api.first.env")" != "$(cat "$tree/etc/quaily/worker.env")"
holds "systemd accepts the units" chroot "$tree" systemd-analyze verify --man=no /etc/systemd/system/quaily-backup.timer /etc/systemd/system/quaily-backup-verify.timer
# As bin/deploy leaves it there.
mkdir -p "$tree/opt/quaily/versions/v1/target"
cp -r "$root/bin" "$root/etc" "$tree/opt/quaily/versions/v1/"
cp "$root/target/quaily.war" "$tree/opt/quaily/versions/v1/target/"
ln -s versions/v1 "$tree/opt/quaily/current"
holds "the program prepares itself there, with nothing installed by hand" chroot "$tree" /opt/quaily/current/bin/quaily build
holds "and runs under the instances' account, with their settings and secrets" \
  chroot "$tree" /opt/quaily/current/bin/as-instance quaily config check
holds "such as the site" said 'https://letters.example'
cp "$scratch/said" "$scratch/config.out"
fails "no secret is in what it said" grep -qFf "${secrets[0]}" "$scratch/config.out"
rm -r "$tree/opt/quaily/versions/v1" "$tree/opt/quaily/current"
holds "rsyslog accepts its files" chroot "$tree" rsyslogd -N1
fails "no secret is in what was said" grep -qFf "${secrets[1]}" "$scratch/first.out"
printf '\n# mine\n' >>"$tree/etc/quaily/instance.env"
rm "$tree/etc/systemd/system/quaily-backup.timer"
holds "a third run mends what is missing" provision
holds "the unit is back" test -e "$tree/etc/systemd/system/quaily-backup.timer"
holds "and leaves alone what the operator wrote" grep -q '^# mine' "$tree/etc/quaily/instance.env"
start_machine
machine_test
no_secret_was_seen
fails "no secret is in the journal" sh -c "nsenter --target $machine --mount --root -- journalctl --no-pager --quiet | grep -Ff '${secrets[0]}' -f '${secrets[1]}'"
