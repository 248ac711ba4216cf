#!/usr/bin/env bash
# Logs: two real rsyslogd with the configuration of etc/rsyslog, one as an instance, one as the log server.
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

lines_wanted=100000
outage=30
hosts=$scratch/hosts
spool=$scratch/spooled
relp=$(free_port) tcp=$(free_port) local_tcp=$(free_port) local_udp=$(free_port)

# The file $1 of etc/rsyslog with this test's ports and folders.
adapt() {
  sed -e "s|port=\"251[45]\"|port=\"$relp\"|; s|/var/spool/quaily-logs|$spool|" \
    -e "s|/var/log/hosts|$hosts|; s|/etc/quaily/tls|$scratch/tls|g" \
    -e "s|type=\"imtcp\" port=\"514\"|type=\"imtcp\" port=\"$tcp\"|" \
    -e "s|address=\"127.0.0.1\" port=\"514\"|address=\"127.0.0.1\" port=\"$local_udp\"|" \
    -e "s|address=\"127.0.0.1\" port=\"601\"|address=\"127.0.0.1\" port=\"$local_tcp\"|" "$root/etc/rsyslog/$1"
}

# Debian's /etc/rsyslog.conf in small, then our files.
configure() {
  mkdir -p "$scratch/spool" "$hosts" "$spool" "$scratch/spool-server"
  {
    printf 'global(workDirectory="%s")\n' "$scratch/spool"
    printf 'module(load="imuxsock" SysSock.Use="off")\n'
    printf 'input(type="imuxsock" Socket="%s" CreatePath="on" RateLimit.Interval="0")\n' "$scratch/log.sock"
    adapt globals.conf
    adapt instance.conf
  } >"$scratch/instance.conf"
  {
    printf 'global(workDirectory="%s")\n' "$scratch/spool-server"
    adapt globals.conf
    adapt hosts.conf
    adapt "logserver$1.conf"
  } >"$scratch/logserver.conf"
}

start_rsyslogd() {
  rsyslogd -n -f "$scratch/$1.conf" -i "$scratch/$1.pid" >>"$scratch/$1.out" 2>&1 &
  remember $!
  printf '%s\n' $! >"$scratch/$1.started"
}

stop() { end_process "$(cat "$scratch/$1.started")"; }

# Starts it again when it ends, as systemd does.
start_forwarding() {
  while true; do
    "$root/bin/forward-logs" "$spool" 127.0.0.1 "$relp" "$@" &
    printf '%s\n' $! >"$scratch/forward.pid"
    wait $! || true
    sleep 1
  done >>"$scratch/forward.out" 2>&1 &
  remember $!
  printf '%s\n' $! >"$scratch/forward.started"
}

stop_forwarding() {
  stop forward
  end_process "$(cat "$scratch/forward.pid")"
}

socket_takes_lines() { logger --socket "$scratch/log.sock" --socket-errors=on -t ready line; }

# Writes the lines $1 to $2 to the local socket, as systemd's journal hands on what a program prints.
write_lines() {
  seq -f "INFO [r-1] line %.0f of the test" "$1" "$2" |
    logger --socket "$scratch/log.sock" --socket-errors=on --id=77 -t quaily
}

# Writes a line with structured data as a program does that speaks RFC 5424 itself.
write_structured() {
  logger --server 127.0.0.1 --port "$1" "--$2" --octet-count --rfc5424=notq --id=78 -t quaily \
    --sd-id quaily@32473 --sd-param 'request="r-2"' --sd-param 'channel="7"' "structured over $2"
}

received() {
  find "$hosts" -name 'quaily.log*' -exec cat {} + 2>/dev/null | sed -n 's/.*line \([0-9]*\) of the test.*/\1/p'
}
received_all() { [ "$(received | sort -nu | wc -l)" = "$1" ]; }

outage_test() {
  local part=$((lines_wanted / 10)) stopped
  configure ""
  holds "rsyslog accepts the instance's file" rsyslogd -N1 -f "$scratch/instance.conf"
  holds "rsyslog accepts the log server's files" rsyslogd -N1 -f "$scratch/logserver.conf"
  start_rsyslogd logserver
  start_rsyslogd instance
  start_forwarding
  wait_for 120 socket_takes_lines
  write_lines 1 $((part * 3))
  # With lines on the way.
  stop logserver
  stopped=$SECONDS
  write_lines $((part * 3 + 1)) $((part * 6))
  stop instance
  start_rsyslogd instance
  kill -9 "$(cat "$scratch/forward.pid")" 2>/dev/null || true
  wait_for 120 socket_takes_lines
  write_lines $((part * 6 + 1)) $((part * 9))
  sleep $((outage - (SECONDS - stopped) > 0 ? outage - (SECONDS - stopped) : 0))
  start_rsyslogd logserver
  write_lines $((part * 9 + 1)) $((part * 10))
  wait_for 300 received_all "$lines_wanted" || true
  equals "of $lines_wanted lines through $outage s without the log server, a restart of the instance's rsyslogd and a killed forwarder, this many arrive" \
    "$lines_wanted" "$(received | sort -nu | wc -l)"
  note "$(($(received | wc -l) - $(received | sort -nu | wc -l))) lines arrived twice"
}

structured_test() {
  write_structured "$local_tcp" tcp
  write_structured "$local_udp" udp
  wait_for 120 grep -rq 'structured over udp' "$hosts" || true
  holds "structured data sent over TCP arrives" grep -rqF '[quaily@32473 request="r-2" channel="7"] structured over tcp' "$hosts"
  holds "structured data sent over UDP arrives" grep -rqF '[quaily@32473 request="r-2" channel="7"] structured over udp' "$hosts"
}

# What arrives at the log server as a raw line of syslog.
send_raw() {
  exec 6<>"/dev/tcp/127.0.0.1/$tcp"
  printf '%s\n' "$1" >&6
  exec 6>&-
}

files_outside() { find "$scratch" -newer "$scratch/before" -type f -name '*escape*' -not -path "$hosts/*"; }

names_test() {
  touch "$scratch/before"
  send_raw '<13>1 2026-01-02T03:04:05Z ../../etc escape1 - - - leaves by its host'
  send_raw '<13>1 2026-01-02T03:04:05Z .. escape2 - - - leaves by dots'
  send_raw '<13>1 2026-01-02T03:04:05Z good ../../../escape3 - - - leaves by its program'
  send_raw '<13>1 2026-01-02T03:04:05Z good .. - - - leaves by a program of dots'
  send_raw '<13>Jan  2 03:04:05 good ../escape4[1]: leaves in the old form'
  send_raw '<13>1 2026-01-02T03:04:05Z WEB-1.example good - - - stays'
  wait_for 120 grep -rq stays "$hosts/web-1.example/good.log" || true
  holds "a host and a program with good names get their file" grep -q stays "$hosts/web-1.example/good.log"
  holds "a line with a bad host goes below a name of ours" grep -q 'leaves by its host' "$hosts/unnamed-127.0.0.1/escape1.log"
  holds "a host of two dots goes below a name of ours" grep -q 'leaves by dots' "$hosts/unnamed-127.0.0.1/escape2.log"
  holds "a bad program's line goes to a name of ours" grep -q 'leaves by its program' "$hosts/good/unnamed.log"
  holds "a program of two dots goes to a name of ours" grep -q 'a program of dots' "$hosts/good/unnamed.log"
  holds "no name of the old form is lost" grep -rq 'leaves in the old form' "$hosts"
  equals "no line left the folder" "" "$(files_outside)"
}

long_line_test() {
  { printf 'long '; head -c 6000 /dev/zero | tr '\0' x; printf ' end of it'; } |
    logger --socket "$scratch/log.sock" --socket-errors=on -t stack --size 20000
  wait_for 120 grep -rq 'end of it' "$hosts" || true
  holds "a stack trace of 6,000 letters stays one line" grep -rqE 'long x{6000} end of it' "$hosts"
}

# The files turn over while lines come in, and none is lost.
rotation_test() {
  local before
  before=$(received | sort -nu | wc -l)
  sed "s|/var/log/hosts|$hosts|; s|/usr/lib/rsyslog/rsyslog-rotate|kill -HUP $(cat "$scratch/logserver.started")|; s|^  compress|  su root root\n  nocompress|; /delaycompress/d" \
    "$root/etc/logrotate/quaily-hosts" >"$scratch/logrotate.conf"
  holds "logrotate accepts its file" logrotate --force --state "$scratch/logrotate.state" "$scratch/logrotate.conf"
  write_lines $((lines_wanted + 1)) $((lines_wanted + 500))
  wait_for 120 received_all $((before + 500)) || true
  equals "after the files have turned over, all lines are there" "$((before + 500))" "$(received | sort -nu | wc -l)"
  holds "new lines are in a new file" test "$(find "$hosts" -name 'quaily.log*' | wc -l)" -ge 2
}

# A certificate of the authority for the name $1.
certificate() {
  openssl req -newkey rsa:2048 -nodes -keyout "$scratch/tls/$1-key.pem" -out "$scratch/tls/$1.csr" -subj "/CN=$2"
  printf 'subjectAltName=DNS:%s' "$2" >"$scratch/tls/$1.ext"
  openssl x509 -req -in "$scratch/tls/$1.csr" -CA "$scratch/tls/ca.pem" -CAkey "$scratch/tls/ca-key.pem" \
    -CAcreateserial -days 2 -out "$scratch/tls/$1.pem" -extfile "$scratch/tls/$1.ext"
}

make_certificates() {
  mkdir -p "$scratch/tls"
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test-ca -keyout "$scratch/tls/ca-key.pem" -out "$scratch/tls/ca.pem"
  certificate logserver logserver.quaily.internal
  certificate instance web-1.instances.quaily.internal
  certificate stranger web-1.elsewhere.example
}

tls_test() {
  stop instance
  stop_forwarding
  stop logserver
  rm -rf "$hosts" "$scratch/spool" "$spool"
  make_certificates >"$scratch/certificates.out" 2>&1
  configure -tls
  start_rsyslogd logserver
  start_rsyslogd instance
  forward_as instance logserver.quaily.internal
  wait_for 120 socket_takes_lines
  write_lines 1 1000
  wait_for 120 received_all 1000 || true
  equals "of 1,000 lines over TLS, this many arrive" 1000 "$(received | sort -nu | wc -l)"
  stop_forwarding
  write_lines 1001 1010
  forward_as stranger logserver.quaily.internal
  sleep 5
  equals "an instance whose certificate has another name is not heard" 1000 "$(received | sort -nu | wc -l)"
  stop_forwarding
  forward_as instance somebody.else.internal
  sleep 5
  equals "a log server whose certificate has another name is told nothing" 1000 "$(received | sort -nu | wc -l)"
  stop_forwarding
  forward_as instance logserver.quaily.internal
  wait_for 120 received_all 1010 || true
  equals "what waited meanwhile arrives in the end" 1010 "$(received | sort -nu | wc -l)"
}

forward_as() { start_forwarding --tls "$scratch/tls/ca.pem" "$scratch/tls/$1.pem" "$scratch/tls/$1-key.pem" "$2"; }

bin_logs_test() {
  export LOG_HOSTS=$hosts
  fails "bin/logs finds nothing where there is nothing" "$root/bin/logs" --request r-9
  holds "bin/logs finds a request's lines" "$root/bin/logs" --request r-1
  equals "it finds all of them, in files of before too" "$(received | wc -l)" "$("$root/bin/logs" --request r-1 | wc -l)"
  gzip "$(find "$hosts" -name 'quaily.log-*' | sed -n 1p)"
  equals "also in compressed files" "$(zcat -f "$hosts"/*/quaily.log* | grep -cF '[r-1]')" "$("$root/bin/logs" --request r-1 | wc -l)"
  fails "an id that is none is refused" "$root/bin/logs" --request 'a b'
  fails "an unknown host is named" "$root/bin/logs" --host nowhere.example
  send_raw '<13>1 2026-01-02T03:04:05Z web-1.example good - - - is followed'
  wait_for 120 grep -q followed "$hosts/web-1.example/good.log" || true
  "$root/bin/logs" --plain --program good --host web-1.example >"$scratch/followed" 2>&1 &
  holds "bin/logs follows a host's files" shows followed 'is followed' $!
  TERM=xterm script -qec "stty rows 40 cols 120; '$root/bin/logs' --program all" /dev/null \
    </dev/null >"$scratch/multitail" 2>&1 &
  holds "on a terminal it shows the lines of a host in multitail, with the host in front" \
    shows multitail 'web-1.example .*is followed' $!
}

# Waits until the process $3 has written what the pattern $2 fits to $scratch/$1, then ends it.
shows() {
  local status=0
  wait_for 120 grep -aq "$2" "$scratch/$1" || status=$?
  end_process "$3"
  return "$status"
}

outage_test
structured_test
names_test
long_line_test
rotation_test
bin_logs_test
tls_test
stop_forwarding
