# nginx with etc/nginx/lb.conf before two instances. To be sourced after support.sh.
# shellcheck shell=bash disable=SC2154

# The balancer at the port $1 before the ports $2 and $3, without TLS; its files are in $scratch/$4 (nginx).
start_balancer() {
  local directory=$scratch/${4:-nginx}
  mkdir -p "$directory"
  {
    printf 'daemon off;\npid %s;\nerror_log %s warn;\nworker_processes 1;\n' "$directory/pid" "$directory/error.log"
    printf 'events { worker_connections 1024; }\nhttp {\n'
    for kind in body proxy fastcgi uwsgi scgi; do
      printf '  %s_temp_path %s;\n' "${kind/body/client_body}" "$directory/$kind"
    done
    # The second server is ours; the first only leads to https.
    sed -e "s|server 10.0.0.11:8080|server 127.0.0.1:$2|; s|server 10.0.0.12:8080|server 127.0.0.1:$3|" \
      -e "s|listen 443 ssl http2;|listen 127.0.0.1:$1;|; s|listen 80;|listen 127.0.0.1:$(free_port);|; /listen \[::\]/d; /ssl_/d" \
      -e "s|/var/log/nginx/quaily.log|$directory/access.log|" "$root/etc/nginx/lb.conf"
    printf '}\n'
  } >"$directory/nginx.conf"
  chmod 777 "$directory"
  nginx -p "$directory" -c "$directory/nginx.conf" >"$directory/out" 2>&1 &
  remember $!
}
