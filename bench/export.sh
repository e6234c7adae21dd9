#!/usr/bin/env bash
# Exports the frames of a file of many frames, and files of one frame, as PNG with PSDicom and with other toolkits, in turn, and prints how
# long each takes; then how fast PSDicom encodes PNG, beside libpng and the framework's deflate.
#
#   bash bench/export.sh [--rounds N] [--seconds N] [--only REGEX] [--output FILE]
#
#   --rounds N     how often each is measured (5); the tables have the medians
#   --seconds N    how long each encodes in a round (2); the fastest picture counts
#   --only REGEX   measures only frames, files, encoders that match
#   --output FILE  writes the tables there too, as Markdown
#
# Needs the .NET SDK; pwsh for the cmdlet. On Debian it installs what else is missing (as root).
set -euo pipefail
export LC_ALL=C DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1
bench=$(cd "$(dirname "$0")" && pwd)

rounds=5 seconds=2 only=. output=''
while (($#)); do
    [[ $1 == --* && $# -ge 2 ]] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
    case $1 in
        --rounds) rounds=$2 ;;
        --seconds) seconds=$2 ;;
        --only) only=$2 ;;
        --output) output=$(realpath "$2") ;;
        *) echo "There is no option $1." >&2; exit 2 ;;
    esac
    shift 2
done

frame_count=100 file_count=200
# In a running process the last of so many passes counts, when the runtime has compiled what is used often.
passes=12
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/out
threads=$(nproc)
thread_counts=$(printf '%s\n' 1 "$threads" | uniq)
decode=$bench/PSDicom.Decode/bin/Release/net8.0/PSDicom.Decode.dll
psdicom=$work/native/psdicom
python=/usr/bin/python3

# NAME, samples of a pixel, bytes of a sample.
pictures='
grey8   1 1
grey12  1 2
colour  3 1'

install_peers() {
    local missing=()
    command -v gcc > /dev/null || missing+=(gcc libc6-dev)
    command -v dcmj2pnm > /dev/null || missing+=(dcmtk)
    [[ -f /usr/include/png.h ]] || missing+=(libpng-dev)
    [[ -x /usr/bin/time ]] || missing+=(time)
    "$python" -c 'import pydicom' 2> /dev/null || missing+=(python3-pydicom)
    "$python" -c 'import numpy' 2> /dev/null || missing+=(python3-numpy)
    "$python" -c 'import PIL' 2> /dev/null || missing+=(python3-pil)
    ((${#missing[@]} == 0)) && return
    echo "Installing ${missing[*]}" >&2
    { apt-get update && apt-get install --yes --no-install-recommends "${missing[@]}"; } > "$work/log" 2>&1 ||
        { cat "$work/log" >&2; echo "Install them: ${missing[*]}" >&2; exit 1; }
}

build() {
    local project
    for project in bench/PSDicom.Decode src/PSDicom.Cli src/PSDicom; do
        dotnet build "$bench/../$project" --configuration Release > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    done
    gcc -O2 -Wall -Wextra -o "$work/encode_libpng" "$bench/peers/encode_libpng.c" -lpng
    platform=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
    dotnet publish "$bench/../src/PSDicom.Cli" --runtime "$platform" --output "${psdicom%/*}" > "$work/log" 2>&1 ||
        { cat "$work/log" >&2; exit 1; }
}

# measure NAME CLOCK PICTURES THREADS TITLE COMMAND...
# CLOCK: "process", or "line" for the seconds, and those of the processor, on the last line that the command writes. It writes PICTURES to $out.
measure() {
    local name=$1 clock=$2 expected=$3 thread_count=$4 title=$5
    shift 5
    rm -rf "$out"
    mkdir "$out"
    local start=$EPOCHREALTIME
    /usr/bin/time --format='%M %U %S' --output="$work/peak" "$@" > "$work/line" 2> "$work/log" || { cat "$work/log" >&2; echo "$title failed." >&2; exit 1; }
    local end=$EPOCHREALTIME peak user system taken processor found
    read -r peak user system <<< "$(tail -n 1 "$work/peak")"
    if [[ $clock == process ]]; then
        taken=$(awk "BEGIN { print $end - $start }")
        processor=$(awk "BEGIN { print $user + $system }")
    else
        read -r taken processor <<< "$(tail -n 1 "$work/line")"
    fi
    found=$(find "$out" -name '*.png' | wc -l)
    ((found == expected)) || { echo "$title wrote $found of $expected pictures." >&2; exit 1; }
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "${name%%-*}" "$thread_count" "$title" "$taken" "$processor" "$peak" "$expected" \
        "$(find "$out" -name '*.png' -printf '%s\n' | awk '{ sum += $1 } END { print sum / NR }')" >> "$work/results"
    check "${name%%-*}" "$title"
}

# Pictures are those of the first that wrote them, but for a level of rounding.
check() {
    local reference=$work/reference-$1
    [[ -d $reference ]] || { mv "$out" "$reference"; return; }
    "$python" - "$reference" "$out" << 'PYTHON' || { echo "Pictures of $2 differ from those of the first." >&2; exit 1; }
import os, sys
import numpy
from PIL import Image
first, second = (sorted((entry.path for entry in os.scandir(folder)), key=lambda path: (len(path), path)) for folder in sys.argv[1:])
for a, b in zip(first, second, strict=True):
    a, b = (numpy.asarray(Image.open(path)).astype(int) for path in (a, b))
    if a.shape != b.shape or abs(a - b).max() > 1:
        sys.exit(1)
PYTHON
}

# dcmj2pnm takes one file; it writes the pictures of a file of many frames as NAME.1.png, ...
measure_frames() {
    local n file=$work/data/frames.dcm
    measure frames-dcmtk process $frame_count 1 'dcmj2pnm +Fa, whole process' dcmj2pnm +on +Wi 1 +Fn +Fa "$file" "$out/frames"
    for n in $thread_counts; do
        if ((n > 1)); then
            local share=$(((frame_count + n - 1) / n))
            # shellcheck disable=SC2016
            measure frames-dcmtk process $frame_count "$n" 'dcmj2pnm +Fr, a process a thread' \
                bash -c 'seq 1 "$0" "$1" | xargs -P "$2" -I @ dcmj2pnm +on +Wi 1 +Fn +Fr @ "$0" "$3" "$4/frames"' \
                $share $frame_count "$n" "$file" "$out"
        fi
        measure frames-psdicom process $frame_count "$n" 'psdicom export, native, whole process' \
            "$psdicom" export --window 1 --throttle-limit "$n" --destination "$out" "$file"
        measure_cmdlet frames $frame_count "$n" "$file"
        measure frames-pydicom process $frame_count "$n" 'pydicom, Pillow, whole process' \
            "$python" "$bench/peers/pydicom_export.py" "$file" "$out" "$n"
    done
}

measure_files() {
    local n folder=$work/data/slices
    for n in $thread_counts; do
        # shellcheck disable=SC2016
        measure files-dcmtk process $file_count "$n" 'dcmj2pnm, a process a file' \
            bash -c 'find "$0" -type f -print0 | xargs -0 -P "$1" -I @ bash -c '\''exec dcmj2pnm +on +Wi 1 "$1" "$0/$(basename "$1" .dcm).png"'\'' "$2" @' \
            "$folder" "$n" "$out"
        measure files-psdicom process $file_count "$n" 'psdicom export, native, whole process' \
            "$psdicom" export --recurse --window 1 --throttle-limit "$n" --destination "$out" "$folder"
        measure_cmdlet files $file_count "$n" "$folder"
        measure files-pydicom process $file_count "$n" 'pydicom, Pillow, whole process' \
            "$python" "$bench/peers/pydicom_export.py" "$folder" "$out" "$n"
    done
}

measure_cmdlet() {
    command -v pwsh > /dev/null || return 0
    measure "$1-cmdlet" line "$2" "$3" 'Export-DicomFrame, in a running pwsh' \
        pwsh -NoProfile -File "$bench/export.ps1" -Path "$4" -Destination "$out" -ThrottleLimit "$3" -Passes "$passes"
}

measure_encoders() {
    local name samples bytes level
    while read -r name samples bytes; do
        for level in 6 1; do
            encode "$name" "libpng, level $level" "$work/encode_libpng" "$name.raw" out.png "$seconds" 2048 "$samples" "$bytes" "$level"
        done
        for level in Optimal Fastest; do
            encode "$name" "ZLibStream, $level, the filter of PSDicom" dotnet "$decode" encode "$level" "$samples" "$bytes" "$name.raw" out.zlib "$seconds"
        done
        encode "$name" PSDicom dotnet "$decode" encode png "$samples" "$bytes" "$name.raw" out.png "$seconds"
    done <<< "${pictures:1}"
}

# encode PICTURE ENCODER COMMAND...
encode() {
    local picture=$1 encoder=$2
    shift 2
    (cd "$work" && "$@") > "$work/line" 2> "$work/log" || { cat "$work/log" >&2; echo "$encoder failed with $picture." >&2; exit 1; }
    awk -v OFS='\t' -v key="$picture" -v encoder="$encoder" -v size="$(stat -c %s "$work/$picture.raw")" \
        '{ print key, encoder, size / $2 / 1e6, $1 / size * 100 }' "$work/line" >> "$work/encoders"
}

# The functions of awk that both tables need; "values" is indexed by key and number.
median='
    function median(values, key, count,  i, j, sorted, swap) {
        for (i = 1; i <= count; i++) {
            sorted[i] = values[key, i]
            for (j = i; j > 1 && sorted[j - 1] > sorted[j]; j--) { swap = sorted[j]; sorted[j] = sorted[j - 1]; sorted[j - 1] = swap }
        }
        return count % 2 ? sorted[(count + 1) / 2] : (sorted[count / 2] + sorted[count / 2 + 1]) / 2
    }'

print_export() {
    [[ -s $work/results ]] || return 0
    awk -F '\t' "$median"'
        {
            key = $1 FS $2 FS $3
            if (!n[key]++) order[++count] = key
            seconds[key, n[key]] = $4
            processor[key, n[key]] = $5
            if ($6 > peak[key]) peak[key] = $6
            pictures[key] = $7
            size[key] = $8
        }
        function speed(key) { return pictures[key] / median(seconds, key, n[key]) }
        END {
            for (i = 1; i <= count; i++) {
                split(order[i], part, FS)
                if (part[3] !~ /^(psdicom|Export)/ && speed(order[i]) > fastest[part[1], part[2]]) fastest[part[1], part[2]] = speed(order[i])
            }
            print "| what | by | threads | seconds | pictures a second | of the fastest peer | processor, ms a picture | peak memory, MB | KB a picture |"
            print "|---|---|--:|--:|--:|--:|--:|--:|--:|"
            for (i = 1; i <= count; i++) {
                split(order[i], part, FS)
                printf "| %d %s | %s | %d | %.3f | %.0f | %.2f | %.2f | %d | %.1f |\n", pictures[order[i]], part[1], part[3], part[2],
                    median(seconds, order[i], n[order[i]]), speed(order[i]), speed(order[i]) / fastest[part[1], part[2]],
                    median(processor, order[i], n[order[i]]) * 1000 / pictures[order[i]], peak[order[i]] / 1024, size[order[i]] / 1000
            }
            print ""
        }' "$work/results"
}

print_encoders() {
    [[ -s $work/encoders ]] || return 0
    awk -F '\t' "$median"'
        {
            key = $1 FS $2
            if (!n[key]++) order[++count] = key
            speed[key, n[key]] = $3
            size[key] = $4
            if ($2 == "libpng, level 6") libpng[$1] = key
        }
        END {
            print "| picture | encoder | MB of samples a second | of libpng, level 6 | size, % of the samples |"
            print "|---|---|--:|--:|--:|"
            for (i = 1; i <= count; i++) {
                split(order[i], part, FS)
                value = median(speed, order[i], n[order[i]])
                printf "| %s | %s | %.0f | %.1f | %.1f |\n", part[1], part[2], value, value / median(speed, libpng[part[1]], n[libpng[part[1]]]), size[order[i]]
            }
        }' "$work/encoders"
}

print_versions() {
    echo "$threads processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), Linux $(uname -r | cut -d - -f 1), .NET $(
        dotnet --list-runtimes | sed -n 's/^Microsoft.NETCore.App \([^ ]*\).*/\1/p' | tail -n 1), $(
        command -v pwsh > /dev/null && pwsh --version), dcmtk $(dpkg-query -W -f '${Version}' dcmtk), libpng $(
        dpkg-query -W -f '${Version}' libpng-dev), zlib $(dpkg-query -W -f '${Version}' zlib1g), pydicom $(
        "$python" -c 'import pydicom, PIL; print(pydicom.__version__ + ", Pillow " + PIL.__version__)') on $("$python" --version)."
}

echo 'Preparing' >&2
install_peers
build
dotnet "$decode" series "$work/data" $frame_count $file_count
dotnet "$decode" make "$work"
: > "$work/results"
: > "$work/encoders"
for ((round = 1; round <= rounds; round++)); do
    echo "Round $round of $rounds" >&2
    if [[ frames =~ $only ]]; then measure_frames; fi
    if [[ files =~ $only ]]; then measure_files; fi
    if [[ encoders =~ $only ]]; then measure_encoders; fi
done

{
    echo "Frames and files of 512 x 512, 12 bits in 16, in the system's cache, shown by their window; for encoders, pictures of 2048 x 2048. Medians of $rounds. $(print_versions)"
    echo
    print_export
    print_encoders
} | tee ${output:+"$output"}
