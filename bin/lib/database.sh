# How the operators' scripts reach the database: the one of QUAILY_DATABASE_URL, or the one that the program runs
# itself below QUAILY_DATA. To be sourced after common.sh; needs `scratch`, a directory of the caller's own.
# shellcheck shell=bash disable=SC2034

# Sets PG… variables for psql, pg_dump and pg_restore, and `kind` to "url" or "embedded".
connect() {
  unset PGSERVICE PGOPTIONS PGPASSWORD
  export PGCONNECT_TIMEOUT=10 PGAPPNAME=$program PGCLIENTENCODING=UTF8
  if [ -n "${QUAILY_DATABASE_URL:-}" ]; then
    kind=url
    connect_to "$QUAILY_DATABASE_URL" "${QUAILY_DATABASE_USER:-}" "${QUAILY_DATABASE_PASSWORD:-}"
  else
    kind=embedded
    connect_embedded
  fi
}

# Takes a JDBC URL such as jdbc:postgresql://one:5432,two/quaily?targetServerType=primary.
connect_to() {
  local rest hosts='' ports='' part parts=()
  [[ $1 =~ ^jdbc:postgresql://([^/?]+)/([^?]+)(\?.*)?$ ]] || die "cannot read the database's address: $1"
  rest=${BASH_REMATCH[1]}
  export PGDATABASE=${BASH_REMATCH[2]}
  IFS=, read -ra parts <<<"$rest"
  for part in "${parts[@]}"; do
    hosts+=${hosts:+,}${part%:*}
    if [[ $part == *:* ]]; then ports+=${ports:+,}${part##*:}; else ports+=${ports:+,}5432; fi
  done
  export PGHOST=$hosts PGPORT=$ports PGUSER=$2
  if [[ ${1#*\?} == *targetServerType=primary* ]]; then export PGTARGETSESSIONATTRS=read-write; fi
  use_password "$3"
}

# libpq reads the password from a file that only we can read.
use_password() {
  [ -n "$1" ] || return 0
  local password=${1//\\/\\\\}
  export PGPASSFILE=$scratch/pgpass
  (umask 077 && printf '*:*:*:*:%s\n' "${password//:/\\:}" >"$PGPASSFILE")
}

# Sets `postgres_home`, the embedded server's directory below the data directory $1.
find_postgres_home() {
  postgres_home=$1/postgres
  if [ -e "$1/postgres.location" ]; then postgres_home=$(cat "$1/postgres.location"); fi
}

connect_embedded() {
  local port
  find_postgres_home "${QUAILY_DATA:-data}"
  [ -d "$postgres_home/cluster" ] || die "no database: QUAILY_DATABASE_URL is not set, and there is none in ${QUAILY_DATA:-data}"
  [ -r "$postgres_home/password" ] || die "$postgres_home/password is not readable; run this as the instance's user"
  port=$(sed -n 4p "$postgres_home/cluster/postmaster.pid" 2>/dev/null) || true
  [ -n "$port" ] || die "the database in $postgres_home does not run; start the instance"
  export PGHOST=127.0.0.1 PGPORT=$port PGUSER=quaily PGDATABASE=quaily
  use_password "$(cat "$postgres_home/password")"
}

sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }

server_major() { sql -c 'show server_version_num' | sed 's/....$//'; }
client_major() { pg_dump --version | sed -E 's/.* ([0-9]+)[.a-z ].*/\1/'; }

# Debian's pg_dump uses the newest installed version if it is selected explicitly.
choose_client() {
  local newest
  newest=$(find /usr/lib/postgresql -maxdepth 3 -name pg_dump 2>/dev/null | sort -V | tail -n 1) || true
  [ -z "$newest" ] || PATH=$(dirname "$newest"):$PATH
}

# Prints "table count" lines. Arguments go to psql before that.
count_rows() {
  sql -F ' ' "$@" -f - <<'SQL'
select format('select %L, count(*) from %I.%I', tablename, schemaname, tablename)
  from pg_tables where schemaname = 'public' order by tablename \gexec
SQL
}
