# What the scripts in bin/ have in common. To be sourced by bash; the caller has set `program`.
# shellcheck shell=bash

say() { printf '%s: %s\n' "${program:?}" "$*" >&2; }
die() { say "$*"; exit 1; }
# A mistake in the call itself.
misused() { say "$*; see $program --help"; exit 2; }

# --- what the machine must have --------------------------------------------------------------------------

# Ends with a hint when a command is missing. Arguments: "command package" pairs, with Debian's package names.
need() {
  local pair missing=()
  for pair in "$@"; do
    command -v "${pair% *}" >/dev/null || missing+=("${pair#* }")
  done
  [ ${#missing[@]} -eq 0 ] || die "please install: apt-get install ${missing[*]}"
}

# Installs what is missing, as root on Debian and Ubuntu; says what to do elsewhere. Arguments as for `need`.
install_missing() {
  local pair missing=() log
  for pair in "$@"; do
    command -v "${pair% *}" >/dev/null || missing+=("${pair#* }")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || [ ! -e /etc/debian_version ]; then
    die "please install: ${missing[*]} (these are the names of Debian and Ubuntu)"
  fi
  say "installing ${missing[*]}"
  log=$(mktemp)
  if ! { apt-get -q -o DPkg::Lock::Timeout=300 update &&
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 install \
      --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    die "apt-get could not install ${missing[*]}; its whole output is in $log"
  fi
  rm -f "$log"
}

# --- changes ---------------------------------------------------------------------------------------------

# Does what follows the description $1, or only tells it when `dry_run` is set.
change() {
  local what=$1
  shift
  if [ -n "${dry_run:-}" ]; then
    say "would $what"
  else
    "$@"
  fi
}

# --- settings --------------------------------------------------------------------------------------------

# Takes NAME=VALUE lines of the file $1 into the environment, but never over what is there already. The file is
# not run as a script: a value is the rest of its line, with or without quotes around it.
read_environment() {
  local line name value
  [ -r "$1" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^[[:space:]]*([A-Z][A-Z0-9_]*)=(.*)$ ]] || continue
    name=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
    [[ $value =~ ^\"(.*)\"[[:space:]]*$ || $value =~ ^\'(.*)\'[[:space:]]*$ ]] && value=${BASH_REMATCH[1]}
    [ -n "${!name+set}" ] || export "$name=$value"
  done <"$1"
}

# Takes the files in the directory $1 into the environment: the name is the file's, the value its content. systemd
# puts the name of the credential before it. Names that end with _KEY, _TOKEN, _LOGIN, _PASSWORD or _SECRET are for
# quaily.conf: key = ${OPENAI_KEY}.
read_secrets() {
  local file name
  [ -d "$1" ] && [ -r "$1" ] || return 0
  for file in "$1"/*; do
    name=${file##*/} name=${name#secrets_}
    [[ $name =~ ^((QUAILY|BACKUP|NOTICE)_[A-Z0-9_]+|[A-Z][A-Z0-9_]*_(KEY|TOKEN|LOGIN|PASSWORD|SECRET))$ && -f $file && -r $file ]] || continue
    [ -n "${!name+set}" ] || export "$name=$(cat "$file")"
  done
}

# shellcheck disable=SC2120
# The settings that the units have too: instance.env, the secrets, and the files of /etc/quaily that are named.
read_settings() {
  local directory=${SETTINGS_DIRECTORY:-/etc/quaily} file
  read_secrets "${CREDENTIALS_DIRECTORY:-}"
  read_secrets "$directory/secrets"
  for file in "$@" instance.env; do
    read_environment "$directory/$file"
  done
}

# --- figures for people ----------------------------------------------------------------------------------

human_size() { numfmt --to=iec --suffix=B --format=%.1f "$1"; }

human_time() {
  if [ "$1" -ge 60 ]; then printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); else printf '%d s' "$1"; fi
}
