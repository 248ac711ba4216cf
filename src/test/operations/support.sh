# What the tests of the operators' scripts have in common. bin/check-operations runs each test as a process of
# its own, in a scratch directory, and counts its lines that begin with "ok" and "not ok".
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
scratch=${CHECK_SCRATCH:?run this by bin/check-operations}
children=()

# The sentence $1 holds when the command after it succeeds.
holds() {
  local sentence=$1 output=$scratch/said
  shift
  [ "$1" != said ] || output=/dev/null
  if "$@" >"$output" 2>&1; then
    printf 'ok %s\n' "$sentence"
  else
    printf 'not ok %s\n' "$sentence"
    tail -n 30 "$scratch/said" | sed 's/^/    /'
  fi
}

# The sentence $1 holds when the command after it fails.
fails() {
  local sentence=$1
  shift
  holds "$sentence" not "$@"
}

not() { ! "$@"; }

# Whether the last command that is not this one said what the pattern $1 fits.
said() { grep -q -e "$1" "$scratch/said"; }

# The sentence $1 holds when $2, what was expected, is $3.
equals() {
  if [ "$2" = "$3" ]; then
    printf 'ok %s\n' "$1"
  else
    printf 'not ok %s\n    expected: %s\n    found:    %s\n' "$1" "$2" "$3"
  fi
}

note() { printf '# %s\n' "$*"; }

# Waits up to $1 seconds until the command after it succeeds.
wait_for() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}

# Prints a port of the loopback interface that nobody uses.
free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    [ ! -e "$scratch/port-$port" ] || continue
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      : >"$scratch/port-$port"
      printf '%s\n' "$port"
      return
    fi
  done
}

# Remembers the process $1, to be ended with the test, by the signal $2 (default TERM).
remember() { children+=("$1:${2:-TERM}"); }

end_process() {
  kill -s "${2:-TERM}" "$1" 2>/dev/null || return 0
  wait_for 30 not kill -0 "$1" || kill -9 "$1" 2>/dev/null || true
}

# Also those that a part of the test in a process of its own has started, by the files with their numbers.
end_children() {
  local child
  for child in ${children[@]+"${children[@]}"}; do
    end_process "${child%:*}" "${child#*:}"
  done
  while read -r child; do
    end_process "$child"
  done < <(cat "$scratch"/*.pid 2>/dev/null)
}
trap end_children EXIT
