# Publishing through the API; to be sourced by bin/bench.
# shellcheck shell=bash disable=SC2154

measure_publish() {
  local posts p50='' warm
  # The JVM goes on compiling for more than a minute of publishing.
  warm=$(choose 6000 400)
  echo "| posts in the channel | p50 of the first $warm publications | publish p50 then | p99 | lists and feeds follow, p50 | p99 | 16 writers | memory after |"
  echo "| --- | --- | --- | --- | --- | --- | --- | --- |"
  for posts in 100 $(choose 100000 5000); do
    publish_row "$posts"
    p50="$p50 $(field p50 <"$output/publish")"
  done
  echo "| goal | | ≤ 10 ms | ≤ 40 ms | ≤ 50 ms | | ≥ 300 a second | |"
  read -r small large <<<"$p50"
  echo
  echo "The large channel's p50 is $(ratio "$large" "$small") × that of the small one (goal: at most 1.2)."
}

publish_row() {
  local posts=$1 data token
  data=$output/channel-$posts
  rm -rf "$data"
  token=$(run_java com.quaily.bench.FilledInstance "$data" bench "$posts" | field TOKEN)
  if [[ $posts -gt 1000 ]]; then say "rendering $posts pages"; fi
  "$here/bin/quaily" render --data "$data" >"$output/render.log" 2>&1 || die "see $output/render.log"
  start_server "$here/bin/quaily" serve --data "$data" -Dserver.port="$port" \
    -Dsite.base-url="http://127.0.0.1:$port"
  run_java com.quaily.bench.PublishBench "http://127.0.0.1:$port" "$token" bench \
    "$warm" "$(choose 1000 400)" "$(choose 20 8)" | grep '^PUBLISH' >"$output/publish"
  printf '| %s | %s ms | %s ms | %s ms | %s ms | %s ms | %s a second | %s MB |\n' "$posts" \
    "$(field early <"$output/publish")" "$(field p50 <"$output/publish")" "$(field p99 <"$output/publish")" \
    "$(field follow_p50 <"$output/publish")" "$(field follow_p99 <"$output/publish")" \
    "$(field rate <"$output/publish")" "$(resident_megabytes "$server_pid")"
  stop_server
}
