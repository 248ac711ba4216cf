# Lists of hosts, and ssh to them. To be sourced after common.sh.
# shellcheck shell=bash disable=SC2034

# Sets `hosts` from "one,two", or from the file of "@FILE": a host a line, comments after #. A host is what ssh
# knows it by.
read_hosts() {
  local line
  hosts=()
  if [[ $1 == @* ]]; then
    [ -r "${1#@}" ] || die "cannot read the list of hosts ${1#@}"
    while read -r line _; do
      [ -z "${line%%#*}" ] || hosts+=("${line%%#*}")
    done <"${1#@}"
  else
    IFS=, read -ra hosts <<<"$1"
  fi
  [ ${#hosts[@]} -gt 0 ] || die "no hosts in $1"
  for line in "${hosts[@]}"; do
    [[ $line =~ ^[A-Za-z0-9][A-Za-z0-9._@:-]*$ ]] || die "'$line' is no name of a host"
  done
}

# ssh that never asks for anything. SSH_CONFIG names a configuration file of one's own.
remote() {
  ssh ${SSH_CONFIG:+-F "$SSH_CONFIG"} -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=15 \
    -o ServerAliveCountMax=4 "$@"
}
