#!/usr/bin/env bash
# Sorts the slices of a CT into a series and writes it as NIfTI, compared with dcm2niix and plastimatch, and the sorting of many files compared
# with reading their whole headers. --lines takes volume, series.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
need decode native
if has_pwsh; then need module; fi

slice_count=200
# In a running process the last of these passes counts, after the runtime has compiled the hot code.
passes=8
volumes=$work/volumes

make_slices() { dotnet "$decode" series "$work/slices" 1 "$slice_count"; }

# measure TABLE CLOCK TITLE COMMAND...
# CLOCK: "process", or "line" for the seconds on the last line that the command writes.
measure() {
    local table=$1 clock=$2 title=$3
    shift 3
    [[ $table =~ $lines ]] || return 0
    rm -rf "$volumes"
    mkdir "$volumes"
    timed "$title" "$@"
    if [[ $clock == line ]]; then elapsed=$(field 1); fi
    keep "$table" "$title" "$elapsed" "$peak"
}

in_pwsh() { pwsh -NoProfile -File "$bench/volumes.ps1" -Destination "$volumes" "$@"; }
export -f in_pwsh
export bench volumes

round() {
    measure volume process 'dcm2niix -z n, whole process' dcm2niix -z n -b n -o "$volumes" "$work/slices/slices"
    measure volume process 'plastimatch convert, whole process' plastimatch convert --input "$work/slices/slices" --output-img "$volumes/volume.nii"
    measure volume process 'psdicom volume, native, whole process' "$psdicom" volume --recurse --quiet --destination "$volumes" "$work/slices/slices"
    if has_pwsh; then
        measure volume line 'Export-DicomVolume, in a running pwsh' \
            bash -c "in_pwsh -What Volume -Folder '$work/slices/slices' -Passes $passes"
        measure series line 'Get-DicomFile, whole headers, in a running pwsh' bash -c "in_pwsh -What Headers -Folder '$files' -Passes $passes"
        measure series line 'Get-DicomSeries, in a running pwsh' bash -c "in_pwsh -What Series -Folder '$files' -Passes $passes"
    fi
}

# print TABLE HEADING: medians, and the ratio to the first row.
print() {
    [[ -s $work/$1 ]] || return 0
    echo "| $2 | seconds | of the first | peak memory, MB |"
    echo '|---|--:|--:|--:|'
    awk -F '\t' "$awk_median"'
        { n = note($1); seconds[$1, n] = $2; memory[$1, n] = $3 }
        END {
            first = median(seconds, order[1])
            for (i = 1; i <= keys; i++) printf "| %s | %.3f | %.2f | %.0f |\n", order[i], median(seconds, order[i]), median(seconds, order[i]) / first, median(memory, order[i]) / 1024
        }' "$work/$1"
    echo
}

need slices files
in_rounds round
printf '\n### Series and volumes\n\n'
print volume "$slice_count CT slices of 512 x 512 to one NIfTI file"
print series "$file_count files sorted into series"
