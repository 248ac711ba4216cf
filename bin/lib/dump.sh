# Writes what can bring the database back to standard output: `$form`, which is dump or cluster. To be sourced by
# bin/backup after database.sh; the numbers of rows go to the file `rows`.
# shellcheck shell=bash disable=SC2154

# Sets `form`, how this database is saved.
choose_form() {
  choose_client
  local server client
  server=$(server_major) || die "the database does not answer"
  client=$(client_major)
  if [ "$client" -ge "$server" ]; then
    form=dump
  elif [ "$kind" = embedded ]; then
    form=cluster
  else
    die "pg_dump $client is older than the database's PostgreSQL $server; install postgresql-client-$server"
  fi
}

# bash does not stop at errors in what is part of a condition, as these two are: each step says so itself.
dump() {
  local snapshot
  # One snapshot for both, so that the numbers are those of the backup.
  open_session
  ask "begin isolation level repeatable read read only" || return
  snapshot=$(ask "select pg_export_snapshot()") || return
  pg_dump --format=custom --no-owner --no-acl --no-password --lock-wait-timeout=5min --snapshot="$snapshot" || return
  count_rows -c "begin isolation level repeatable read read only" -c "set transaction snapshot '$snapshot'" >"$rows" ||
    return
  close_session
}

# The server's files, as PostgreSQL's handbook describes under "Making a Base Backup Using the Low Level API": a
# slot keeps the log of what changes meanwhile, and the archive ends with it. The parts are archives of their own.
cluster() {
  local first last label=$scratch/label
  count_rows >"$rows" || return
  open_session
  ask "select pg_create_physical_replication_slot('quaily_backup_$$', true, true)" >/dev/null || return
  first=$(ask "select pg_walfile_name(pg_backup_start('quaily', fast => true))") || return
  pack --exclude='cluster/pg_wal/*' --exclude='cluster/postmaster.*' --exclude='cluster/pg_replslot/*' \
    --exclude='cluster/pg_dynshmem/*' --exclude='cluster/pg_notify/*' --exclude='cluster/pg_serial/*' \
    --exclude='cluster/pg_snapshots/*' --exclude='cluster/pg_stat_tmp/*' --exclude='cluster/pg_subtrans/*' \
    --exclude='pgsql_tmp*' --exclude=cluster/global/pg_control cluster password || return
  pack cluster/global/pg_control || return
  mkdir -p "$label/cluster"
  ask "select labelfile from pg_backup_stop(false)" >"$label/cluster/backup_label" || return
  last=$(ask "select pg_walfile_name(pg_switch_wal())") || return
  chown --reference="$postgres_home/cluster" "$label/cluster/backup_label" || return
  tar --create --file=- --directory="$label" --numeric-owner --mode=600 cluster/backup_label || return
  log_files "$first" "$last" | pack --files-from=- || return
  close_session
  count_rows >"$rows.after"
}

# tar says 1 when a file changed while it was read, which the server's log sets right when it is restored.
pack() {
  local status=0
  tar --create --file=- --directory="$postgres_home" --numeric-owner --warning=no-file-changed \
    --warning=no-file-removed "$@" || status=$?
  [ "$status" -le 1 ]
}

log_files() {
  (cd "$postgres_home" && find cluster/pg_wal -maxdepth 1 -type f -name '????????????????????????') |
    while read -r file; do
      [[ ${file##*/} < $1 || ${file##*/} > $2 ]] || printf '%s\n' "$file"
    done
}

# A session that stays open: `ask` prints the answer to one statement.
open_session() {
  coproc SESSION { sql 2>"$scratch/session.err"; }
  session=${SESSION_PID:?}
  local from=${SESSION[0]} to=${SESSION[1]}
  # Descriptors that the parts of a pipeline have too; the first ones would keep psql from seeing the end.
  exec 5<&"$from" 6>&"$to"
  exec {from}<&- {to}>&-
}

ask() {
  local line
  printf '%s;\n\\echo --end--\n' "$1" >&6
  while IFS= read -r -u 5 line; do
    [ "$line" != --end-- ] || return 0
    printf '%s\n' "$line"
  done
  say "the database refused: $(cat "$scratch/session.err")"
  return 1
}

close_session() {
  exec 6>&- 5<&-
  wait "$session" 2>/dev/null || true
}
