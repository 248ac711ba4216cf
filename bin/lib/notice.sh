# Tells the operator something: `notice info|alert SUBJECT <text`. To be sourced after common.sh.
# shellcheck shell=bash
#
# Telegram and the webhook are asked directly and first: an alert about the database must not need the database.
# Addresses and tokens reach curl through a pipe, never in its command line. Without either, the program's own
# notices are used (bin/quaily notice), and in any case there is a line in the log.

notice() {
  local level=$1 subject=$2 text told=''
  text=$(cat)
  say "$level: $subject"
  [ -z "$text" ] || printf '%s\n' "$text" | sed 's/^/  /' >&2
  if [ -n "${NOTICE_TELEGRAM_TOKEN:-}" ]; then
    if tell_telegram "$level" "$subject" "$text"; then told=yes; else say "cannot send the notice through Telegram"; fi
  fi
  if [ -n "${NOTICE_WEBHOOK_URL:-}" ]; then
    if tell_webhook "$level" "$subject" "$text"; then told=yes; else say "cannot send the notice to the webhook"; fi
  fi
  if [ -z "$told" ] && "$root/bin/quaily" notice send --help 2>/dev/null | grep -e --subject >/dev/null; then
    printf '%s\n' "$text" | "$root/bin/quaily" notice send --level "$level" --subject "$subject" >/dev/null ||
      say "cannot send the notice through bin/quaily"
  fi
}

tell_telegram() {
  local mark='' silent=true
  [ "$1" != alert ] || { mark='⚠️ ' silent=false; }
  printf 'url = "%s/bot%s/sendMessage"\n' "${NOTICE_TELEGRAM_URL:-https://api.telegram.org}" "$NOTICE_TELEGRAM_TOKEN" |
    ask_with_config --data-urlencode "chat_id=${NOTICE_TELEGRAM_CHAT:?names no chat}" \
      --data "disable_notification=$silent" --data-urlencode "text=$mark$2
$3"
}

tell_webhook() {
  printf 'url = "%s"\n' "$NOTICE_WEBHOOK_URL" |
    ask_with_config --header 'Content-Type: application/json' --data-raw \
      "{\"level\":$(json "$1"),\"subject\":$(json "$2"),\"text\":$(json "$3"),\"host\":$(json "$(uname -n)")}"
}

ask_with_config() {
  curl --config - --silent --show-error --fail --output /dev/null --connect-timeout 10 --max-time 30 \
    --retry 3 --retry-max-time 120 "$@" 2>/dev/null
}

# The text as a string of JSON.
json() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"} text=${text//$'\n'/\\n} text=${text//$'\t'/\\t} text=${text//$'\r'/}
  printf '"%s"' "$(printf '%s' "$text" | tr -d '\000-\037')"
}
