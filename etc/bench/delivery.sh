# Measures sending a post by email, and kills workers while they send. Sourced by bin/bench.
# shellcheck shell=bash disable=SC2154

smtp_sessions=10
mail_bytes=20480
sending_seconds=600 # the longest wait for one sending

measure_delivery() {
  local recipients rounds data=$output/delivery
  recipients=$(choose 10000 3000)
  rounds=$(choose 3 2)
  sink='' worker=''
  find_smtp_programs
  smtp_port=$(free_ports 1)
  rm -rf "$data"
  say "filling a channel with $recipients subscribers"
  token=$(run_java com.quaily.bench.FilledInstance "$data" bench 50 | field TOKEN)
  run_java com.quaily.bench.GrowingSite "$data" bench "$recipients" 0 >>"$output/java.log"
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$output/dkim.pem" 2>>"$output/java.log"
  start_server "$here/bin/quaily" serve --data "$data" --roles=router,api -Dserver.port="$port"
  sending_rates
  echo
  killed_workers
  stop_server
  rm -rf "$data"
}

# The rates of the bare sender and of Quaily, in turns.
sending_rates() {
  local kind round number=0 bare
  rm -f "$output"/rates-*
  start_sink
  for kind in plain dkim; do
    start_worker "$data" "$kind"
    for ((round = 0; round < $(choose 3 2); round++)); do
      send_post $((number += 1)) >/dev/null # while the JVM compiles
    done
    for ((round = 0; round < rounds; round++)); do
      bare_rate >>"$output/rates-bare"
      send_post $((number += 1)) >>"$output/rates-$kind"
    done
    awk '/^VmHWM/ { printf "%d\n", $2 / 1024 }' "/proc/$worker/status" >"$output/rates-$kind-memory"
    stop_process worker
  done
  stop_process sink
  bare=$(median <"$output/rates-bare")
  echo "| $recipients recipients, $smtp_sessions sessions, $mail_bytes bytes | emails/s | × bare | memory | goal |"
  echo "| --- | --- | --- | --- | --- |"
  printf '| \x60smtp-source -d\x60 | %.0f | 1.00 | – | – |\n' "$bare"
  sending_row "Quaily" plain "≥ 0.40 × bare"
  sending_row "Quaily, with DKIM" dkim "–"
}

# sending_row NAME KIND GOAL
sending_row() {
  local rate
  rate=$(median <"$output/rates-$2")
  printf '| %s | %.0f | %s | %s MB | %s |\n' "$1" "$rate" "$(ratio "$rate" "$bare")" \
    "$(<"$output/rates-$2-memory")" "$3"
}

# Ten workers in turn are killed while they send the same post; the receiver keeps each email.
killed_workers() {
  local kill task kills=10 arrived=$output/arrived
  say "killing workers"
  rm -rf "$arrived"
  mkdir -m 777 "$arrived"
  start_sink -d "$arrived/%M."
  task=$(begin_post 0)
  for ((kill = 1; kill <= kills; kill++)); do
    start_worker "$data" plain
    wait_for_sent "$task" $((kill * recipients / (kills + 2)))
    sleep "0.$((RANDOM % 250 + 100))"
    kill_worker
  done
  start_worker "$data" plain
  wait_for_end "$task" >/dev/null
  stop_process worker
  stop_process sink
  call GET "delivery/$task/report" >"$output/report.csv"
  count_arrived "$arrived" "$kills"
  rm -rf "$arrived"
}

# count_arrived DIRECTORY KILLS: compares what arrived with what the report says.
count_arrived() {
  find "$1" -type f -exec awk '/^X-Rcpt-Args:/ { gsub(/.*<|>.*/, ""); print; nextfile }' {} + |
    sort >"$output/arrived.txt"
  reported sent "$output/report.csv" | sort >"$output/sent.txt"
  reported uncertain "$output/report.csv" | sort >"$output/uncertain.txt"
  echo "| recipients | workers killed | sent | uncertain | uncertain at most | lost | twice |"
  echo "| --- | --- | --- | --- | --- | --- | --- |"
  printf '| %d | %d | %d | %d | %d | %d | %d |\n' $(($(wc -l <"$output/report.csv") - 1)) "$2" \
    "$(wc -l <"$output/sent.txt")" "$(wc -l <"$output/uncertain.txt")" $(($2 * smtp_sessions)) \
    "$(comm -23 "$output/sent.txt" <(uniq "$output/arrived.txt") | wc -l)" \
    "$(uniq -d "$output/arrived.txt" | wc -l)"
}

# reported STATE REPORT: prints the addresses in that state; the report quotes them.
reported() {
  awk -F, -v state="$1" 'NR > 1 && $2 == state { gsub(/"/, "", $1); print $1 }' "$2"
}

# find_smtp_programs: sets smtp_source and smtp_sink. Postfix is unpacked instead of installed,
# because the package starts a mail server.
find_smtp_programs() {
  need jq jq
  need openssl openssl
  smtp_source=$(command -v smtp-source || echo "$output/postfix/usr/sbin/smtp-source")
  smtp_sink=$(command -v smtp-sink || echo "$output/postfix/usr/sbin/smtp-sink")
  if [[ ! -x $smtp_sink ]]; then
    say "unpacking postfix"
    (cd "$output" && { apt-get download -qq postfix || { apt-get update -qq && apt-get download -qq postfix; }; } &&
      dpkg-deb -x postfix_*.deb postfix) >&2 || die "smtp-sink is missing; on Debian it is in the package postfix"
  fi
  [[ $smtp_sink != "$output"/* ]] || export LD_LIBRARY_PATH=$output/postfix/usr/lib/postfix
}

# start_sink OPTION…
start_sink() {
  local user=()
  [[ $EUID -ne 0 ]] || user=(-u nobody)
  "$smtp_sink" "${user[@]}" "$@" "127.0.0.1:$smtp_port" 1000 2>>"$output/java.log" &
  sink=$!
}

# start_worker DATA plain|dkim
start_worker() {
  local options=(-Dmail.smtp-url="smtp://127.0.0.1:$smtp_port" -Ddelivery.sessions="$smtp_sessions"
    -Dmail.from="Bench <bench@example.com>" -Dserver.port="$(free_ports 1)")
  [[ $2 != dkim ]] || options+=(-Ddelivery.dkim.key="$output/dkim.pem")
  "$here/bin/quaily" serve --data "$1" --roles=worker "${options[@]}" >"$output/worker.log" 2>&1 &
  worker=$!
}

# stop_process VARIABLE
stop_process() {
  [[ -n ${!1} ]] || return 0
  kill "${!1}" 2>/dev/null || true
  wait "${!1}" 2>/dev/null || true
  printf -v "$1" ''
}

kill_worker() {
  kill -KILL "$worker"
  wait "$worker" 2>/dev/null || true
  worker=''
}

# bare_rate: prints the emails a second of smtp-source.
bare_rate() {
  local begin end
  begin=$(date +%s%N)
  "$smtp_source" -d -s "$smtp_sessions" -m "$recipients" -l "$mail_bytes" -f bench@example.com \
    -t reader@example.org "127.0.0.1:$smtp_port"
  end=$(date +%s%N)
  awk "BEGIN { print $recipients * 1000000000 / ($end - $begin) }"
}

# call METHOD PATH [BODY]
call() {
  curl -sSf -X "$1" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    "http://127.0.0.1:$port/api/lists/bench/$2" ${3:+-d "$3"}
}

# begin_post NUMBER: sends a post and prints the id of the delivery.
begin_post() {
  call PUT "posts/letter-$1/deliver" '{"channels": ["email"], "again": true}' >"$output/response"
  call GET 'delivery?limit=1' | jq '.data.items[0].id'
}

# send_post NUMBER: sends a post and prints the emails a second.
send_post() {
  wait_for_end "$(begin_post "$1")"
}

# wait_for_end TASK: prints the emails a second from the start of a delivery to its end.
wait_for_end() {
  local state end=$((SECONDS + sending_seconds))
  until state=$(call GET "delivery/$1") && jq -e '.data.finished_at != null' <<<"$state" >/dev/null; do
    ((SECONDS < end)) || die "delivery $1 did not end within $sending_seconds seconds: $state"
    sleep 0.2
  done
  jq 'def seconds: sub("Z$"; "") | split(".") | (.[0] + "Z" | fromdateiso8601) + ("0." + (.[1] // "0") | tonumber);
    .data | .result.email.total / ((.finished_at | seconds) - (.started_at | seconds))' <<<"$state"
}

# wait_for_sent TASK COUNT
wait_for_sent() {
  local end=$((SECONDS + sending_seconds))
  until (($(call GET "delivery/$1" | jq '.data.result.email.sent') >= $2)); do
    ((SECONDS < end)) || die "delivery $1 did not send $2 emails within $sending_seconds seconds"
    sleep 0.1
  done
}
