#!/usr/bin/env bash
# Exports the frames of a file of many frames, and files of one frame, as PNG; then the speed of PNG encoding, compared with libpng and the
# framework's deflate, and of JPEG, compared with libjpeg-turbo. --lines takes frames, files, encoders.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
need decode native
if has_pwsh; then need module; fi

frame_count=100 file_count=200
# In a running process the last of these passes counts, after the runtime has compiled the hot code.
passes=12
pictures=$work/pictures

# NAME, samples of a pixel, bytes of a sample.
encoded='
grey8   1 1
grey12  1 2
colour  3 1'

make_export() {
    gcc -O2 -Wall -Wextra -o "$work/encode_libpng" "$bench/peers/encode_libpng.c" -lpng
    gcc -O2 -Wall -Wextra -o "$work/encode_libjpeg" "$bench/peers/encode_libjpeg.c" -ljpeg
    dotnet "$decode" series "$work/series" "$frame_count" "$file_count"
    dotnet "$decode" make "$work"
}

# measure NAME CLOCK COUNT THREADS TITLE COMMAND...
# CLOCK: "process", or "line" for the seconds, and those of processors, on the last line that the command writes. It writes COUNT pictures
# to the folder $pictures.
measure() {
    local what=${1%%-*} clock=$2 expected=$3 thread_count=$4 title=$5 found size
    shift 5
    rm -rf "$pictures"
    mkdir "$pictures"
    timed "$title" "$@"
    if [[ $clock == line ]]; then read -r elapsed processor < <(tail -n 1 "$out/stdout"); fi
    read -r found size < <(find "$pictures" -name '*.png' -printf '%s\n' | awk '{ sum += $1 } END { print NR, NR ? sum / NR : 0 }')
    ((found == expected)) || die "$title wrote $found of $expected pictures."
    keep exported "$what" "$thread_count" "$title" "$elapsed" "$processor" "$peak" "$expected" "$size"
    check "$what" "$title"
}

# Pictures must equal those of the first tool, except for one level of rounding.
check() {
    local reference=$work/reference-$1
    [[ -d $reference ]] || { mv "$pictures" "$reference"; return; }
    "$python" - "$reference" "$pictures" << 'PYTHON' || die "Pictures of $2 differ from those of the first."
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
    local n share file=$work/series/frames.dcm
    measure frames-dcmtk process $frame_count 1 'dcmj2pnm +Fa, whole process' dcmj2pnm +on +Wi 1 +Fn +Fa "$file" "$pictures/frames"
    for n in $thread_counts; do
        if ((n > 1)); then
            share=$(((frame_count + n - 1) / n))
            # shellcheck disable=SC2016
            measure frames-dcmtk process $frame_count "$n" 'dcmj2pnm +Fr, a process a thread' \
                bash -c 'seq 1 "$0" "$1" | xargs -P "$2" -I @ dcmj2pnm +on +Wi 1 +Fn +Fr @ "$0" "$3" "$4/frames"' \
                $share $frame_count "$n" "$file" "$pictures"
        fi
        measure frames-psdicom process $frame_count "$n" 'psdicom export, native, whole process' \
            "$psdicom" export --window 1 --throttle-limit "$n" --destination "$pictures" "$file"
        measure_cmdlet frames $frame_count "$n" "$file"
        measure frames-pydicom process $frame_count "$n" 'pydicom, Pillow, whole process' \
            "$python" "$bench/peers/pydicom_export.py" "$file" "$pictures" "$n"
    done
}

measure_files() {
    local n folder=$work/series/slices
    for n in $thread_counts; do
        # shellcheck disable=SC2016
        measure files-dcmtk process $file_count "$n" 'dcmj2pnm, a process a file' \
            bash -c 'find "$0" -type f -print0 | xargs -0 -P "$1" -I @ bash -c '\''exec dcmj2pnm +on +Wi 1 "$1" "$0/$(basename "$1" .dcm).png"'\'' "$2" @' \
            "$folder" "$n" "$pictures"
        measure files-psdicom process $file_count "$n" 'psdicom export, native, whole process' \
            "$psdicom" export --recurse --window 1 --throttle-limit "$n" --destination "$pictures" "$folder"
        measure_cmdlet files $file_count "$n" "$folder"
        measure files-pydicom process $file_count "$n" 'pydicom, Pillow, whole process' \
            "$python" "$bench/peers/pydicom_export.py" "$folder" "$pictures" "$n"
    done
}

measure_cmdlet() {
    command -v pwsh > /dev/null || return 0
    measure "$1-cmdlet" line "$2" "$3" 'Export-DicomFrame, in a running pwsh' \
        pwsh -NoProfile -File "$bench/export.ps1" -Path "$4" -Destination "$pictures" -ThrottleLimit "$3" -Passes "$passes"
}

measure_encoders() {
    local name samples bytes level quality
    while read -r name samples bytes; do
        for level in 6 1; do
            encode "$name" "libpng, level $level" "$work/encode_libpng" "$name.raw" out.png "$seconds" 2048 "$samples" "$bytes" "$level"
        done
        for level in Optimal Fastest; do
            encode "$name" "ZLibStream, $level, the filter of PSDicom" dotnet "$decode" encode "$level" "$samples" "$bytes" "$name.raw" out.zlib "$seconds"
        done
        encode "$name" PSDicom dotnet "$decode" encode png "$samples" "$bytes" "$name.raw" out.png "$seconds"
        ((bytes == 1)) || continue
        for quality in 50 90 100; do
            encode "$name, quality $quality" libjpeg-turbo "$work/encode_libjpeg" "$name.raw" out.jpg "$seconds" 2048 "$samples" "$quality"
            encode "$name, quality $quality" PSDicom dotnet "$decode" encode "jpeg-$quality" "$samples" "$bytes" "$name.raw" out.jpg "$seconds"
        done
    done <<< "${encoded:1}"
}

# encode PICTURE ENCODER COMMAND...
encode() {
    local picture=$1 encoder=$2 size
    shift 2
    timed "$encoder of $picture" "$@"
    size=$(stat -c %s "$work/${picture%%,*}.raw")
    keep encoders "$picture" "$encoder" "$(awk -v size="$size" 'END { print size / $2 / 1e6 "\t" $1 / size * 100 }' "$out/stdout")"
}

print_export() {
    [[ -s $work/exported ]] || return 0
    awk -F '\t' "$awk_median"'
        {
            key = $1 FS $2 FS $3
            i = note(key)
            seconds[key, i] = $4
            processor[key, i] = $5
            if ($6 > peak[key]) peak[key] = $6
            pictures[key] = $7
            size[key] = $8
        }
        function speed(key) { return pictures[key] / median(seconds, key) }
        END {
            for (i = 1; i <= keys; i++) {
                split(order[i], part, FS)
                if (part[3] !~ /^(psdicom|Export)/ && speed(order[i]) > fastest[part[1], part[2]]) fastest[part[1], part[2]] = speed(order[i])
            }
            print "| what | by | threads | seconds | pictures a second | of the fastest peer | processor, ms a picture | peak memory, MB | KB a picture |"
            print "|---|---|--:|--:|--:|--:|--:|--:|--:|"
            for (i = 1; i <= keys; i++) {
                split(order[i], part, FS)
                printf "| %d %s | %s | %d | %.3f | %.0f | %.2f | %.2f | %d | %.1f |\n", pictures[order[i]], part[1], part[3], part[2],
                    median(seconds, order[i]), speed(order[i]), speed(order[i]) / fastest[part[1], part[2]],
                    median(processor, order[i]) * 1000 / pictures[order[i]], peak[order[i]] / 1024, size[order[i]] / 1000
            }
            print ""
        }' "$work/exported"
}

print_encoders() {
    [[ -s $work/encoders ]] || return 0
    awk -F '\t' "$awk_median"'
        {
            key = $1 FS $2
            speed[key, note(key)] = $3
            size[key] = $4
            if ($2 == "libpng, level 6" || $2 == "libjpeg-turbo") peer[$1] = key
        }
        END {
            print "| picture | encoder | MB of samples a second | of libpng, level 6, or libjpeg-turbo | size, % of the samples |"
            print "|---|---|--:|--:|--:|"
            for (i = 1; i <= keys; i++) {
                split(order[i], part, FS)
                value = median(speed, order[i])
                printf "| %s | %s | %.0f | %.2f | %.1f |\n", part[1], part[2], value, value / median(speed, peer[part[1]]), size[order[i]]
            }
        }' "$work/encoders"
}

export_all() {
    if [[ frames =~ $lines ]]; then measure_frames; fi
    if [[ files =~ $lines ]]; then measure_files; fi
    if [[ encoders =~ $lines ]]; then measure_encoders; fi
}

need export
cd "$work"
in_rounds export_all

printf '\n### Export\n\n%s\n\n' 'Frames and files of 512 x 512, 12 bits in 16, in the system'\''s cache, shown by their window; for encoders, pictures of 2048 x 2048.'
print_export
print_encoders
