# The part of bin/deploy that runs on a host, which gets it by ssh. Settings come from /etc/quaily/deploy.env there.
# shellcheck shell=bash
set -euo pipefail

if [ -r /etc/quaily/deploy.env ]; then
  set -a
  # shellcheck source=/dev/null
  . /etc/quaily/deploy.env
  set +a
fi
# The instances run under another account, which must be able to read the program.
umask 022
directory=${DEPLOY_DIRECTORY:-/opt/quaily}
ready_url=${DEPLOY_READY_URL:-http://127.0.0.1:8080/readyz}
ready_timeout=${DEPLOY_READY_TIMEOUT:-180}
show_log=${DEPLOY_LOG:-journalctl --unit 'quaily@*' --lines 15 --no-pager --output cat}

die() { printf '%s\n' "$*" >&2; exit 1; }

current() { basename "$(readlink "$directory/current" 2>/dev/null)" 2>/dev/null || true; }

# Reads the archive of version $1 from standard input. Its checksum must be $2.
receive() {
  mkdir -p "$directory/versions"
  cat >"$directory/versions/$1.tar.gz"
  printf '%s  %s\n' "$2" "$directory/versions/$1.tar.gz" | sha256sum --check --status ||
    { rm -f "$directory/versions/$1.tar.gz"; die "the archive did not arrive whole"; }
}

# Unpacks it, and lets the program prepare quick starts. The version appears whole.
unpack() {
  local place=$directory/versions/$1
  if [ ! -d "$place" ]; then
    rm -rf "$place.unfinished"
    mkdir "$place.unfinished"
    tar -xzf "$place.tar.gz" -C "$place.unfinished" --no-same-owner
    mv "$place.unfinished" "$place"
    "$place/bin/quaily" build >"$place/prepared.log" 2>&1 || true
  fi
  rm -f "$place.tar.gz"
}

# Prints the units of the instances: those that start with the machine, and those that were started by hand. By name:
# systemctl takes a pattern to mean only what is loaded, which nothing is before the first start.
instances() {
  {
    find /etc/systemd/system -path '*.wants/quaily@*.service' -printf '%f\n'
    systemctl list-units --plain --no-legend --state=active,activating 'quaily@*.service' | awk '{ print $1 }'
  } | sort -u
}

# Makes the version $1 the current one in one step.
point_to() {
  ln -sfn "versions/$1" "$directory/current.new" &&
    mv -T "$directory/current.new" "$directory/current"
}

is_ready() { curl --silent --fail --max-time 5 --output /dev/null "$ready_url"; }

# Restarts the instances before $deadline. Without it, systemctl would wait forever for an instance that hangs at startup.
restart() {
  local units=() left=$((deadline - SECONDS)) command=(bash -c "${DEPLOY_RESTART:-}")
  if [ -z "${DEPLOY_RESTART:-}" ]; then
    mapfile -t units < <(instances)
    [ ${#units[@]} -gt 0 ] || { printf 'no unit quaily@… is enabled on this host; run bin/provision\n' >&2; return 1; }
    command=(systemctl restart "${units[@]}")
  fi
  # The processes that it starts must not keep the lock.
  timeout --kill-after=10 "$((left > 0 ? left : 1))" "${command[@]}" 9>&-
}

wait_until_ready() {
  until is_ready; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.5
  done
}

# All of it within the time that an instance has to become ready.
start() {
  local deadline=$((SECONDS + ready_timeout))
  point_to "$1" && restart && wait_until_ready
}

# Switches to the version $1. When it does not become ready, the one before comes back and the log says why.
switch() {
  local before begun
  before=$(current)
  [ -d "$directory/versions/$1" ] || die "there is no version $1 in $directory/versions"
  begun=$SECONDS
  if start "$1"; then
    [ -z "$before" ] || [ "$before" = "$1" ] || printf '%s\n' "$before" >"$directory/previous"
    prune
    return 0
  fi
  printf '%s did not become ready (%s s, %s). Its log ends with:\n' "$1" $((SECONDS - begun)) "$ready_url" >&2
  bash -c "$show_log" 2>&1 | tail -n 15 | sed 's/^/  /' >&2 || true
  if [ -z "$before" ] || [ "$before" = "$1" ]; then die "this host has no other version to go back to"; fi
  if start "$before"; then die "went back to $before"; fi
  die "went back to $before, which does not become ready either"
}

# Prints the current version and the one before it, "-" for none.
state() {
  local now before
  now=$(current)
  before=$(cat "$directory/previous" 2>/dev/null || true)
  printf '%s %s\n' "${now:--}" "${before:--}"
}

# Brings back what `state` printed before a deployment that failed on another host.
restore() {
  if [ "$1" != "$(current)" ]; then start "$1" || die "went back to $1, which does not become ready"; fi
  if [ "$2" = - ]; then rm -f "$directory/previous"; else printf '%s\n' "$2" >"$directory/previous"; fi
}

# Prints what runs here, for people.
describe() {
  local now
  now=$(current)
  if [ -z "$now" ]; then
    printf 'no version\n'
  elif is_ready; then
    printf '%s, ready\n' "$now"
  else
    printf '%s, not ready\n' "$now"
  fi
}

# The version before the current one.
previous() {
  local version
  version=$(cat "$directory/previous" 2>/dev/null || true)
  [ -n "$version" ] || die "no version before $(current) is known"
  [ -d "$directory/versions/$version" ] || die "the previous version, $version, no longer exists"
  printf '%s\n' "$version"
}

rollback() {
  local version
  version=$(previous)
  switch "$version"
  printf 'went back to %s\n' "$version" >&2
}

# Prints what is here, the newest first.
versions() {
  local version
  find "$directory/versions" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %f\n' | sort -rn |
    while read -r _ version; do
      if [ "$version" = "$(current)" ]; then printf '%s (current)\n' "$version"; else printf '%s\n' "$version"; fi
    done
}

# Keeps the last three versions, and whatever is current.
prune() {
  local version
  find "$directory/versions" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %f\n' | sort -rn | tail -n +4 |
    while read -r _ version; do
      if [ "$version" != "$(current)" ] && [ "$version" != "$(cat "$directory/previous" 2>/dev/null)" ]; then
        rm -rf "${directory:?}/versions/$version"
      fi
    done
}

mkdir -p "$directory"
exec 9>"$directory/deploy.lock"
flock --nonblock 9 || die "another deployment is under way on this host"
"$@"
