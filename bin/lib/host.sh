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
restart=${DEPLOY_RESTART:-systemctl restart 'quaily@*'}
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

# Makes the version $1 the current one in one step.
point_to() {
  ln -sfn "versions/$1" "$directory/current.new" &&
    mv -T "$directory/current.new" "$directory/current"
}

is_ready() { curl --silent --fail --max-time 5 --output /dev/null "$ready_url"; }

wait_until_ready() {
  local deadline=$((SECONDS + ready_timeout))
  until is_ready; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.5
  done
}

start() {
  point_to "$1" && bash -c "$restart" && wait_until_ready
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
  if [ -z "$before" ] || [ "$before" = "$1" ]; then die "there is no version to go back to"; fi
  if start "$before"; then die "went back to $before"; fi
  die "went back to $before, which does not become ready either"
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
