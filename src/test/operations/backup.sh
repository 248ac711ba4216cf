#!/usr/bin/env bash
# bin/backup and bin/restore, with PostgreSQL, an S3 server and the demo's content.
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"
# shellcheck source=services.sh
. "$(dirname "${BASH_SOURCE[0]}")/services.sh"

pg_port=$(free_port) s3_port=$(free_port) notice_port=$(free_port) site_port=$(free_port)
password='se:cret\database-1' access=access-key-2 secret=secret-key-3 token=123:telegram-token-4
etc=$scratch/etc
notices=$scratch/notices

# The settings of an instance on PostgreSQL and S3 that is saved to a bucket.
configure() {
  mkdir -p "$etc/secrets" "$scratch/s3/instance" "$scratch/s3/backups" "$scratch/secret-words"
  chmod 700 "$etc/secrets"
  cat >"$etc/instance.env" <<ENV
QUAILY_DATABASE_URL=jdbc:postgresql://127.0.0.1:$pg_port/quaily
QUAILY_DATABASE_USER=quaily
QUAILY_STORAGE_KIND=s3
QUAILY_STORAGE_S3_ENDPOINT=http://127.0.0.1:$s3_port
QUAILY_STORAGE_S3_BUCKET=instance
QUAILY_STORAGE_S3_PREFIX="site/"
QUAILY_SITE_BASE_URL=http://127.0.0.1:$site_port
QUAILY_LOG_LEVEL=WARN
ENV
  cat >"$etc/backup.env" <<ENV
BACKUP_TARGET=s3:backups/nightly
BACKUP_S3_ENDPOINT=http://127.0.0.1:$s3_port
BACKUP_RECIPIENTS=$etc/recipients
BACKUP_IDENTITY=$scratch/identity
BACKUP_VERIFY_CHANNELS=20
NOTICE_TELEGRAM_URL=http://127.0.0.1:$notice_port
NOTICE_TELEGRAM_CHAT=-100
BACKUP_METRICS_DIRECTORY=$scratch
ENV
  printf '%s' "$password" >"$etc/secrets/QUAILY_DATABASE_PASSWORD"
  printf '%s' "$access" | tee "$etc/secrets/QUAILY_STORAGE_S3_ACCESS_KEY" >"$etc/secrets/BACKUP_S3_ACCESS_KEY"
  printf '%s' "$secret" | tee "$etc/secrets/QUAILY_STORAGE_S3_SECRET_KEY" >"$etc/secrets/BACKUP_S3_SECRET_KEY"
  printf '%s' "$token" >"$etc/secrets/NOTICE_TELEGRAM_TOKEN"
  age-keygen -o "$scratch/identity" 2>/dev/null
  sed -n 's/^# public key: //p' "$scratch/identity" >"$etc/recipients"
  printf '%s\n' "$password" "$secret" "$token" "$(grep -v '^#' "$scratch/identity")" >"$scratch/words"
  export SETTINGS_DIRECTORY=$etc
}

# Runs a command with the settings of the instance, as its unit does.
as_instance() (
  program="test"
  # shellcheck source=../../../bin/lib/common.sh
  . "$root/bin/lib/common.sh"
  read_settings
  "$@"
)

api() {
  local method=$1 path=$2
  shift 2
  curl -sf -X "$method" -H "Authorization: Bearer $session" -H 'Content-Type: application/json' \
    "http://127.0.0.1:$site_port/api$path" "$@"
}

pages_follow_at() { curl -sf "http://127.0.0.1:$1/metrics" | grep -q '^quaily_page_changes_waiting 0'; }
no_page_waits() { [ "$(query quaily 'select count(*) from page_change')" = 0 ]; }

session_of() { sed -n 's/^READY.* token=\([^ ]*\).*/\1/p' "$scratch/$1.log"; }

# A post in the channel $1 of which a part is for those who pay.
write_paid_post() {
  api POST "/lists/$1/posts" -o /dev/null \
    -d '{"title":"For members","slug":"for-members","content":"For all.\n\n<!--paywall-->\n\nFor those who pay."}'
  api PUT "/lists/$1/posts/for-members/publish" -o /dev/null
}

# A demo, then a paid post, a rename, a deletion and a change of theme.
make_content() {
  local slug post
  as_instance start_quaily demo demo --no-build --port "$site_port" --data "$scratch/data"
  session=$(session_of demo)
  wait_for 400 no_page_waits
  slug=$(query quaily "select c.slug from channel c join app_user u on u.id = c.user_id where u.email = '$(sed -n 's/^READY.* login=\([^ ]*\).*/\1/p' "$scratch/demo.log")' order by c.id limit 1")
  holds "a post has a paid part" write_paid_post "$slug"
  holds "a channel is renamed" api PUT "/lists/$slug/slug?slug=renamed-$slug"
  slug=renamed-$slug
  holds "its theme is changed" api PUT "/lists/$slug/options" -d '{"options":{"theme":"serif"}}'
  post=$(query quaily "select p.slug from post p join channel c on c.id = p.channel_id where c.slug = '$slug' order by p.id limit 1")
  holds "a post is deleted" api DELETE "/lists/$slug/posts/$post"
  wait_for 400 no_page_waits
  holds "the paid part is in storage" test -n "$(find "$scratch/s3/instance/site/paid/$slug" -type f)"
}

newest() { "$root/bin/backup" --list | awk '{ print $NF }' | tail -n 1; }
object() { printf '%s\n' "$scratch/s3/backups/nightly/database/$1"; }
no_scratch_database() { [ "$(query postgres "select count(*) from pg_database where datname like 'quaily_verify%'")" = 0 ]; }
told() { grep -q -- "$1" "$notices"; }

save_test() {
  holds "bin/backup --dry-run changes nothing" "$root/bin/backup" --dry-run
  equals "there is no object after that" 0 "$(find "$scratch/s3/backups" -type f | wc -l)"
  holds "bin/backup saves database and pictures into a bucket" "$root/bin/backup"
  cp "$scratch/said" "$scratch/backup.log"
  name=$(newest)
  holds "the object is encrypted by age" grep -q '^age-encryption.org/v1' "$(object "$name")"
  equals "its checksum is beside it" "$(sha256sum "$(object "$name")" | cut -d' ' -f1)" "$(cut -d' ' -f1 "$(object "$name").sha256")"
  equals "every picture is saved" "$(cd "$scratch/s3/instance/site/media" && find . -type f | sort | sha256sum)" \
    "$(cd "$scratch/s3/backups/nightly/media" && find . -type f | sort | sha256sum)"
  holds "Prometheus hears when it was" grep -q '^quaily_backup_last_success_timestamp_seconds [0-9]*$' "$scratch/quaily_backup.prom"
  holds "the notice names size and time" told 'Backup+of.*+in+'
  holds "bin/backup --verify restores it and finds every page in storage" "$root/bin/backup" --verify
  cp "$scratch/said" "$scratch/verify.log"
  grep -o '[0-9]* pages of.*' "$scratch/verify.log" | sed 's/^/# /' || true
  holds "the scratch database is gone" no_scratch_database
}

# Writes the object $1 anew with one byte more, so that its checksum in storage is right.
add_byte() {
  { cat "$1"; printf 'x'; } >"$scratch/longer"
  mv "$scratch/longer" "$1"
}

damage_test() {
  local site=$scratch/s3/instance/site page paid index
  page=$(find "$site/pages" -path '*/p/*.html' | sort | sed -n 1p)
  paid=$(find "$site/paid" -type f | sort | sed -n 1p)
  index=$(find "$site/pages" -mindepth 2 -name sitemap_index.xml | sort | sed -n 1p)
  cp -a "$site" "$scratch/kept-site"
  add_byte "$page"
  add_byte "$paid"
  sed -i 's|</loc>|-x</loc>|' "$index"
  fails "one byte more in a page of storage is found" "$root/bin/backup" --verify
  holds "the page is named" said "${page##*/site/}"
  holds "so is the paid part of a post" said "${paid##*/site/}"
  holds "so is an index of sitemaps with a wrong address" said "${index##*/site/}"
  holds "nothing else is" said '3 of [0-9]* pages differ'
  holds "somebody is told" told 'Verification+of+the+backup.*FAILED'
  rm -r "$site"
  mv "$scratch/kept-site" "$site"
  cp "$(object "$name")" "$scratch/kept-object"
  printf 'x' | dd of="$(object "$name")" bs=1 seek=3000 conv=notrunc status=none
  fails "a damaged backup is found" "$root/bin/backup" --verify
  cp "$scratch/kept-object" "$(object "$name")"
  holds "after a failure no scratch database is left" no_scratch_database
}

failure_test() {
  local before
  before=$(find "$scratch/s3/backups" -type f | sort)
  : >"$notices"
  fails "a database that does not answer is a failure" env QUAILY_DATABASE_URL="jdbc:postgresql://127.0.0.1:$(free_port)/quaily" "$root/bin/backup"
  holds "an alert is sent" told 'Backup+of.*FAILED'
  # Between two tables: the connection of pg_dump is cut while it waits for a lock.
  fails "a dump that breaks off is a failure" broken_dump
  holds "which is said" said 'the database was not saved'
  fails "a public key that is none is a failure" env BACKUP_RECIPIENTS=/etc/hostname "$root/bin/backup"
  equals "no half backup is left" "$before" "$(find "$scratch/s3/backups" -type f | sort)"
  fails "a place of backups that is not there is a failure" env BACKUP_TARGET=s3:nowhere "$root/bin/backup"
}

broken_dump() {
  local locker status=0
  psql -X -q -h 127.0.0.1 -p "$pg_port" -U quaily -d quaily -c 'begin' -c 'lock table post' -c 'select pg_sleep(600)' >/dev/null 2>&1 &
  locker=$!
  wait_for 120 is_locked
  "$root/bin/backup" &
  wait_for 200 cut_off
  wait $! || status=$?
  kill "$locker" 2>/dev/null || true
  query postgres "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()" >/dev/null
  return "$status"
}

is_locked() { [ "$(query quaily "select count(*) from pg_locks where relation = 'post'::regclass and mode = 'AccessExclusiveLock' and granted")" = 1 ]; }

cut_off() { [ "$(query postgres "select count(pg_terminate_backend(pid)) from pg_stat_activity where query like 'LOCK TABLE%' and wait_event_type = 'Lock'")" -ge 1 ]; }

# Forty days of backups, two a day; the rule keeps 7 days, 5 weeks and 12 months.
retention_test() {
  local day place=$scratch/retention left
  mkdir -p "$place/database" "$place/removed/20200101/media"
  touch "$place/removed/20200101/media/x"
  for day in $(seq 1 40); do
    touch "$place/database/quaily-$(date -u -d "$day days ago" +%Y%m%d)T030000Z.dump.age" \
      "$place/database/quaily-$(date -u -d "$day days ago" +%Y%m%d)T150000Z.dump.age"
  done
  touch "$place/database/notes.txt"
  BACKUP_TARGET=$place holds "what would be dropped is told" "$root/bin/backup" --dry-run
  equals "and nothing is dropped yet" 81 "$(find "$place/database" -type f | wc -l)"
  BACKUP_TARGET=$place holds "a backup into a folder drops what is too old" "$root/bin/backup"
  left=$(find "$place/database" -name '*T150000Z.dump.age' | wc -l)
  equals "of each day the last one is kept" 0 "$(find "$place/database" -name '*T030000Z.dump.age' | wc -l)"
  holds "six days before today, more weeks and months are kept ($left)" test "$left" -ge 9 -a "$left" -le 13
  holds "what is no backup stays" test -e "$place/database/notes.txt"
  fails "pictures removed long ago are gone" test -e "$place/removed/20200101"
}

media_test() {
  local picture
  picture=$(find "$scratch/s3/instance/site/media" -type f | sed -n 1p)
  cp "$picture" "$scratch/picture"
  rm "$picture"
  sleep 1
  holds "a second backup works" "$root/bin/backup"
  fails "a picture that was removed leaves the copy" test -e "$scratch/s3/backups/nightly/media/${picture##*/}"
  holds "but is kept for a while" test -e "$scratch/s3/backups/nightly/removed/$(date -u +%Y%m%d)/media/${picture##*/}"
  mv "$scratch/s3/instance/site/media" "$scratch/media-away"
  fails "a storage without any picture is not believed" "$root/bin/backup"
  mv "$scratch/media-away" "$scratch/s3/instance/site/media"
  cp "$scratch/picture" "$picture"
}

rows_of() { query "$1" "select sum((xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', tablename), false, true, '')))[1]::text::bigint) from pg_tables where schemaname='public'"; }

restore_test() {
  local url=jdbc:postgresql://127.0.0.1:$pg_port
  name=$(newest)
  query postgres 'create database empty' >/dev/null
  fails "bin/restore refuses a database with tables in it" "$root/bin/restore"
  holds "bin/restore --dry-run changes nothing" env QUAILY_DATABASE_URL="$url/empty" "$root/bin/restore" --dry-run --no-media
  equals "the empty database stays empty" 0 "$(query empty "select count(*) from pg_tables where schemaname='public'")"
  holds "bin/restore fills an empty database" \
    env QUAILY_DATABASE_URL="$url/empty" "$root/bin/restore" --no-media "$name"
  equals "with all rows" "$(rows_of quaily)" "$(rows_of empty)"
  query empty "truncate page_manifest cascade" >/dev/null
  holds "--overwrite replaces what is there" env QUAILY_DATABASE_URL="$url/empty" "$root/bin/restore" --overwrite --no-media "$name"
  equals "with all rows again" "$(rows_of quaily)" "$(rows_of empty)"
  fails "a backup that there is not is refused" "$root/bin/restore" quaily-19990101T000000Z.dump.age
  mkdir -p "$scratch/s3/instance2"
  holds "pictures come back into an empty bucket" env QUAILY_STORAGE_S3_BUCKET=instance2 QUAILY_DATABASE_URL="$url/empty" \
    "$root/bin/restore" --overwrite
  equals "all that the copy holds" "$(find "$scratch/s3/backups/nightly/media" -type f | wc -l)" "$(find "$scratch/s3/instance2/site/media" -type f | wc -l)"
}

# A copy of the pages of the storage $1 in $2, in which no index of sitemaps names the time at which it was written.
pages_without_times() {
  mkdir -p "$2"
  cp -r "$1/pages" "$1/paid" "$2/"
  find "$2" -name 'sitemap_index*.xml' -exec sed -i 's|<lastmod>[^<]*</lastmod>||g' {} +
}

# The database that the program runs itself, saved to a folder.
embedded_test() {
  local data=$scratch/embedded port place=$scratch/folder site_port session
  port=$(free_port)
  mkdir -p "$etc-embedded"
  printf '%s\n' "QUAILY_DATA=$data" "QUAILY_SITE_BASE_URL=http://127.0.0.1:$port" QUAILY_LOG_LEVEL=WARN >"$etc-embedded/instance.env"
  printf '%s\n' "BACKUP_TARGET=$place" "BACKUP_RECIPIENTS=$etc/recipients" "BACKUP_IDENTITY=$scratch/identity" >"$etc-embedded/backup.env"
  export SETTINGS_DIRECTORY=$etc-embedded
  as_instance start_quaily embedded demo --no-build --port "$port" --data "$data"
  site_port=$port session=$(session_of embedded)
  holds "here too a channel has a post" api POST /lists -d '{"slug":"members","title":"Members"}'
  holds "with a paid part" write_paid_post members
  cp "$(cat "$data/postgres.location" 2>/dev/null || printf '%s/postgres' "$data")/password" "$scratch/embedded-password"
  cat "$scratch/embedded-password" >>"$scratch/words"
  wait_for 400 pages_follow_at "$port"
  holds "the program's own database is saved while it runs" "$root/bin/backup"
  holds "and verified: it starts, has its rows and renders the pages of storage" "$root/bin/backup" --verify
  grep -o '[0-9]* pages of.*' "$scratch/said" | sed 's/^/# /' || true
  fails "bin/restore does not touch a database that runs" "$root/bin/restore" --overwrite
  stop_quaily embedded
  fails "nor replaces one that is stopped, untold" "$root/bin/restore"
  mkdir -p "$scratch/fresh"
  chmod 755 "$scratch/fresh"
  holds "bin/restore brings it back in an empty data directory" env QUAILY_DATA="$scratch/fresh" "$root/bin/restore"
  holds "the program starts with it" as_instance env QUAILY_DATA="$scratch/fresh" "$root/bin/quaily" fsck --repair
  pages_without_times "$data/storage" "$scratch/pages-before"
  pages_without_times "$scratch/fresh/storage" "$scratch/pages-after"
  holds "paid parts are among them" test -n "$(find "$scratch/pages-before/paid" -type f)"
  equals "its pages are those of before, byte for byte" "" "$(diff -rq "$scratch/pages-before" "$scratch/pages-after" 2>&1 | head -n 5)"
}

secrets_test() {
  no_secret_was_seen
  holds "no secret is in an output or a log" not grep -rlFf "$scratch/words" "$scratch/backup.log" "$scratch/verify.log" "$scratch/demo.log"
  equals "no secret is in a notice but the token that addresses it" "" "$(sed "s|/bot$token/||" "$notices" | grep -Ff "$scratch/words" || true)"
  equals "no secret is in a name in storage" "" "$(find "$scratch/s3" | grep -Ff "$scratch/words" || true)"
}

configure
watch_for_secrets "$scratch/words"
start_postgres "$pg_port" "$password"
query postgres 'create database quaily' >/dev/null
start_s3 "$s3_port" "$access" "$secret"
start_recorder "$notice_port" "$notices"
make_content
save_test
damage_test
failure_test
retention_test
media_test
restore_test
embedded_test
secrets_test
