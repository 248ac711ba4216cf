# A checkout of the program as it is built here, with versions of its own, to be deployed. To be sourced after support.sh.
# shellcheck shell=bash disable=SC2154,SC2016

checkout=$scratch/checkout

# The checkout with its first version, $1.
make_checkout() {
  mkdir -p "$checkout/target"
  cp -r "$root/bin" "$root/etc" "$root/LICENSE" "$root/NOTICE" "$checkout/"
  cp "$root/target/quaily.war" "$checkout/target/"
  # Nothing to be trained here: starts take a little longer.
  sed -i 's/^    train$/    true/' "$checkout/bin/quaily"
  git -C "$checkout" init -q
  printf 'target/\n' >"$checkout/.gitignore"
  commit "$1"
}

commit() {
  printf '%s\n' "$1" >"$checkout/etc/note"
  git -C "$checkout" add -A
  git -C "$checkout" -c user.name=test -c user.email=test@example.com commit -qm "$1"
  git -C "$checkout" tag "$1"
}

# A version whose instances neither end nor become ready.
commit_hanging() {
  sed -i '2i if [ "${1:-}" = serve ]; then exec sleep infinity; fi' "$checkout/bin/quaily"
  commit "$1"
}

# The next version is like the one before the last.
take_back() { git -C "$checkout" checkout -q HEAD~1 -- bin/quaily; }

deploy() { "$checkout/bin/deploy" --no-build "$@"; }
