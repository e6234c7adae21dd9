#!/usr/bin/env bash
# How reading headers from the cache scales with threads, compared with the floor: seconds, and processor time, which shows the cost
# of contention.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
need header_scan floor files

# In a running process the last of these passes counts, after the runtime has compiled the hot code; each reads the files several times.
passes=8 repeats=2

scan() {
    local limit floor
    for limit in 1 2 4 8 16 32 64; do
        timed floor "$work/floor" "$files" "$limit"
        floor=$(field 2)
        timed PSDicom.Core dotnet "$header_scan" four "$files" "$limit" "$passes" "$repeats"
        keep threads "$limit" "$(field 3)" "$processor" "$floor"
    done
}

in_rounds scan
printf '\n### Threads\n\n%s\n\n' "Four tags of $file_count files in the cache."
awk -F '\t' -v files="$file_count" -v repeats="$repeats" -v passes="$passes" "$awk_median"'
    { i = note($1); taken[$1, i] = $2 / repeats; processor[$1, i] = $3; floor[$1, i] = $4 }
    END {
        print "| threads | PSDicom.Core, files a second | of one thread | floor, files a second | of one thread | processor time of the whole process for a file, us |"
        print "|--:|--:|--:|--:|--:|--:|"
        for (k = 1; k <= keys; k++) {
            n = order[k]
            printf "| %d | %d | %.2f | %d | %.2f | %.1f |\n", n, files / median(taken, n), median(taken, 1) / median(taken, n),
                files / median(floor, n), median(floor, 1) / median(floor, n), median(processor, n) * 1e6 / (files * passes * repeats)
        }
    }' "$work/threads"
