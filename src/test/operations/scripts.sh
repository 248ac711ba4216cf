#!/usr/bin/env bash
# Every script of the operators: shellcheck, --help, and what they say to a mistake.
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

cd "$root"
mapfile -t scripts < <(grep -rlE '^#!.*\bbash\b' bin etc/systemd src/test/operations .ci)
holds "shellcheck has nothing to say about ${#scripts[@]} scripts" \
  shellcheck -x -a -P bin -P etc/systemd -P src/test/operations -P etc/bench "${scripts[@]}"
for script in bin/backup bin/restore bin/provision bin/deploy bin/each bin/logs bin/forward-logs bin/release bin/as-instance; do
  holds "$script --help explains it" sh -c "$script --help | grep -q '^usage: $script'"
  holds "$script does not go on after an error" grep -q '^set -euo pipefail' "$script"
done
for script in bin/backup bin/restore bin/provision bin/deploy bin/each bin/logs bin/release bin/as-instance; do
  fails "$script refuses an unknown option" "$script" --no-such-option
  holds "$script says which one" said 'no-such-option'
done
