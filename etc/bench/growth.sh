# Measures what should not depend on the size of a site, at two sizes. Sourced by bin/bench.
# shellcheck shell=bash disable=SC2154

measure_growth() {
  local small=1000 large name
  large=$(choose 100000 20000)
  growth_at small "$small" "$((small / 10))" 2000
  growth_at large "$large" "$((large / 5))" 100000
  echo "A site with $small members, comments and reactions, $((small / 5)) redirects and $((small / 10)) further channels, and one" \
    "with $large, $((large / 5)) and $((large / 5)). Medians."
  echo
  echo "| call | small | large | ratio |"
  echo "| --- | --- | --- | --- |"
  for name in publish follow subscribe search post comments rename; do
    printf '| %s | %s ms | %s ms | %s |\n' "$name" "$(grown small "$name")" "$(grown large "$name")" \
      "$(ratio "$(grown large "$name")" "$(grown small "$name")")"
  done
  printf '| memory after 2,000 and 100,000 missing pages | %s MB | %s MB | %s |\n' \
    "$(grown small memory)" "$(grown large memory)" \
    "$(ratio "$(grown large memory)" "$(grown small memory)")"
}

# growth_at NAME MEMBERS CHANNELS MISSING
growth_at() {
  local token data=$output/growth-$1
  rm -rf "$data"
  say "filling a $1 site"
  token=$(run_java com.quaily.bench.FilledInstance "$data" bench 100 | field TOKEN)
  run_java com.quaily.bench.GrowingSite "$data" bench "$2" "$3" >>"$output/java.log"
  "$here/bin/quaily" render bench --data "$data" >"$output/render.log" 2>&1 || die "see $output/render.log"
  start_server "$here/bin/quaily" serve --data "$data" -Dserver.port="$port"
  run_java com.quaily.bench.GrowthBench "$port" bench "$token" "$(choose 500 100)" "$2" "$4" |
    grep '^GROWTH' >"$output/growth-$1.txt"
  echo "GROWTH memory $(resident_megabytes "$server_pid")" >>"$output/growth-$1.txt"
  stop_server
  rm -rf "$data"
}

# grown NAME FIELD
grown() {
  field "$2" <"$output/growth-$1.txt"
}
