#!/usr/bin/env bash
# bin/release: two builds of the same commit, the list of parts, checksums; and the workflows.
# shellcheck source=support.sh
. "$(dirname "${BASH_SOURCE[0]}")/support.sh"

# A checkout of what is here, so that nothing of this one is touched.
git clone -q "$root" "$scratch/tree"
git -C "$scratch/tree" -c user.name=test -c user.email=test@example.com tag -a v9.8.7 -m 'a release'
holds "two clean builds of the last commit give the same bytes" "$scratch/tree/bin/release"
release=$scratch/tree/target/release
equals "and the release holds nothing that was not committed" "" "$(git -C "$scratch/tree" status --porcelain)"
holds "checksums fit" sh -c "cd '$release' && sha256sum --check --strict SHA256SUMS"
sbom=$(find "$release" -name '*.sbom.json')
equals "the list of parts is CycloneDX" CycloneDX "$(jq -r .bomFormat "$sbom")"
# What is in the program is in the list, and nothing else but the embedded server's own jars.
jars=$(unzip -l "$(find "$release" -name '*.war')" | sed -n 's|.* WEB-INF/lib[a-z-]*/\(.*\)\.jar$|\1|p' | grep -v '^quaily-' | sort)
listed=$(jq -r '.components[] | .name + "-" + .version' "$sbom" | sort)
equals "every jar of the program is in it" "" "$(comm -23 <(printf '%s\n' "$jars") <(printf '%s\n' "$listed") | tr '\n' ' ')"
holds "with licences" test "$(jq '[.components[] | select(.licenses | length > 0)] | length' "$sbom")" -gt 80
holds "the archive has scripts, program and version" sh -c "tar -tzf '$release'/*.tar.gz | grep -cE '^(bin/backup|target/quaily.war|VERSION)$' | grep -qx 3"
# From the archive, as bin/deploy unpacks it on a host.
mkdir -p "$scratch/unpacked"
tar -xzf "$(find "$release" -name '*.tar.gz')" -C "$scratch/unpacked"
holds "the program of the archive tells its version" "$scratch/unpacked/bin/quaily" version
cp "$scratch/said" "$scratch/version.out"
equals "the archive's file VERSION is the tag" 9.8.7 "$(cat "$scratch/unpacked/VERSION")"
equals "and so is what the program tells" 9.8.7 "$(sed -n 's/^quaily  *//p' "$scratch/version.out")"
equals "with the commit" "$(git -C "$scratch/tree" rev-parse --short=7 HEAD)" "$(sed -n 's/^commit  *//p' "$scratch/version.out" | cut -c1-7)"
for workflow in check release audit; do
  holds "the workflow $workflow asks for no more than it needs" grep -q '^permissions:' "$root/.github/workflows/$workflow.yml"
done
# The job $2 of the workflow $1 has a line like $3.
job_has() { sed -n "/^  $2:/,/^  [a-z]/p" "$root/.github/workflows/$1.yml" | grep -E -- "$3"; }
holds "a release waits for the job check" job_has release release '^    needs: check$'
holds "which is the workflow of every push" job_has release check '^    uses: \./\.github/workflows/check\.yml$'
holds "that may be called" grep -q '^  workflow_call:' "$root/.github/workflows/check.yml"
holds "and runs these tests too" job_has check operations ' run: .*bin/check-operations'
equals "the wrapper's Maven is pinned by its checksum" 1 "$(grep -cE '^distributionSha256Sum=[0-9a-f]{64}$' "$root/.mvn/wrapper/maven-wrapper.properties")"
