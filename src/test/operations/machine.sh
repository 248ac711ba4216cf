# A tree of Debian as a running machine: systemd as the first process of namespaces of its own, with nothing but a
# loopback interface. To be sourced after support.sh; it needs root.
# shellcheck shell=bash disable=SC2154

# Starts the tree $1 and sets `machine`, its first process.
boot() {
  cat >"$scratch/boot" <<'SCRIPT'
#!/bin/bash
set -euo pipefail
mount --make-rprivate /
mount --bind "$1" "$1"
cd "$1"
for directory in run tmp dev; do mount -t tmpfs -o mode=755 tmpfs "$directory"; done
chmod 1777 tmp
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
cp -a /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty dev/
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
: >dev/console
pivot_root . mnt
# systemd must be told that this is a container, where it does not make mounts shared itself. Without that no unit gets
# its credentials.
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
  chroot . /bin/bash -c 'umount -l /mnt; mount --make-rshared /; exec /lib/systemd/systemd --system'
SCRIPT
  chmod +x "$scratch/boot"
  (
    enter_cgroups
    exec unshare --pid --mount --uts --ipc --net --cgroup --fork "$scratch/boot" "$1"
  ) >"$scratch/boot.out" 2>&1 &
  local parent=$!
  wait_for 60 pgrep -x -P "$parent" systemd
  machine=$(pgrep -x -P "$parent" systemd)
  wait_for 200 in_machine systemctl is-active multi-user.target
}

# Goes into groups of its own, so that the machine's systemd rules these and not the ones of this machine.
enter_cgroups() {
  local directory self=$BASHPID
  cgroups | while read -r directory; do
    mkdir -p "$directory"
    # Without processors and memory of its own, a group of that kind takes no process.
    if [ -e "$directory/cpuset.cpus" ] && [ -z "$(cat "$directory/cpuset.cpus")" ]; then
      cat "$directory/../cpuset.cpus" >"$directory/cpuset.cpus"
      cat "$directory/../cpuset.mems" >"$directory/cpuset.mems"
    fi 2>/dev/null
    printf '%s\n' "$self" >"$directory/cgroup.procs"
  done
}

# Prints the directory of the machine in each hierarchy of groups.
cgroups() {
  local kinds path
  while IFS=: read -r _ kinds path; do
    kinds=${kinds#name=}
    if [ -n "$kinds" ]; then
      [ ! -d "/sys/fs/cgroup/$kinds" ] || printf '%s\n' "/sys/fs/cgroup/$kinds${path%/}/quaily-check-$$"
    elif [ -d /sys/fs/cgroup/unified ]; then
      printf '%s\n' "/sys/fs/cgroup/unified${path%/}/quaily-check-$$"
    else
      printf '%s\n' "/sys/fs/cgroup${path%/}/quaily-check-$$"
    fi
  done </proc/self/cgroup
}

in_machine() { nsenter --target "$machine" --mount --uts --ipc --net --pid --cgroup --root --wd -- "$@"; }

# The first process of a namespace takes all others with it.
halt() {
  local directory
  [ -n "${machine:-}" ] || return 0
  end_process "$machine" KILL
  cgroups | while read -r directory; do
    [ ! -d "$directory" ] || find "$directory" -depth -type d -exec rmdir {} + 2>/dev/null || true
  done
}
