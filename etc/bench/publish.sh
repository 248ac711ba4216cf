# Measures publishing through the API. Sourced by bin/bench.
# shellcheck shell=bash disable=SC2154

# A small and a large channel of one instance take turns, so that both see the same conditions.
measure_publish() {
  local warm large data=$output/publishing tokens=()
  # The JVM compiles during the first two or three minutes of publishing.
  warm=$(choose 8000 200)
  large=$(choose 100000 5000)
  rm -rf "$data"
  tokens+=(small "$(run_java com.quaily.bench.FilledInstance "$data" small 100 | field TOKEN)")
  tokens+=(large "$(run_java com.quaily.bench.FilledInstance "$data" large "$large" | field TOKEN)")
  say "rendering $large pages"
  "$here/bin/quaily" render --data "$data" >"$output/render.log" 2>&1 || die "see $output/render.log"
  start_server "$here/bin/quaily" serve --data "$data" -Dserver.port="$port"
  run_java com.quaily.bench.PublishBench "http://127.0.0.1:$port" "$warm" "$(choose 1000 400)" "$(choose 20 8)" \
    "${tokens[@]}" | grep '^PUBLISH' >"$output/publish"
  echo "| posts in the channel | p50 of the first $warm publications | publishing p50 | publishing p99 | lists and feeds updated, p50 | p99 | 16 writers |"
  echo "| --- | --- | --- | --- | --- | --- | --- |"
  publish_row small 100
  publish_row large "$large"
  echo "| goal | | ≤ 10 ms | ≤ 40 ms | ≤ 50 ms | | ≥ 300 per second |"
  echo
  echo "The p50 of the large channel is $(ratio "$(published large p50)" "$(published small p50)") × that of the small channel" \
    "(goal: at most 1.2). Afterwards the process uses $(resident_megabytes "$server_pid") MB."
  stop_server
}

# published CHANNEL NAME
published() {
  grep "^PUBLISH $1 " "$output/publish" | field "$2"
}

# publish_row CHANNEL POSTS
publish_row() {
  printf '| %s | %s ms | %s ms | %s ms | %s ms | %s ms | %s per second |\n' "$2" \
    "$(published "$1" early)" "$(published "$1" p50)" "$(published "$1" p99)" \
    "$(published "$1" follow_p50)" "$(published "$1" follow_p99)" "$(published "$1" rate)"
}
