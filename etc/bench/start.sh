# Measures the time from the command to the first page. Sourced by bin/bench.
# shellcheck shell=bash disable=SC2154

measure_start() {
  pages=$output/pages
  [[ -e $pages/pages/bench/p/post-500.html.gz ]] || "$here/bin/bench-serving" pages "$pages"
  local options=(serve --roles=router --data "$output/router" -Dserver.port="$port"
    -Dstorage.directory="$pages")
  echo "| router, command to first page (median of $(choose 11 5) starts) | wall time | CPU time | goal |"
  echo "| --- | --- | --- | --- |"
  start_row "bin/quaily serve" "$here/bin/quaily" "${options[@]}"
  start_row "java -jar quaily.war serve" env LC_ALL=C.UTF-8 java -jar "$here/target/quaily.war" "${options[@]}"
}

start_row() {
  local name=$1 round
  shift
  one_start "$@" >/dev/null   # unpacks the WAR and fills the page cache
  for ((round = 0; round < $(choose 11 5); round++)); do
    one_start "$@"
  done >"$output/starts"
  echo "| \`$name\` | $(cut -d' ' -f1 "$output/starts" | median) ms |" \
    "$(cut -d' ' -f2 "$output/starts" | median) ms | ≤ 1,000 ms wall time |"
}

# Prints the wall time and the CPU time to the first page, in milliseconds.
one_start() {
  local begin wall process ticks=0 fields
  begin=$(milliseconds)
  "$@" >"$output/server.log" 2>&1 &
  server_pid=$!
  until answers_page; do
    [[ $(milliseconds) -lt $((begin + 60000)) ]] || die "no page within a minute, see $output/server.log"
    sleep 0.01
  done
  wall=$(($(milliseconds) - begin))
  # java -jar runs two processes: the launcher and the program.
  while read -r -a fields; do
    ticks=$((ticks + fields[11] + fields[12]))
  done < <(for process in "$server_pid" $(pgrep -P "$server_pid"); do sed 's/.*) //' "/proc/$process/stat"; done)
  echo "$wall $((ticks * 1000 / $(getconf CLK_TCK)))"
  stop_server
}

answers_page() {
  local status
  { exec 7<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  printf 'GET /bench/p/post-1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&7
  read -r status <&7 || true
  exec 7>&-
  [[ $status == *" 200"* ]]
}
