#!/usr/bin/env bash
# A share on which each call takes some milliseconds: files a second, compared with as many threads that only wait.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
need header_scan latency native files

milliseconds=5

# on_share NAME LIMIT FILES COMMAND...: the last line of the command has the seconds, otherwise its process is timed.
on_share() {
    local name=$1 limit=$2 count=$3 taken
    shift 3
    [[ $name =~ $lines ]] || return 0
    timed "$name" env LATENCY_FOLDER="$work/share" LATENCY_MS="$milliseconds" LATENCY_COUNTS="$work/counts" LD_PRELOAD="$work/latency.so" "$@"
    taken=$elapsed
    if [[ $(tail -n 1 "$out/stdout") =~ ^[0-9]+\ [0-9]+\ [0-9.]+\  ]]; then taken=$(field 3); fi
    keep share.tsv "$name" "$limit" "$count" "$taken" "$(awk '{ sum += $2 } END { print sum }' "$work/counts")"
}

# About the same time for each number of threads: more folders, and then the same ones again.
share() {
    local limit headers slices count slice_count repeat folders
    for limit in 1 4 16 64; do
        headers=$work/share/headers$limit slices=$work/share/slices$limit
        repeat=$(((limit + 15) / 16))
        if [[ ! -d $headers ]]; then
            link_folders "$headers" $((limit < 16 ? 3 * limit : 48))
            # Each second folder has CT slices: a picture a file.
            link_folders "$slices" $((limit < 16 ? 2 * limit : 24)) 2
        fi
        count=$(($(find "$headers" -type f | wc -l) * repeat)) slice_count=$(find "$slices" -type f | wc -l)
        mapfile -t folders < <(yes "$headers" | head -n "$repeat")
        on_share 'PSDicom.Core, four tags' "$limit" "$count" dotnet "$header_scan" four "$headers" "$limit" 1 "$repeat"
        on_share 'psdicom tags --json, native, four tags, whole process' "$limit" "$count" \
            "$psdicom" tags --recurse --json --throttle-limit "$limit" "${four[@]}" "${folders[@]}"
        on_share 'psdicom export, native, CT slices, whole process' "$limit" "$slice_count" \
            "$psdicom" export --recurse --throttle-limit "$limit" --destination "$out/pictures" --name-template '{Folder}_{BaseName}' "$slices"
    done
}

mkdir "$work/share"
in_rounds share
printf '\n### A share\n\n%s\n\n' "Each open, read, close, stat and part of a listing takes $milliseconds ms."
awk -F '\t' -v each="$milliseconds" "$awk_median"'
    { key = $1 FS $2; i = note(key); files[key] = $3; taken[key, i] = $4; calls[key] = $5 / $3 }
    END {
        print "| what | threads | calls a file | files a second | threads / (calls x " each " ms) | ratio |"
        print "|---|--:|--:|--:|--:|--:|"
        for (k = 1; k <= keys; k++) {
            key = order[k]
            split(key, part, FS)
            speed = files[key] / median(taken, key)
            bound = part[2] / (calls[key] * each / 1000)
            printf "| %s | %d | %.2f | %d | %d | %.2f |\n", part[1], part[2], calls[key], speed, bound, speed / bound
        }
    }' "$work/share.tsv"
