# Measures what the AI scheduler adds to its providers. Sourced by bin/bench.
# shellcheck shell=bash disable=SC2154

measure_ai() {
  local many tasks line share
  many=$(choose 2000 500)
  tasks=$(choose 1000 300)
  line=$(run_java com.quaily.bench.SchedulerBench "$(choose 300 100)" "$many" "$tasks" | grep '^AI ')
  share=$(awk "BEGIN { printf \"%.0f\", 100 * $(field unhealthy <<<"$line") / $(field capacity <<<"$line") }")
  echo "| what | value | goal |"
  echo "| --- | --- | --- |"
  echo "| one task, from the call to its result, median | $(field median <<<"$line") ms | ≤ 10 ms |"
  echo "| tasks a second, $many tasks of 7 callers, a provider that answers at once | $(field many <<<"$line") | ≥ 200 |"
  echo "| $tasks tasks for three proxies of which one answers 429 half of the time and one dies:" \
    "completed | $(field completed <<<"$line") | $tasks |"
  echo "| the same: share of what the healthy slots allow" \
    "($(field unhealthy <<<"$line") of $(field capacity <<<"$line") a second) | $share % | ≥ 90 % |"
}
