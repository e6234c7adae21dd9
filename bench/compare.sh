#!/usr/bin/env bash
# Reads four header tags of many files with PSDicom and with other toolkits, in turn, and prints how long each takes.
#
#   bash bench/compare.sh [--files N] [--rounds N] [--only REGEX] [--repeats N] [--data FOLDER] [--output FILE]
#
#   --files N      how many files to make (20000), a multiple of 400; 100 to a folder
#   --rounds N     how often each is measured (5); the table has the medians
#   --only REGEX   measures only floor, core, psdicom, pipeline, gdcm, dcmdump, pydicom, threads, share, memory, calls that
#                  match
#   --repeats N    how many times all files are read where peak memory is measured (5); 50 makes a million
#   --data FOLDER  makes the files there, or uses the ones that are there, and leaves them; else in a temporary folder
#   --output FILE  writes the tables there too, as Markdown
#
# Needs the .NET SDK; pwsh for the pipeline. On Debian it installs what else is missing (as root).
set -euo pipefail
export LC_ALL=C DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1
bench=$(cd "$(dirname "$0")" && pwd)

file_count=20000 rounds=5 only=. repeats=5 data='' output=''
while (($#)); do
    [[ $1 == --* && $# -ge 2 ]] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
    case $1 in
        --files) file_count=$2 ;;
        --rounds) rounds=$2 ;;
        --only) only=$2 ;;
        --repeats) repeats=$2 ;;
        --data) data=$2 ;;
        --output) output=$(realpath "$2") ;;
        *) echo "There is no option $1." >&2; exit 2 ;;
    esac
    shift 2
done

((file_count > 0 && file_count % 400 == 0)) || { echo '--files must be a multiple of 400.' >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
data=${data:-$work/data}
part=$work/part
# In a running process the last of so many passes counts, when the runtime has compiled what is used often.
passes=4
threads=$(nproc)
thread_counts=$(printf '%s\n' 1 "$threads" | uniq)
value_count=$((file_count * 4))
header_scan=$bench/PSDicom.HeaderScan/bin/Release/net8.0/PSDicom.HeaderScan.dll
psdicom_dll=$bench/../src/PSDicom.Cli/bin/Release/net8.0/psdicom.dll
psdicom=$work/native/psdicom
platform=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
four=(--tag PatientID --tag Modality --tag StudyDate --tag SeriesInstanceUID)
floor=$work/floor
latency=$work/latency.so
# Of each call to the share, where one is simulated.
milliseconds=5
python=/usr/bin/python3

install_peers() {
    local missing=()
    command -v gcc > /dev/null || missing+=(gcc libc6-dev)
    [[ -e /usr/include/zlib.h ]] || missing+=(zlib1g-dev)
    command -v dcmdump > /dev/null || missing+=(dcmtk)
    command -v gdcmscanner > /dev/null || missing+=(libgdcm-tools)
    [[ -x /usr/bin/time ]] || missing+=(time)
    "$python" -c 'import pydicom' 2> /dev/null || missing+=(python3-pydicom)
    ((${#missing[@]} == 0)) && return
    echo "Installing ${missing[*]}" >&2
    { apt-get update && apt-get install --yes --no-install-recommends "${missing[@]}"; } > "$work/apt.log" 2>&1 ||
        { cat "$work/apt.log" >&2; echo "Install them: ${missing[*]}" >&2; exit 1; }
}

build() {
    local project
    gcc -O2 -Wall -Wextra -pthread -o "$floor" "$bench/floor.c"
    gcc -O2 -Wall -Wextra -shared -fPIC -o "$latency" "$bench/latency.c"
    for project in bench/PSDicom.HeaderScan src/PSDicom.Cli src/PSDicom; do
        dotnet build "$bench/../$project" --configuration Release > "$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }
    done
    dotnet publish "$bench/../src/PSDicom.Cli" --runtime "$platform" --output "${psdicom%/*}" > "$work/build.log" 2>&1 ||
        { cat "$work/build.log" >&2; exit 1; }
}

make_data() {
    [[ -d $data ]] || dotnet "$header_scan" make "$data" "$file_count"
    local found
    found=$(find "$data" -type f | wc -l)
    ((found == file_count)) || { echo "$data has $found files, not $file_count." >&2; exit 1; }

    mkdir "$part"
    find "$data" -mindepth 1 -maxdepth 1 -type d | sort | head -n $((file_count / 400)) | xargs cp -r -t "$part"
}

# measure NAME CLOCK CHECK THREADS TITLE COMMAND...
# CLOCK: "process", or which field of the last line that the command writes has the seconds.
# CHECK: NUMBER=FIELD of that line, or NUMBER=REGEX that lines written must match: what did not read everything does not count.
measure() {
    local name=$1 clock=$2 check=$3 thread_count=$4 title=$5
    shift 5
    [[ $name =~ $only ]] || return 0
    export out=$work/out
    rm -rf "$out"
    mkdir "$out"
    local start=$EPOCHREALTIME
    /usr/bin/time --format=%M --output="$work/peak" "$@" > "$out/stdout" 2> "$work/stderr" ||
        { cat "$work/stderr" >&2; echo "$title failed." >&2; exit 1; }
    local end=$EPOCHREALTIME seconds found expected=${check%%=*} where=${check#*=}
    if [[ $clock == process ]]; then seconds=$(awk "BEGIN { print $end - $start }")
    else seconds=$(tail -n 1 "$out/stdout" | awk -v field="$clock" '{ print $field }')
    fi
    if [[ $where =~ ^[0-9]$ ]]; then found=$(tail -n 1 "$out/stdout" | awk -v field="$where" '{ print $field }')
    else found=$(cat "$out"/* | grep -c -E "$where" || true)
    fi
    ((found == expected)) || { echo "$title gave $found of $expected." >&2; exit 1; }
    printf '%s\t%s\t%s\t%s\t%s\n' "$name" "$thread_count" "$title" "$seconds" "$(tail -n 1 "$work/peak")" >> "$work/results"
}

measure_dcmdump() {
    # shellcheck disable=SC2016
    measure "dcmdump-$1" process "$value_count=^\(" "$1" 'dcmdump -M +st +P, 500 files a process' \
        bash -c 'find "$0" -type f -print0 | xargs -0 -n 500 -P "$1" --process-slot-var=slot bash -c '\''dcmdump -q -M +F +st 0020,000e \
            +P 0010,0020 +P 0008,0060 +P 0008,0020 +P 0020,000e "$@" >> "$out/$slot"'\'' dcmdump' "$data" "$1"
}

run_round() {
    local n
    for n in $thread_counts; do
        measure "floor-$n" 2 "$file_count=1" "$n" 'Floor: open, read 4 KB, close, in C' "$floor" "$data" "$n"
    done
    for n in $thread_counts; do
        measure "core-$n" 3 "$value_count=2" "$n" 'PSDicom.Core, in a running process' dotnet "$header_scan" scan "$data" "$n" "$passes"
    done
    measure psdicom process "$value_count=^\{" "$threads" 'psdicom tags --json, native, whole process' \
        "$psdicom" tags --recurse --json "${four[@]}" "$data"
    measure psdicom-dll process "$value_count=^\{" "$threads" 'dotnet psdicom.dll tags --json, whole process' \
        dotnet "$psdicom_dll" tags --recurse --json "${four[@]}" "$data"
    if command -v pwsh > /dev/null; then
        measure pipeline-tag 1 "$value_count=\.dcm\"" "$threads" 'Get-DicomTag \| Export-Csv, in a running pwsh' \
            pwsh -NoProfile -File "$bench/pipeline.ps1" -Command Get-DicomTag -Folder "$data" -Csv "$out_csv" -Passes "$passes"
        measure pipeline-file 1 "$file_count=\.dcm\"" "$threads" 'Get-DicomFile \| Select-Object \| Export-Csv, in a running pwsh' \
            pwsh -NoProfile -File "$bench/pipeline.ps1" -Command Get-DicomFile -Folder "$data" -Csv "$out_csv" -Passes "$passes"
    fi
    measure gdcm process "$file_count=^\"" 1 'gdcmscanner --table, whole process' \
        gdcmscanner -d "$data" -r --table -t 10,20 -t 8,60 -t 8,20 -t 20,e -p
    for n in $thread_counts; do
        measure_dcmdump "$n"
    done
    for n in $thread_counts; do
        measure "pydicom-$n" process "$file_count=\.dcm," "$n" 'pydicom dcmread(specific_tags), whole process' \
            "$python" "$bench/peers/pydicom_scan.py" "$data" "$n"
    done
}

# The median of each, compared with the floor on one thread and with gdcmscanner.
print_speed() {
    sort -s -t $'\t' -k 1,1 -k 4,4g "$work/results" | awk -F '\t' -v files="$file_count" -v order="$(cut -f 1 "$work/results" | awk '!seen[$0]++')" '
        { n[$1]++; seconds[$1, n[$1]] = $4; threads[$1] = $2; title[$1] = $3; if ($5 > peak[$1]) peak[$1] = $5 }
        function median(name,  m) { m = n[name]; return m % 2 ? seconds[name, (m + 1) / 2] : (seconds[name, m / 2] + seconds[name, m / 2 + 1]) / 2 }
        function ratio(name, to) { return n[to] ? sprintf("%.3f", median(to) / median(name)) : "" }
        END {
            print "| what | threads | seconds | files a second | of the floor | of gdcmscanner | peak memory, MB |"
            print "|---|--:|--:|--:|--:|--:|--:|"
            count = split(order, names, "\n")
            for (i = 1; i <= count; i++) {
                name = names[i]
                printf "| %s | %d | %.3f | %d | %s | %s | %d |\n", title[name], threads[name], median(name), files / median(name),
                    ratio(name, "floor-1"), ratio(name, "gdcm"), peak[name] / 1024
            }
        }'
}

# peak COMMAND...: the most memory that a process held, in MB.
peak() {
    /usr/bin/time --format=%M --output="$work/peak" "$@" 2> "$work/stderr" | tail -n 1 > "$work/memory" || { cat "$work/stderr" >&2; exit 1; }
    awk 'END { printf "%d", $1 / 1024 }' "$work/peak"
}

print_memory() {
    [[ memory =~ $only ]] || return 0
    local command folders="'$data'" i
    echo "| peak memory, MB | $((file_count / 4)) files | $file_count files | $((file_count * repeats)) files |"
    echo "|---|--:|--:|--:|"
    echo "| PSDicom.Core, 1 thread | $(peak dotnet "$header_scan" scan "$part" 1 1) | $(peak dotnet "$header_scan" scan "$data" 1 1) | $(
        peak dotnet "$header_scan" scan "$data" 1 1 "$repeats") |"
    set -- "$data"
    for ((i = 1; i < repeats; i++)); do
        set -- "$data" "$@"
        folders+=",'$data'"
    done
    echo "| psdicom tags --json, native | $(peak "$psdicom" tags --recurse --json "${four[@]}" "$part") | $(
        peak "$psdicom" tags --recurse --json "${four[@]}" "$data") | $(
        peak "$psdicom" tags --recurse --json "${four[@]}" "$@") |"
    command -v pwsh > /dev/null || return 0
    for command in Get-DicomTag Get-DicomFile; do
        echo "| $command \| Export-Csv | $(peak_pipeline $command "'$part'") | $(peak_pipeline $command "'$data'") | $(
            peak_pipeline $command "$folders") |"
    done
}

peak_pipeline() {
    peak pwsh -NoProfile -Command "& '$bench/pipeline.ps1' -Command $1 -Folder $2 -Csv '$work/memory.csv'"
}

# Files in the cache: seconds, and the processor's time, which tells what threads cost each other.
print_threads() {
    [[ threads =~ $only ]] || return 0
    local limit
    echo '| PSDicom.Core, files in the cache | files a second | processor time of the process for a file, us |'
    echo '|---|--:|--:|'
    for limit in 1 2 4 8 16 32 64; do
        /usr/bin/time --format='%U %S' --output="$work/time" dotnet "$header_scan" scan "$data" "$limit" "$passes" 5 > "$work/memory"
        echo "| $limit threads | $(tail -n 1 "$work/memory" | awk '{ printf "%d", $1 / $3 }') | $(
            awk -v files="$((file_count * passes * 5))" '{ printf "%.1f", ($1 + $2) * 1e6 / files }' "$work/time") |"
    done
}

# on_share NAME LIMIT FILES COMMAND...: a line of the table of the share; the last line of the command has the seconds, or else its process counts.
on_share() {
    local name=$1 limit=$2 files=$3 start=$EPOCHREALTIME end seconds
    shift 3
    LATENCY_FOLDER=$share LATENCY_MS=$milliseconds LATENCY_COUNTS=$work/counts env LD_PRELOAD="$latency" "$@" > "$work/memory"
    end=$EPOCHREALTIME
    seconds=$(tail -n 1 "$work/memory" | awk -v process="$(awk "BEGIN { print $end - $start }")" '{ print /^[0-9.]+ [0-9]+ / ? $3 : process }')
    awk -v name="$name" -v limit="$limit" -v files="$files" -v seconds="$seconds" -v each="$milliseconds" '
        { calls += $2 }
        END {
            calls /= files
            bound = limit / (calls * each / 1000)
            printf "| %s | %d | %.2f | %d | %d | %.2f |\n", name, limit, calls, files / seconds, bound, files / seconds / bound
        }' "$work/counts"
}

# A share on which each call takes so many milliseconds: files a second beside what as many threads could do that do nothing but wait.
print_share() {
    [[ share =~ $only ]] || return 0
    local share=$work/share limit repeat folders count
    mkdir "$share"
    find "$data" -mindepth 1 -maxdepth 1 -type d | sort | head -n 20 | xargs cp -r -t "$share"
    count=$(find "$share" -type f | wc -l)
    echo "| files of a share, $milliseconds ms a call | threads | calls a file | files a second | threads / (calls x $milliseconds ms) | ratio |"
    echo '|---|--:|--:|--:|--:|--:|'
    for limit in 1 4 8 16 32 64; do
        # About as long for each.
        repeat=$(((limit + 3) / 4))
        mapfile -t folders < <(yes "$share" | head -n "$repeat")
        on_share 'PSDicom.Core' "$limit" $((count * repeat)) dotnet "$header_scan" scan "$share" "$limit" 1 "$repeat"
        on_share 'psdicom tags --json, whole process' "$limit" $((count * repeat)) dotnet "$psdicom_dll" tags --recurse --json \
            --throttle-limit "$limit" --tag PatientID --tag Modality --tag StudyDate --tag SeriesInstanceUID "${folders[@]}"
        on_share 'psdicom export, whole process' "$limit" "$count" dotnet "$psdicom_dll" export --recurse --throttle-limit "$limit" \
            --destination "$work/pictures$limit" --name-template '{Folder}_{BaseName}' "$share"
        rm -rf "$work/pictures$limit"
    done
}

# What a file costs in calls to the system: a second pass over the files makes the difference.
print_calls() {
    if ! [[ calls =~ $only ]] || ! command -v strace > /dev/null; then return 0; fi
    strace -f -c -o "$work/calls1" dotnet "$header_scan" scan "$part" 1 1 > "$work/memory"
    strace -f -c -o "$work/calls2" dotnet "$header_scan" scan "$part" 1 2 > "$work/memory"
    echo "System calls of PSDicom.Core for a file: $(awk -v files="$((file_count / 4))" '
        $4 ~ /^[0-9]+$/ && $NF != "total" { if (FNR == NR) once[$NF] = $4; else twice[$NF] = $4 }
        END {
            for (name in twice) {
                calls = (twice[name] - once[name]) / files
                if (calls >= 0.05) printf "%s %.2f, ", name, calls
            }
        }' "$work/calls1" "$work/calls2" | sed 's/, $/./')"
    echo "Allocated for a file: $(tail -n 1 "$work/memory" | awk '{ print $4 }') bytes."
}

print_versions() {
    echo "$threads processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), Linux $(uname -r | cut -d - -f 1), .NET $(
        dotnet --list-runtimes | sed -n 's/^Microsoft.NETCore.App \([^ ]*\).*/\1/p' | tail -n 1), $(
        command -v pwsh > /dev/null && pwsh --version), dcmtk $(dpkg-query -W -f '${Version}' dcmtk), gdcm $(
        dpkg-query -W -f '${Version}' libgdcm-tools), pydicom $("$python" -c 'import pydicom; print(pydicom.__version__)') on $(
        "$python" --version)."
}

echo 'Preparing' >&2
install_peers
build
make_data
out_csv=$work/out/rows.csv
: > "$work/results"
for ((round = 0; round <= rounds; round++)); do
    # The first one only brings the files into memory.
    if ((round == 0)); then "$floor" "$data" 1 > "$work/memory"; continue; fi
    echo "Round $round of $rounds" >&2
    run_round
done

{
    echo "$file_count files of $(find "$data" -type f -printf '%s\n' | awk '{ sum += $1 } END { printf "%.1f", sum / NR / 1024 }') KB on average, in $(
        find "$data" -mindepth 1 -type d | wc -l) folders, in the system's cache; medians of $rounds rounds. $(print_versions)"
    echo
    print_speed
    echo
    print_threads
    echo
    print_share
    echo
    print_memory
    echo
    print_calls
} | tee ${output:+"$output"}
