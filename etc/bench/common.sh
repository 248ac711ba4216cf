# Functions shared by the parts of bin/bench. Sourced by bin/bench.
# shellcheck shell=bash disable=SC2154  # bin/bench sets here, bench, output and quick

# shellcheck source-path=SCRIPTDIR source=nginx.sh
source "$bench/nginx.sh"

port=$(free_ports 1)
server_pid=''

say() { echo "bench: $*" >&2; }
die() {
  say "$*"
  exit 1
}

# choose FULL QUICK: prints FULL or, with --quick, QUICK.
choose() {
  if [[ $quick == yes ]]; then echo "$2"; else echo "$1"; fi
}

prepare() {
  mkdir -p "$output"
  need curl curl
  need wrk wrk
  "$here/bin/quaily" build
  say "compiling the benchmark programs"
  (cd "$here" && mvn -B -q -Dquick -Pbench test-compile dependency:build-classpath \
    -Dmdep.includeScope=test "-Dmdep.outputFile=$output/class-path") >"$output/compile.log" 2>&1 ||
    die "compiling failed, see $output/compile.log"
}

# run_java MAIN ARGUMENT…: runs a program of com.quaily.bench. The log is target/bench/java.log.
run_java() {
  local main=$1
  shift
  java -Xmx2g -cp "$here/target/test-classes:$here/target/classes:$(<"$output/class-path")" \
    "$main" "$@" 2>>"$output/java.log"
}

# start_server COMMAND…: starts a server, sets server_pid and waits until the port answers.
start_server() {
  "$@" >"$output/server.log" 2>&1 &
  server_pid=$!
  for _ in {1..600}; do
    if curl -s -o /dev/null "http://127.0.0.1:$port/healthz"; then return; fi
    kill -0 "$server_pid" 2>/dev/null || die "the server exited, see $output/server.log"
    sleep 0.1
  done
  die "the server did not start, see $output/server.log"
}

stop_server() {
  [[ -n $server_pid ]] || return 0
  kill "$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  server_pid=''
}

stop_all() {
  stop_server
  stop_nginx
}

# resident_megabytes PID: prints the resident memory of a process in MB.
resident_megabytes() {
  awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"
}

# field NAME: reads names and values from standard input and prints the value after NAME.
field() {
  awk -v name="$1" '{ for (i = 1; i < NF; i++) if ($i == name) print $(i + 1) }'
}

median() {
  sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

ratio() { awk "BEGIN { printf \"%.2f\", $1 / $2 }"; }

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

machine() {
  local processor memory java
  processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  memory=$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo)
  java=$(java -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')
  echo "$(date -u +%Y-%m-%d), $(nproc) cores of ${processor:-an unnamed processor}, $memory," \
    "Linux $(uname -r | cut -d- -f1), Java $java, $(nginx -v 2>&1 | sed 's/.*version: //')," \
    "sizes: $(choose full quick)"
}

# put_into_document PART: writes a part's table between its markers in docs/performance.md.
put_into_document() {
  local document=$here/docs/performance.md
  awk -v begin="<!-- bench:$1 -->" -v end="<!-- /bench:$1 -->" -v table="$output/$1.md" '
    $0 == begin { print; print ""; while ((getline line < table) > 0) print line; print ""; inside = 1 }
    $0 == end { inside = 0 }
    !inside && $0 != begin { print }' "$document" >"$document.new"
  mv "$document.new" "$document"
}
