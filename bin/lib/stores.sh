# The instance's storage and the place of backups, as rclone reaches them: a folder or a bucket that speaks S3.
# To be sourced after common.sh; needs `scratch`.
# shellcheck shell=bash

# rclone with its settings in a file that only we can read: keys are neither in a command line nor in `ps`.
store() {
  # The variable of Amazon's tools for a certificate authority of one's own; rclone has an option for it.
  env -u AWS_CA_BUNDLE rclone ${AWS_CA_BUNDLE:+--ca-cert "$AWS_CA_BUNDLE"} --config "$scratch/rclone.conf" --log-level ERROR --retries 3 --low-level-retries 5 --contimeout 15s --timeout 2m "$@"
}

# Adds the section $1: endpoint, region, access key, secret key.
add_bucket() {
  {
    printf '[%s]\ntype = s3\nprovider = Other\nno_check_bucket = true\n' "$1"
    printf 'endpoint = %s\nregion = %s\n' "$2" "${3:-us-east-1}"
    if [ -n "$4" ]; then
      printf 'access_key_id = %s\nsecret_access_key = %s\n' "$4" "$5"
    else
      printf 'env_auth = true\n'
    fi
  } >>"$scratch/rclone.conf"
}

# Sets `target`, where backups go, and `storage`, where pages and pictures are.
open_stores() {
  (umask 077 && : >"$scratch/rclone.conf")
  open_target
  open_storage
}

open_target() {
  case ${BACKUP_TARGET:-} in
    '') die "BACKUP_TARGET is not set: a folder, or s3:BUCKET/PREFIX (see $program --help)" ;;
    s3:*)
      target=backup:${BACKUP_TARGET#s3:}
      add_bucket backup "${BACKUP_S3_ENDPOINT:-}" "${BACKUP_S3_REGION:-}" "${BACKUP_S3_ACCESS_KEY:-}" "${BACKUP_S3_SECRET_KEY:-}"
      ;;
    /*) target=$BACKUP_TARGET ;;
    *) die "BACKUP_TARGET must be s3:BUCKET/PREFIX or a path that begins with a slash, not $BACKUP_TARGET" ;;
  esac
  target=${target%/}
}

open_storage() {
  local prefix=${QUAILY_STORAGE_S3_PREFIX:-}
  if [ "${QUAILY_STORAGE_KIND:-directory}" = s3 ]; then
    add_bucket storage "${QUAILY_STORAGE_S3_ENDPOINT:-}" "${QUAILY_STORAGE_S3_REGION:-}" \
      "${QUAILY_STORAGE_S3_ACCESS_KEY:-}" "${QUAILY_STORAGE_S3_SECRET_KEY:-}"
    storage=storage:${QUAILY_STORAGE_S3_BUCKET:?is not set}/${prefix%/}
  else
    storage=${QUAILY_STORAGE_DIRECTORY:-}
    [ -n "$storage" ] || storage=${QUAILY_DATA:-data}/storage
  fi
  storage=${storage%/}
}

# Prints the names of the backups, the oldest first.
list_backups() {
  store lsf --files-only "$target/database" 2>/dev/null | grep -E '^quaily-[0-9]{8}T[0-9]{6}Z\.(dump|cluster)\.age$' | sort || true
}

# Fetches the backup $1 into the file $2 and compares its checksum.
fetch_backup() {
  local expected found
  store copyto "$target/database/$1" "$2" || die "cannot fetch $1 from the backups"
  expected=$(store cat "$target/database/$1.sha256" | cut -d' ' -f1)
  found=$(sha256sum "$2" | cut -d' ' -f1)
  [ "$expected" = "$found" ] || die "$1 is damaged: its checksum is $found, not ${expected:-there}"
}

# Decrypts the file $1 to standard output with the private key in BACKUP_IDENTITY.
decrypt() {
  [ -r "${BACKUP_IDENTITY:-}" ] || die "BACKUP_IDENTITY must name a readable file with the private key of age"
  age --decrypt --identity "$BACKUP_IDENTITY" "$1"
}
