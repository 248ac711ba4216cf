# Serves pages and compares the results with nginx. Sourced by bin/bench.
# shellcheck shell=bash disable=SC2154

serving_router() {
  start_server "$here/bin/quaily" serve --roles=router --data "$output/router" \
    -Dserver.port="$port" -Dstorage.directory="$1" "${@:2}"
}

# compare NAME WARM_UP ARGUMENT…: prints a heading and the table of bench-serving.
compare() {
  local name=$1 warm_up=$2
  shift 2
  echo "**$name**"
  echo
  "$here/bin/bench-serving" run --pages "$pages" --router "http://127.0.0.1:$port" \
    --router-pid "$server_pid" --rounds "$(choose 5 3)" --seconds "$(choose 5 3)" --warm-up "$warm_up" "$@"
  echo
}

measure_serving() {
  need strace strace
  pages=$output/pages
  [[ -e $pages/pages/bench/p/post-500.html.gz ]] || "$here/bin/bench-serving" pages "$pages"
  serving_router "$pages"
  compare "Warm cache, the executable WAR" 600000 --strace
  steady
  stop_server

  start_server run_java_exec com.quaily.testing.DevRouter "$pages" "$port" NONE
  compare "Warm cache, servlet filter only" 600000
  stop_server

  serving_router "$pages" -Drouter.cache-size=1MiB
  compare "500 pages, memory for about 100 of them" 600000
  stop_server

  serving_router "$pages" -Drouter.cache-size=1MiB -Drouter.disk-cache-size=0
  compare "500 pages, memory for about 100 of them, no overflow file" 20000 --zipping
  stop_server
  many_pages
}

# Like run_java, but replaces the shell, so that the process id is known.
run_java_exec() {
  exec java -XX:+UseSerialGC -cp "$here/target/test-classes:$here/target/classes:$(<"$output/class-path")" "$@"
}

# Measures the latency at 2,000 requests per second. The targets take turns.
steady() {
  local round target nginx_port
  nginx_port=$(free_ports 3)
  rm -f "$output/steady"
  start_nginx "$pages" "$nginx_port"
  for ((round = 0; round < $(choose 5 3); round++)); do
    steady_run router "http://127.0.0.1:$port/bench/p/post-" ""
    steady_run nginx "http://127.0.0.1:$nginx_port/bench/p/post-" .html
  done
  stop_nginx
  echo "**Steady load of 2,000 requests per second, 32 connections**"
  echo
  echo "| target | p50 (µs) | p99 (µs) | goal |"
  echo "| --- | --- | --- | --- |"
  for target in router nginx; do
    echo "| $target | $(steady_median "$target" p50) | $(steady_median "$target" p99) |" \
      "$([[ $target == nginx ]] && echo – || echo "p50 ≤ 500, p99 ≤ 2 × nginx") |"
  done
  echo
}

steady_run() {
  echo "$1 $(run_java com.quaily.bench.SteadyLoad "$2" "$3" 500 2000 "$(choose 15 6)")" >>"$output/steady"
}

steady_median() {
  grep "^$1 " "$output/steady" | field "$2" | median
}

# Measures the memory after random requests for many pages.
many_pages() {
  local count store=$output/many seconds
  count=$(choose 100000 10000)
  seconds=$(choose 120 12)
  [[ -e $store/pages/bench/p/post-$count.html ]] ||
    "$here/bin/bench-serving" pages "$store" "$count" --plain
  serving_router "$store"
  wrk -t2 -c64 -d"${seconds}s" --timeout 10s -s "$bench/random-pages.lua" "http://127.0.0.1:$port" -- "$count" "" \
    >"$output/many.log"
  echo "**Memory**"
  echo
  echo "| load | resident | goal |"
  echo "| --- | --- | --- |"
  echo "| $count pages in storage, requested at random for $seconds s, cache of 256 MB |" \
    "$(resident_megabytes "$server_pid") MB | ≤ 600 MB |"
  stop_server
}
