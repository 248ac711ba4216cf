# Brings a machine into a state, and changes nothing that is so already. To be sourced after common.sh; `tree` is the
# root of the machine's files, empty for the running one, and `dry_run` only tells.
# shellcheck shell=bash disable=SC2154

changes=0
todos=()
reloads=()

todo() { todos+=("$*"); }

# Runs the command that creates $1; reports and counts the change.
make() {
  local what=$1
  shift
  changes=$((changes + 1))
  if [ -n "$dry_run" ]; then
    say "would make: $what"
  else
    say "making: $what"
    "$@"
  fi
}

# Runs a command on the machine that is provisioned.
on_machine() {
  if [ -n "$tree" ]; then chroot "$tree" /usr/bin/env -u TMPDIR DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; else DEBIAN_FRONTEND=noninteractive "$@"; fi
}

target_name() {
  if [ -n "$tree" ]; then head -n 1 "$tree/etc/hostname" 2>/dev/null || printf 'localhost'; else uname -n; fi
}

runs_systemd() { [ -z "$tree" ] && [ -d /run/systemd/system ]; }

# shellcheck disable=SC2016
ensure_packages() {
  local package missing=()
  for package in "$@"; do
    [ "$(on_machine dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] || make "packages ${missing[*]}" install_packages "${missing[@]}"
}

install_packages() {
  local log
  log=$(mktemp)
  if ! { on_machine apt-get -q -o DPkg::Lock::Timeout=300 update &&
    on_machine apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    die "apt-get could not install $*; its whole output is in $log"
  fi
  rm -f "$log"
}

ensure_account() {
  on_machine getent passwd "$1" >/dev/null ||
    make "the account $1" on_machine useradd --system --user-group --home-dir "$2" --no-create-home --shell /usr/sbin/nologin "$1"
}

# The directory $1 with the mode $2 and the owner $3.
ensure_directory() {
  local path=$tree$1
  if [ ! -d "$path" ] || [ "$(state_of "$1")" != "${2#0} $3" ]; then
    make "the directory $1" make_directory "$@"
  fi
}

make_directory() {
  mkdir -p "$tree$1"
  set_state "$@"
}

# Mode and owner, by the names of the machine that is provisioned.
state_of() { on_machine stat -c '%a %U:%G' "$1"; }

set_state() {
  on_machine chown "$3" "$1"
  chmod "$2" "$tree$1"
}

# The file $2 like the file $1 of this checkout.
ensure_file() { ensure_content "$2" "$3" root:root <"$1"; }

# The file $1 with the mode $2, the owner $3 and the content of standard input.
ensure_content() {
  local content
  content=$(mktemp)
  cat >"$content"
  if ! cmp -s "$content" "$tree$1" || [ "$(state_of "$1")" != "${2#0} $3" ]; then
    make "$1" put "$content" "$@"
  fi
  rm -f "$content"
}

# The same, when there is none yet.
ensure_once() {
  if [ -e "$tree$1" ]; then cat >/dev/null; else ensure_content "$@"; fi
}

put() {
  mkdir -p "$(dirname "$tree$2")"
  install -m "$3" "$1" "$tree$2.new"
  on_machine chown "$4" "$2.new"
  mv "$tree$2.new" "$tree$2"
}

# The secret $1 of $2 random bytes, when there is none yet.
ensure_secret() {
  [ -e "$tree/etc/quaily/secrets/$1" ] || make "the secret $1" make_secret "$@"
}

make_secret() {
  (umask 077 && openssl rand -base64 "$2" | tr -d '\n' >"$tree/etc/quaily/secrets/$1.new")
  mv "$tree/etc/quaily/secrets/$1.new" "$tree/etc/quaily/secrets/$1"
}

ensure_enabled() {
  if [ -n "$dry_run" ] && [ -z "$(find "$tree"/etc/systemd/system "$tree"/lib/systemd/system -name "${1/@*./@.}" 2>/dev/null)" ]; then
    make "the unit $1 start with the machine" :
  elif [ "$(on_machine systemctl is-enabled "$1" 2>/dev/null || true)" != enabled ]; then
    make "the unit $1 start with the machine" on_machine systemctl --quiet enable "$1"
  fi
}

# The service $1 reads its configuration again in the end, when anything was changed.
reload() { reloads+=("$1"); }

apply_reloads() {
  local service
  if ! runs_systemd || [ "$changes" = 0 ] || [ -n "$dry_run" ]; then return 0; fi
  systemctl daemon-reload
  for service in ${reloads[@]+"${reloads[@]}"}; do
    say "restarting $service"
    systemctl restart "$service"
  done
}
