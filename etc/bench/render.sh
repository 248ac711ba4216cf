# Renders Markdown to stored pages and compares the result with Hugo. Sourced by bin/bench.
# shellcheck shell=bash disable=SC2154

measure_render() {
  local posts data=$output/render begin wall pages rate hugo_rate
  need hugo hugo
  posts=$(choose 2000 1000)
  rm -rf "$data"
  run_java com.quaily.bench.FilledInstance "$data" bench "$posts" >/dev/null
  begin=$(milliseconds)
  "$here/bin/quaily" render --data "$data" >"$output/render.log" 2>&1 || die "see $output/render.log"
  wall=$(($(milliseconds) - begin))
  run_java com.quaily.bench.RenderBench "$data" bench "$(choose 14 25)" | grep '^ROUND' >"$output/rounds"
  pages=$(tail -n 1 "$output/rounds" | field pages)
  rate=$(tail -n 3 "$output/rounds" | field rate | median)
  hugo_wall=$(hugo_milliseconds "$posts")
  hugo_rate=$((pages * 1000 / hugo_wall))
  echo "| measurement | Quaily | Hugo $(hugo version | sed 's/^hugo v\([0-9.]*\).*/\1/') | goal |"
  echo "| --- | --- | --- | --- |"
  run_java com.quaily.bench.MarkdownBench "$(choose 10 5)" | awk -F'|' '{ print "|" $2 "|" $3 "| – |" $4 "|" }'
  echo "| $posts posts, cold, including the database | $wall ms | $hugo_wall ms | ≤ 1.0 × |"
  echo "| warm, pages with lists and feeds per second | $rate | $hugo_rate | ≥ 6 × |"
  echo "| warm, CPU time per page without the database | $(tail -n 3 "$output/rounds" | field cpu_ms | median) ms | – | – |"
  growth
}

# Builds the same posts with Hugo. Prints the best of three runs, each from scratch.
hugo_milliseconds() {
  local site=$output/hugo begin times=()
  rm -rf "$site"
  cp -r "$bench/hugo" "$site"
  run_java com.quaily.bench.HugoContent "$site/content/p" "$1" >/dev/null
  for _ in 1 2 3; do
    rm -rf "$site/public" "$site/resources"
    begin=$(milliseconds)
    (cd "$site" && hugo --quiet) >&2
    times+=($(($(milliseconds) - begin)))
  done
  printf '%s\n' "${times[@]}" | sort -n | head -n 1
}

# Measures pages per second and memory for channels of different sizes.
growth() {
  local posts data
  echo
  echo "| posts in the channel | pages per second | heap after |"
  echo "| --- | --- | --- |"
  for posts in 1000 $(choose "10000 100000" 5000); do
    data=$output/channel-$posts
    [[ -d $data ]] || run_java com.quaily.bench.FilledInstance "$data" bench "$posts" >/dev/null
    run_java com.quaily.bench.RenderBench "$data" bench 2 | grep '^ROUND' | tail -n 1 >"$output/growth"
    echo "| $posts | $(field rate <"$output/growth") | $(field heap_mb <"$output/growth") MB |"
  done
}
