# Runs nginx on a directory of pages for comparison. Sourced by other scripts.
# shellcheck shell=bash disable=SC2154  # the sourcing script sets bench and defines die

nginx_work='' nginx_pid=''

# free_ports COUNT: prints the first of COUNT consecutive free ports.
free_ports() {
  local first next
  while true; do
    first=$((20000 + RANDOM % 12000))
    for ((next = first; next < first + $1; next++)); do
      if { : 7<>"/dev/tcp/127.0.0.1/$next"; } 2>/dev/null; then continue 2; fi
    done
    echo "$first"
    return
  done
}

# start_nginx PAGES PORT: serves PAGES/pages on PORT, with a cache of open files on PORT + 1, and
# with compression of each response on PORT + 2.
start_nginx() {
  local pages=$1 port=$2
  need nginx nginx-light
  nginx_work=$(mktemp -d)
  sed -e "s|@DIR@|$nginx_work|" -e "s|@PAGES@|$pages/pages|" -e "s|@PORT@|$port|" \
    -e "s|@CACHED_PORT@|$((port + 1))|" -e "s|@ZIPPING_PORT@|$((port + 2))|" \
    -e "s|@WORKERS@|$(nproc)|" \
    "$bench/nginx.conf.in" >"$nginx_work/nginx.conf"
  chmod 755 "$nginx_work"
  # Stored pages belong to whoever runs Quaily, so nginx runs as the same user.
  nginx -g "user $(id -un);" -p "$nginx_work" -c "$nginx_work/nginx.conf" 2>"$nginx_work/nginx-start.log" &
  nginx_pid=$!
  for _ in {1..50}; do
    curl -sf -o /dev/null "http://127.0.0.1:$port/bench/p/post-1.html" && return
    sleep 0.1
  done
  die "nginx did not start: $(cat "$nginx_work/nginx-start.log" "$nginx_work/nginx-error.log" 2>/dev/null)"
}

stop_nginx() {
  [[ -n $nginx_pid ]] || return 0
  kill "$nginx_pid" 2>/dev/null || true
  wait "$nginx_pid" 2>/dev/null || true
  rm -rf "$nginx_work"
  nginx_pid=''
}

need() {
  local program=$1 package=$2
  command -v "$program" >/dev/null && return
  if [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; then
    echo "Installing $package" >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >&2 ||
      { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package"; } >&2
  else
    die "$program is missing; on Debian or Ubuntu: apt-get install $package"
  fi
}
