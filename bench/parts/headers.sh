#!/usr/bin/env bash
# Header scan: four tags of all files, compared with the floor; then all tags of some files. --lines takes the names below.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
need header_scan floor psdicom native files
if has_pwsh; then need module; fi

# In a running process the last of these passes counts, after the runtime has compiled the hot code.
passes=12
some=$work/some
link_folders "$some" 12
some_count=$(find "$some" -type f | wc -l)

# Every second folder: CT slices, whose four tags are in the 4 KB that the floor reads.
slices=$work/ct
link_folders "$slices" "$file_count" 2
slice_count=$(find "$slices" -type f | wc -l)

# measure TABLE NAME CLOCK CHECK THREADS TITLE COMMAND...
# CLOCK: "process", or which field of the last line that the command writes has the seconds.
# CHECK: NUMBER=FIELD of that line, or NUMBER=REGEX that output lines must match: a tool that did not read everything does not count.
measure() {
    local table=$1 name=$2 clock=$3 expected=${4%%=*} where=${4#*=} thread_count=$5 title=$6 found taken
    shift 6
    [[ $table-$name =~ $lines ]] || return 0
    timed "$title" "$@"
    if [[ $clock == process ]]; then taken=$elapsed; else taken=$(field "$clock"); fi
    if [[ $where =~ ^[0-9]$ ]]; then found=$(field "$where")
    else found=$(cat "$out"/* | grep -a -c -E "$where" || true)
    fi
    ((found == expected)) || die "$title gave $found of $expected."
    keep "$table" "$name" "$thread_count" "$title" "$taken" "$peak"
}

# measure_pipeline TABLE NAME CHECK TITLE FOLDER ARGUMENT...
measure_pipeline() {
    has_pwsh || return 0
    measure "$1" "$2" 1 "$3" "$threads" "$4 \| Export-Csv, in a running pwsh" \
        pwsh -NoProfile -File "$bench/pipeline.ps1" -Folder "$5" -Csv "$out/rows.csv" "${@:6}"
}

# dcmdump_in TABLE NAME CHECK THREADS TITLE FOLDER ARGUMENT...: in processes of 500 files.
dcmdump_in() {
    # shellcheck disable=SC2016
    measure "$1" "$2" process "$3" "$4" "$5, 500 files a process" \
        bash -c 'out=$1 threads=$2; export out; find "$0" -type f -print0 | xargs -0 -n 500 -P "$threads" --process-slot-var=slot \
            bash -c '\''dcmdump "${@:2:$1}" "${@:2 + $1}" >> "$out/$slot"'\'' dcmdump $(($# - 2)) "${@:3}"' "$6" "$out" "$4" "${@:7}"
}

# limit THREADS: the throttle limit for this number of threads: 1, or that of the cmdlets, of which Core uses at most one per processor.
limit() { (($1 == 1)) && echo 1 || echo 64; }

four_tags() {
    local n values=$((file_count * 4))
    for n in $thread_counts; do
        measure four "floor-$n" 2 "$file_count=1" "$n" 'Floor: open, read 4 KB, close, in C' "$work/floor" "$files" "$n"
    done
    for n in $thread_counts; do
        measure four "core-$n" 3 "$values=2" "$n" 'PSDicom.Core, in a running process' dotnet "$header_scan" four "$files" "$(limit "$n")" "$passes"
    done
    measure four standard-1 3 "$values=2" 1 'PSDicom.Core, netstandard2.0 build, in a running process' \
        dotnet "$header_scan_standard" four "$files" 1 "$passes"
    measure four psdicom process "$values=^\{" "$threads" 'psdicom tags --json, native, whole process' \
        "$psdicom" tags --recurse --json "${four[@]}" "$files"
    measure four psdicom-dll process "$values=^\{" "$threads" 'dotnet psdicom.dll tags --json, whole process' \
        dotnet "$psdicom_dll" tags --recurse --json "${four[@]}" "$files"
    measure_pipeline four get-tag "$values=\.dcm\"" 'Get-DicomTag -Tag' "$files" -Command Get-DicomTag -Passes "$passes"
    measure_pipeline four get-file "$file_count=\.dcm\"" 'Get-DicomFile -Tag \| Select-Object' "$files" -Command Get-DicomFile -Passes "$passes"
    measure four gdcm process "$file_count=^\"" 1 'gdcmscanner --table, whole process' \
        gdcmscanner -d "$files" -r --table -t 10,20 -t 8,60 -t 8,20 -t 20,e -p
    for n in $thread_counts; do
        dcmdump_in four "dcmdump-$n" "$values=^\(" "$n" 'dcmdump -M +st +P' "$files" \
            -q -M +F +st 0020,000e +P 0010,0020 +P 0008,0060 +P 0008,0020 +P 0020,000e
    done
    ((round == 1)) || return 0
    for n in $thread_counts; do
        measure four "pydicom-$n" process "$file_count=\.dcm," "$n" 'pydicom dcmread(specific_tags), whole process, one round' \
            "$python" "$bench/peers/pydicom_scan.py" "$files" "$n"
    done
}

four_tags_of_slices() {
    local n
    for n in $thread_counts; do
        measure slices "floor-$n" 2 "$slice_count=1" "$n" 'Floor: open, read 4 KB, close, in C' "$work/floor" "$slices" "$n"
        measure slices "core-$n" 3 "$((slice_count * 4))=2" "$n" 'PSDicom.Core, in a running process' \
            dotnet "$header_scan" four "$slices" "$(limit "$n")" $((passes * 2))
    done
}

# All elements before the pixel data, also in sequences. The first line gives their number, and all others must give the same.
all_tags() {
    local n values element='\([0-6]...,....\)'
    values=$(dotnet "$header_scan" all "$some" 1 1 | awk '{ print $2 }')
    for n in $thread_counts; do
        measure all "core-$n" 3 "$values=2" "$n" 'PSDicom.Core, in a running process' dotnet "$header_scan" all "$some" "$n" "$passes"
    done
    measure all standard-1 3 "$values=2" 1 'PSDicom.Core, netstandard2.0 build, in a running process' \
        dotnet "$header_scan_standard" all "$some" 1 "$passes"
    measure all psdicom process "$values=\"tag\":\"$element" "$threads" 'psdicom tags --nested --json, native, whole process' \
        "$psdicom" tags --recurse --nested --json "$some"
    measure all psdicom-dll process "$values=\"tag\":\"$element" "$threads" 'dotnet psdicom.dll tags --nested --json, whole process' \
        dotnet "$psdicom_dll" tags --recurse --nested --json "$some"
    measure_pipeline all get-tag "$values=^\"[^\"]*\",\"[^\"]*\",\"$element\"" 'Get-DicomTag -Nested' "$some" -Command Get-DicomTag -All -Passes 2
    measure_pipeline all get-file "$some_count=\.dcm\"" 'Get-DicomFile \| Select-Object' "$some" -Command Get-DicomFile -All -Passes "$passes"
    measure all gdcm process "$values=^ *$element [A-Z?]" 1 'gdcmdump, whole process' gdcmdump -r "$some"
    for n in $thread_counts; do
        dcmdump_in all "dcmdump-$n" "$values=^ *$element [A-Z?]" "$n" 'dcmdump -M +sb' "$some" -q -M +sb 7fe0,0010
    done
    measure all pydicom-1 process "$values=^$element" 1 'pydicom dcmread(stop_before_pixels), whole process' \
        "$python" "$bench/peers/pydicom_dump.py" "$some"
}

# print_table TABLE FILES NAME LABEL...: medians, compared with the lines NAME.
print_table() {
    local table=$1 count=$2
    shift 2
    [[ -e $work/$table ]] || return 0
    awk -F '\t' -v files="$count" -v first="$1" -v first_label="$2" -v second="${3-}" -v second_label="${4-}" "$awk_median"'
        { i = note($1); threads[$1] = $2; title[$1] = $3; taken[$1, i] = $4; if ($5 > peak[$1]) peak[$1] = $5 }
        function ratio(name, to) { return times[to] ? sprintf(" %.3f |", median(taken, to) / median(taken, name)) : " |" }
        END {
            print "| what | threads | seconds | files a second | " first_label " |" (second ? " " second_label " |" : "") " peak memory, MB |"
            print "|---|--:|--:|--:|--:|" (second ? "--:|" : "") "--:|"
            for (i = 1; i <= keys; i++) {
                name = order[i]
                printf "| %s | %d | %.3f | %d |%s%s %d |\n", title[name], threads[name], median(taken, name), files / median(taken, name),
                    ratio(name, first), second ? ratio(name, second) : "", peak[name] / 1024
            }
        }' "$work/$table"
}

print_slowdown() {
    local table
    for table in four all; do
        [[ ! -e $work/$table ]] || awk -F '\t' -v table="$table" "$awk_median"'
            { i = note($1); taken[$1, i] = $4 }
            END {
                if (times["core-1"] && times["standard-1"])
                    printf "\nnetstandard2.0 build, %s tags, 1 thread, on the same .NET: %.2f times slower.\n", table,
                        median(taken, "standard-1") / median(taken, "core-1")
            }' "$work/$table"
    done
}

in_rounds four_tags
in_rounds four_tags_of_slices
in_rounds all_tags

printf '\n### Header scan: four tags\n\n%s\n\n' "$file_count files in the system's cache, 100 to a folder."
dotnet "$header_scan" sizes "$files"
echo
print_table four "$file_count" floor-1 'of the floor' gdcm 'of gdcmscanner'
printf '\nOf these, %s CT slices, the last of whose four tags ends before 2 KB:\n\n' "$slice_count"
print_table slices "$slice_count" floor-1 'of the floor'
printf '\n### Full header: all tags\n\n%s\n\n' "$some_count of these files, of all kinds: slower tools would take too long for more."
print_table all "$some_count" gdcm 'of gdcmdump'
print_slowdown
