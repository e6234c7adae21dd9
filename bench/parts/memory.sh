#!/usr/bin/env bash
# Peak memory by number of files, and by number of frames of a file: it must not grow with them.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
need header_scan decode psdicom native files
if has_pwsh; then need module; fi

# megabytes COMMAND...: the peak memory of its largest process.
megabytes() {
    timed "$1" "$@"
    echo $((peak / 1024))
}

# How often all files are read for the largest number.
repeats=$(((most_reads + file_count - 1) / file_count))
quarter=$work/quarter
link_folders "$quarter" $(((file_count + 399) / 400))

# row WHAT FUNCTION ARGUMENT...: the function gets a folder and how often to read it.
row() {
    local what=$1 some all most
    shift
    [[ $what =~ $lines ]] || return 0
    echo "$what" >&2
    some=$("$@" "$quarter" 1)
    all=$("$@" "$files" 1)
    most=$("$@" "$files" "$repeats")
    echo "| $what | $some | $all | $most |"
}

core() { megabytes dotnet "$header_scan" four "$1" 1 1 "$2"; }

native() {
    local folders
    mapfile -t folders < <(yes "$1" | head -n "$2")
    megabytes "$psdicom" tags --recurse --json "${four[@]}" "${folders[@]}"
}

# pipeline CMDLET FOLDER TIMES
pipeline() {
    megabytes pwsh -NoProfile -Command "& '$bench/pipeline.ps1' -Command $1 -Folder (@('$2') * $3) -Csv '$work/rows.csv'"
}

print_files() {
    echo "| peak memory, MB, four tags | $(find "$quarter" -type f | wc -l) files | $file_count files | $((file_count * repeats)) reads of these |"
    echo '|---|--:|--:|--:|'
    row 'PSDicom.Core, 1 thread' core
    row 'psdicom tags --json, native' native
    if has_pwsh; then
        row 'Get-DicomTag \| Export-Csv' pipeline Get-DicomTag
        row 'Get-DicomFile \| Select-Object \| Export-Csv' pipeline Get-DicomFile
    fi
}

# A frame is 8.4 MB. Files differ only in the number of frames; all frames are hashed.
print_frames() {
    local frames one all
    [[ frames =~ $lines ]] || return 0
    echo '| peak memory, MB | frame 1 | all frames, hashed by psdicom frames |'
    echo '|---|--:|--:|'
    for frames in 1 25 250; do
        dotnet "$decode" large "$work/$frames.dcm" "$frames"
        one=$(megabytes dotnet "$decode" read "$work/$frames.dcm" 1)
        all=$(megabytes dotnet "$psdicom_dll" frames --sha256 --json "$work/$frames.dcm")
        (($(sort -u "$out/stdout" | wc -l) == frames)) || die "psdicom did not give $frames frames."
        echo "| $frames frames, $(($(stat -c %s "$work/$frames.dcm") / 1000000)) MB | $one | $all |"
        rm "$work/$frames.dcm"
    done
}

printf '\n### Peak memory\n\n'
print_files
echo
print_frames
