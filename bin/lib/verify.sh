# `verify` proves that the newest backup brings back the pages that readers see. To be sourced by bin/backup.
# shellcheck shell=bash disable=SC2154

verify() {
  local name
  name=$(list_backups | tail -n 1)
  [ -n "$name" ] || die "there is no backup in $target"
  check_age "$name"
  say "fetching $name"
  fetch_backup "$name" "$scratch/backup"
  connect
  live_database
  case $name in
    *.dump.age) restore_dump ;;
    *.cluster.age) restore_cluster ;;
  esac
  compare_rows "$name"
  render_sample
  compare_pages
  [ "$differing" = 0 ] || report_difference
  notice info "The backup of $(uname -n) can be restored" <<<"$name: $row_total rows in $table_total tables;
$compared pages of $(wc -l <"$scratch/channels") channels are the same byte for byte ($changed have changed since)"
}

# A backup of last night is there every morning.
check_age() {
  local made limit=${BACKUP_MAX_AGE_HOURS:-30}
  made=$(date -u -d "$(sed -E 's/quaily-(....)(..)(..)T(..)(..)(..)Z.*/\1-\2-\3 \4:\5:\6/' <<<"$1")" +%s)
  [ $((($(date +%s) - made) / 3600)) -lt "$limit" ] || die "the newest backup, $1, is older than $limit hours"
}

# Keeps the hashes that the running instance has of its pages: what changed after the backup may differ.
live_database() {
  sql -F ' ' -c 'select key, hash from page_manifest order by key' >"$scratch/live"
}

restore_dump() {
  live_name=$PGDATABASE
  scratch_database=quaily_verify_$(date +%s)_$$
  say "restoring into the database $scratch_database"
  sql -c "create database $scratch_database"
  drop_database=$scratch_database
  choose_client
  decrypt "$scratch/backup" | pg_restore --no-owner --no-acl --no-password --exit-on-error -d "$scratch_database"
  # The address of the same server, with the other database.
  export QUAILY_DATABASE_URL
  if [ "$kind" = url ]; then
    # shellcheck disable=SC2001
    QUAILY_DATABASE_URL=$(sed "s|^\(jdbc:postgresql://[^/]*/\)[^?]*|\1$scratch_database|" <<<"$QUAILY_DATABASE_URL")
  else
    QUAILY_DATABASE_URL=jdbc:postgresql://$PGHOST:$PGPORT/$scratch_database
    QUAILY_DATABASE_USER=$PGUSER QUAILY_DATABASE_PASSWORD=$(cat "$postgres_home/password")
    export QUAILY_DATABASE_USER QUAILY_DATABASE_PASSWORD
  fi
  export PGDATABASE=$scratch_database
}

# The server of the program starts on the files in a scratch data directory, without the program: an instance would
# go on with its jobs at once.
restore_cluster() {
  local data=$scratch/data binaries=$postgres_home
  say "restoring the server's files into $data"
  chmod 711 "$scratch"
  mkdir -p "$data/postgres"
  decrypt "$scratch/backup" | gzip -d | tar --extract --ignore-zeros --directory "$data/postgres" --numeric-owner
  mkdir -p "$data/postgres/cluster/pg_wal/archive_status"
  chown --reference="$data/postgres/cluster" "$data/postgres/cluster/pg_wal" "$data/postgres/cluster/pg_wal/archive_status"
  binaries=$(find "$binaries" -maxdepth 3 -path '*/bin-*/bin/postgres' | sed -n 1p)
  [ -n "$binaries" ] || die "the programs of the database are not in $postgres_home"
  start_server "$binaries" "$data/postgres/cluster"
  export QUAILY_DATA=$data
  for _ in $(seq 1200); do
    if [ "$(sed -n 8p "$data/postgres/cluster/postmaster.pid" 2>/dev/null | tr -d ' ')" = ready ]; then connect; return 0; fi
    kill -0 "$holder" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 20 "$scratch/server.log" >&2
  die "the restored database does not start"
}

# PostgreSQL refuses to work for root, so it gets the account that the files belong to.
start_server() {
  local as=()
  [ "$(id -u)" != 0 ] || as=(setpriv "--reuid=$(stat -c %u "$2")" "--regid=$(stat -c %g "$2")" --clear-groups --)
  ${as[@]+"${as[@]}"} "$1" -D "$2" -c listen_addresses=127.0.0.1 -c "port=$(free_port)" -c unix_socket_directories= \
    >"$scratch/server.log" 2>&1 &
  holder=$!
}

free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  printf '%s\n' "$port"
}

# Each table has the rows that were counted for it; a backup of files has a count from before and one from after.
compare_rows() {
  local wrong
  count_rows | sort >"$scratch/restored"
  store cat "$target/database/$1.rows" | sort >"$scratch/expected"
  row_total=$(awk '{ sum += $2 } END { print sum + 0 }' "$scratch/restored")
  table_total=$(wc -l <"$scratch/restored")
  wrong=$(awk '
    NR == FNR { if (!($1 in low) || $2 < low[$1]) low[$1] = $2; if (!($1 in high) || $2 > high[$1]) high[$1] = $2; next }
    { seen[$1]; if (!($1 in low) || $2 < low[$1] || $2 > high[$1]) print $1 ": " $2 " rows, not " low[$1] }
    END { for (table in low) if (!(table in seen)) print table ": missing" }' "$scratch/expected" "$scratch/restored")
  [ "$table_total" -gt 0 ] || die "the restored database has no tables"
  [ -z "$wrong" ] || die "the restored database differs: $wrong"
  say "$row_total rows in $table_total tables, as in the backup"
}

# Renders some channels from the restored database into a separate storage directory.
render_sample() {
  local channels=()
  sql -F ' ' -c 'select key, hash from page_manifest order by key' >"$scratch/restored-pages"
  sql -c "select slug from channel where id in (select channel_id from page_manifest)
    order by random() limit ${BACKUP_VERIFY_CHANNELS:-3}" >"$scratch/channels"
  mapfile -t channels <"$scratch/channels"
  [ ${#channels[@]} -gt 0 ] || { say "no channel has pages yet"; return 0; }
  # Without its list of pages the program writes each of them.
  sql -c 'set client_min_messages = warning' -c 'truncate page_manifest cascade'
  export QUAILY_STORAGE_KIND=directory QUAILY_STORAGE_DIRECTORY=$scratch/storage
  say "rendering ${channels[*]}"
  "$root/bin/quaily" render "${channels[@]}" >"$scratch/render.log" 2>&1 ||
    { tail -n 20 "$scratch/render.log" >&2; die "the restored database cannot be rendered"; }
}

compare_pages() {
  local page
  compared=0 changed=0 differing=0
  : >"$scratch/differing"
  mkdir -p "$scratch/storage"
  # The paid parts of posts too. Not the site's own pages, which name all channels: only some are rendered here.
  (cd "$scratch/storage" && find pages paid -mindepth 2 -type f 2>/dev/null | sort) >"$scratch/pages" || true
  store copy "$storage" "$scratch/live-pages" --files-from "$scratch/pages" --no-traverse
  while read -r page; do
    if same_page "$scratch/storage/$page" "$scratch/live-pages/$page"; then
      compared=$((compared + 1))
    elif [ "$(hash_in live "$page")" != "$(hash_in restored-pages "$page")" ]; then
      changed=$((changed + 1))
    else
      compared=$((compared + 1)) differing=$((differing + 1))
      printf '%s\n' "$page" >>"$scratch/differing"
    fi
  done <"$scratch/pages"
}

# Compares byte for byte, except for the write times in sitemap indexes, which differ here.
same_page() {
  case $1 in
    */sitemap_index.xml) [ -e "$2" ] && cmp -s <(without_times "$1") <(without_times "$2") ;;
    *) cmp -s "$1" "$2" ;;
  esac
}

without_times() { sed 's|<lastmod>[^<]*</lastmod>||g' "$1"; }

# Names the pages that differ, and shows where the first one does.
report_difference() {
  local page
  page=$(head -n 1 "$scratch/differing")
  { diff -U 0 "$scratch/live-pages/$page" "$scratch/storage/$page" 2>&1 || true; } | cut -c 1-300 | head -n 8 >&2
  head -n 10 "$scratch/differing" | sed 's/^/  /' >&2
  die "$differing of $compared pages differ from storage"
}

hash_in() { awk -v key="$2" '$1 == key { print $2 }' "$scratch/$1"; }

# Takes away what a verification made, also when it failed.
end_verification() {
  if [ -n "$holder" ]; then
    kill "$holder" 2>/dev/null || true
    wait "$holder" 2>/dev/null || true
  fi
  if [ -n "$drop_database" ]; then
    sql -d "$live_name" -c "drop database if exists $drop_database with (force)" 2>/dev/null ||
      say "the scratch database $drop_database could not be dropped"
  fi
}

holder='' drop_database='' live_name=''
