#!/usr/bin/env bash
# Verifies an evidence bundle, a zip or a folder, without our program: the signature, each entry's place, the root over
# them all, every report, the configuration. Needs bash, coreutils, findutils, xxd, openssl 3, and unzip for a zip.
#   verify-by-hand.sh BUNDLE VKEY      the key comes from elsewhere, never out of the bundle
# Ends with 0 verified, 1 tampered or invalid, 3 wrong use.
set -euo pipefail
export LC_ALL=C
fail() { echo "FAILED: $*" >&2; exit 1; }
if [ $# -ne 2 ] || [ ! -e "$1" ]; then sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 3; fi
vkey=$2 bundle=$1
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
if [ -f "$bundle" ]; then unzip -q "$bundle" -d "$work/bundle" || fail "the zip can't be unpacked"; bundle=$work/bundle; fi
cd "$bundle"
[ -z "$(find . ! -type f ! -type d)" ] || fail "the bundle holds links or special files"

# 1. The checkpoint: three lines (name, size, root), an empty line, signatures. The key's name, id and type have to fit.
{ read -r origin; read -r size; read -r root; } < checkpoint
[ "${vkey%%+*}" = "$origin" ] || fail "the checkpoint is of '$origin', the key of '${vkey%%+*}'"
id=${vkey#*+}; id=${id%%+*}
printf '%s' "${vkey#*+*+}" | openssl base64 -d -A > "$work/key"
[ "$(xxd -p -l 1 "$work/key")" = 01 ] || fail "this is not the key of a log"
[ "$({ printf '%s\n' "$origin"; cat "$work/key"; } | sha256sum | cut -c 1-8)" = "$id" ] || fail "the key's id doesn't fit it"
{ printf 302a300506032b6570032100 | xxd -r -p; tail -c 32 "$work/key"; } > "$work/public"
head -n 3 checkpoint > "$work/text"
signed=no
while read -r dash name signature; do
    [ "$dash $name" = "— $origin" ] || continue
    printf '%s' "$signature" | openssl base64 -d -A > "$work/signature"
    [ "$(xxd -p -l 4 "$work/signature")" = "$id" ] || continue
    tail -c +5 "$work/signature" > "$work/raw"
    openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/public" -rawin -in "$work/text" -sigfile "$work/raw" \
        > "$work/said" 2>&1 || fail "the signature is wrong"
    signed=yes
done < <(tail -n +5 checkpoint)
[ $signed = yes ] || fail "this key hasn't signed the checkpoint; after a change of key, follow the key_change entries"

# 2. The entries: 256 to a file, each with its length before it in two bytes. A leaf is a zero byte and the entry.
mkdir "$work/leaves"
n=0
while [ "$n" -lt "$size" ]; do
    i=$((n / 256)); path=$(printf %03d $((i % 1000)))
    while i=$((i / 1000)); [ "$i" -gt 0 ]; do path=x$(printf %03d $((i % 1000)))/$path; done
    file=tile/entries/$path; [ -f "$file" ] || file=$file.p/$((size % 256))
    [ -f "$file" ] || fail "$file is missing"
    hex=$(xxd -p "$file" | tr -d '\n'); at=0; before=$n
    while [ "$at" -lt ${#hex} ]; do
        length=$((16#${hex:at:4} * 2))
        printf '00%s' "${hex:at+4:length}" | xxd -r -p > "$work/leaves/$(printf %09d "$n")"
        grep -aq ",\"seq\":$n,\"ts\":\"" "$work/leaves/$(printf %09d "$n")" || fail "seq $n: not the entry of this place"
        at=$((at + 4 + length)); n=$((n + 1))
    done
    [ "$n" -gt "$before" ] || fail "$file is empty"
done
[ "$n" -eq "$size" ] || fail "there are $n entries, the checkpoint says $size"

# 3. The root: a node is a one byte and its two children; one without a neighbour rises as it is.
mapfile -t row < <(find "$work/leaves" -type f | sort | xargs sha256sum | cut -c 1-64)
while [ ${#row[@]} -gt 1 ]; do
    rm -rf "$work/nodes"; mkdir "$work/nodes"; alone=()
    for ((i = 0; i + 1 < ${#row[@]}; i += 2)); do
        printf '01%s%s' "${row[i]}" "${row[i + 1]}" | xxd -r -p > "$work/nodes/$(printf %09d "$i")"
    done
    if ((${#row[@]} % 2)); then alone=("${row[-1]}"); fi
    mapfile -t row < <(find "$work/nodes" -type f | sort | xargs sha256sum | cut -c 1-64; printf '%s\n' "${alone[@]}" | grep . || true)
done
[ "$(printf '%s' "${row[0]}" | xxd -r -p | openssl base64 -A)" = "$root" ] || fail "the entries don't have the signed root"

# 4. The run's reports and its configuration are those that entries under this root name.
run=$(cat run)
entry() { grep -alF "\"kind\":\"$1\",\"run\":\"$run\"" -r "$work/leaves" || true; }
for file in reports/*; do
    sum=$(sha256sum "$file" | cut -c 1-64)
    entry report | xargs -r grep -alF "\"name\":\"${file#reports/}\"" | xargs -r grep -aqF "\"sha256\":\"$sum\"" || fail "$file: not what was recorded"
done
[ "$(entry report | wc -l)" -eq "$(find reports -type f | wc -l)" ] || fail "a recorded report is missing"
for file in config/*.zip; do [ "config/$(sha256sum "$file" | cut -c 1-64).zip" = "$file" ] || fail "$file: not its name's hash"; done
config=$(entry run_open | xargs -r grep -aoE '"config_sha256":"[0-9a-f]{64}"' | cut -d '"' -f 4)
[ -f "config/$config.zip" ] || fail "the configuration of run $run is missing"
echo "verified: $size entries of $origin, the reports and the configuration of run $run"
