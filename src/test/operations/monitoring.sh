#!/usr/bin/env bash
# etc/prometheus: rules and dashboard, by Prometheus' own checker; and their agreement with the handbook.
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

handbook=$root/docs/operations.md

# Prints the names of metrics in the text of standard input that are ours or Micrometer's.
metrics() { grep -oE '\b(quaily|http_server|jvm)_[a-z_]+' | sort -u; }

# The addresses of the handbook's headings, as Markdown viewers make them.
anchors() { sed -n 's/^##* //p' "$handbook" | tr '[:upper:]' '[:lower:]' | sed 's/[^a-z0-9 _-]//g; s/ /-/g'; }

promised() { sed -n '/^## Metrics/,/^## /p' "$handbook" | metrics; }

holds "promtool accepts the rules" promtool check rules "$root/etc/prometheus/alerts.yml"
cp "$root/etc/prometheus/alerts.yml" "$root/src/test/operations/alerts.test.yml" "$scratch/"
holds "the rules raise an alert when they should, and not before" promtool test rules "$scratch/alerts.test.yml"
# shellcheck disable=SC2016
jq -r '.panels[].targets[].expr' "$root/etc/prometheus/dashboard.json" | sed 's/"\$instance"/".*"/g' >"$scratch/expressions"
{
  printf 'groups:\n  - name: dashboard\n    rules:\n'
  jq -Rr '"      - { record: \"dashboard:\(input_line_number)\", expr: \(tojson) }"' "$scratch/expressions"
} >"$scratch/dashboard.yml"
holds "promtool accepts each expression of the dashboard" promtool check rules "$scratch/dashboard.yml"
equals "every rule's paragraph is in the handbook" "" \
  "$(comm -23 <(sed -n 's/.*handbook: docs\/operations\.md#//p' "$root/etc/prometheus/alerts.yml" | sort -u) <(anchors | sort -u))"
equals "every rule has a paragraph" "$(grep -c -e '- alert:' "$root/etc/prometheus/alerts.yml")" "$(grep -c 'handbook:' "$root/etc/prometheus/alerts.yml")"
equals "every metric of rules and dashboard is in the handbook's list" "" \
  "$(comm -23 <(sed '/^#/d' "$root/etc/prometheus/alerts.yml" "$scratch/expressions" | metrics) <(promised))"
