# Reads lists and posts through the API. Sourced by bin/bench.
# shellcheck shell=bash disable=SC2154

measure_api() {
  local posts data=$output/api token round lists=/api/lists/bench/posts
  posts=$(choose 100000 20000)
  rm -rf "$data"
  say "writing $posts posts"
  token=$(run_java com.quaily.bench.FilledInstance "$data" bench "$posts" | field TOKEN)
  start_server "$here/bin/quaily" serve --data "$data" -Dserver.port="$port"
  say "warming up"
  for ((round = 0; round < 2; round++)); do
    api_load "$lists/letter-" "$posts" "$token" "$(choose 45 15)" >/dev/null
    api_load "$lists?offset=" 160 "" "$(choose 45 15)" >/dev/null
  done
  echo "| $posts posts in the channel | requested by | req/s | req/s per core | per core, Java only | p50 at 200 req/s | p99 | goal |"
  echo "| --- | --- | --- | --- | --- | --- | --- | --- |"
  api_row "16 of the newest posts" anonymous "$lists?offset=" 160 ""
  api_row "16 posts from anywhere" anonymous "$lists?offset=" $((posts - 16)) ""
  api_row "one post" anonymous "$lists/letter-" "$posts" ""
  api_row "16 of the newest posts" owner "$lists?offset=" 160 "$token"
  api_row "16 posts from anywhere" owner "$lists?offset=" $((posts - 16)) "$token"
  api_row "one post" owner "$lists/letter-" "$posts" "$token"
  stop_server
}

# api_row WHAT WHO PREFIX COUNT TOKEN
api_row() {
  local what=$1 who=$2 prefix=$3 count=$4 token=$5 round before before_all after after_all requests
  rm -f "$output/api-runs"
  for ((round = 0; round < $(choose 5 3); round++)); do
    before=$(process_ticks "$server_pid") before_all=$(database_ticks)
    api_load "$prefix" "$count" "$token" "$(choose 10 5)" >"$output/api-run"
    after=$(process_ticks "$server_pid") after_all=$(database_ticks)
    [[ $(field errors <"$output/api-run") == 0 ]] || die "errors: $(<"$output/api-run")"
    requests=$(field requests <"$output/api-run")
    awk -v rate="$(field rate <"$output/api-run")" -v requests="$requests" -v hertz="$(getconf CLK_TCK)" \
      -v java=$((after - before)) -v database=$((after_all - before_all)) 'BEGIN {
        printf "rate %d core %d java %d\n", rate, requests * hertz / (java + database), requests * hertz / java
      }' >>"$output/api-runs"
  done
  run_java com.quaily.bench.SteadyLoad "http://127.0.0.1:$port$prefix" "" $((count - 1)) 200 \
    "$(choose 30 10)" "$token" >"$output/api-steady"
  printf '| %s | %s | %s | %s | %s | %s ms | %s ms | ≥ 500 per core, p99 ≤ 20 ms |\n' "$what" "$who" \
    "$(field rate <"$output/api-runs" | median)" "$(field core <"$output/api-runs" | median)" \
    "$(field java <"$output/api-runs" | median)" "$(api_milliseconds p50)" "$(api_milliseconds p99)"
}

# api_load PREFIX COUNT TOKEN SECONDS
api_load() {
  wrk -t2 -c32 -d"$4s" --timeout 10s -s "$bench/api.lua" "http://127.0.0.1:$port" -- "$1" "$2" "$3" | grep '^RESULT'
}

api_milliseconds() {
  awk "BEGIN { printf \"%.1f\", $(field "$1" <"$output/api-steady") / 1000 }"
}

# process_ticks PID: prints the CPU time of a process so far, in clock ticks.
process_ticks() {
  local fields
  read -r -a fields < <(sed 's/.*) //' "/proc/$1/stat")
  echo $((fields[11] + fields[12]))
}

# The same for the embedded PostgreSQL: the main process, its ended children and its running children.
database_ticks() {
  local home=$output/api/postgres main pid total fields
  [[ ! -e $home.location ]] || home=$(<"$home.location")
  main=$(head -n 1 "$home/cluster/postmaster.pid")
  read -r -a fields < <(sed 's/.*) //' "/proc/$main/stat")
  total=$((fields[11] + fields[12] + fields[13] + fields[14]))
  for pid in $(pgrep -P "$main"); do
    total=$((total + $(process_ticks "$pid")))
  done
  echo "$total"
}
