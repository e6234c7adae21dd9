#!/usr/bin/env bash
# Decodes the same codestreams with PSDicom and with the C and C++ libraries for each format, in turn, and prints how many MB of samples a
# second each gives; then how much memory PSDicom needs for the frames of a file of 2 GB.
#
#   bash bench/decode.sh [--rounds N] [--seconds N] [--only REGEX] [--output FILE]
#
#   --rounds N     how often each is measured (5); the table has the medians
#   --seconds N    how long each decodes in a round (2); the fastest frame counts
#   --only REGEX   measures only codestreams whose name matches, as the list below has them, or "memory"
#   --output FILE  writes the tables there too, as Markdown
#
# One thread is measured by the time that a processor worked for it, which other programs disturb less; several threads by the clock.
# Needs the .NET SDK. On Debian it installs what else is missing (as root).
set -euo pipefail
export LC_ALL=C DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
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

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
threads=$(nproc)
decode=$bench/PSDicom.Decode/bin/Release/net8.0/PSDicom.Decode.dll
psdicom=$bench/../src/PSDicom.Cli/bin/Release/net8.0/psdicom.dll

# NAME, the picture, transfer syntax without 1.2.840.10008.1.2., how far samples may be apart (largest; mean), peers.
codestreams='
jpeg-grey            grey8   4.50   1 0.1   libjpeg dcmtk gdcm
jpeg-progressive     grey8   4.55   1 0.1   libjpeg
jpeg-colour-444      colour  4.50   1 0.1   libjpeg dcmtk gdcm
jpeg-colour-420      colour  4.50   1 0.1   libjpeg dcmtk gdcm
jpeg-extended-12     grey12  4.51   1 0.1   dcmtk gdcm
jpeg-lossless        grey12  4.70   0 0     dcmtk gdcm
jpegls-lossless      grey12  4.80   0 0     charls dcmtk
jpegls-near          grey12  4.81   0 0     charls dcmtk
jpeg2000-lossless    grey12  4.90   0 0     openjpeg
jpeg2000-lossy       grey12  4.91   1 0.1   openjpeg
htj2k-lossless       grey12  4.201  0 0     openjph openjpeg
htj2k-lossy          grey12  4.203  1 0.1   openjph openjpeg
rle                  grey12  5      0 0     dcmtk gdcm'

install_peers() {
    local package missing=()
    for package in gcc g++ libc6-dev pkg-config time dcmtk libdcmtk-dev libgdcm-dev libjpeg-turbo-progs libjpeg62-turbo-dev libcharls-dev \
        libopenjp2-tools libopenjp2-7-dev openjph-tools libopenjph-dev; do
        [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2> /dev/null) == ii* ]] || missing+=("$package")
    done
    ((${#missing[@]} == 0)) && return
    echo "Installing ${missing[*]}" >&2
    { apt-get update && apt-get install --yes --no-install-recommends "${missing[@]}"; } > "$work/log" 2>&1 ||
        { cat "$work/log" >&2; echo "Install them: ${missing[*]}" >&2; exit 1; }
}

build() {
    local project flags=(-O2 -Wall -Wextra)
    for project in bench/PSDicom.Decode src/PSDicom.Cli; do
        dotnet build "$bench/../$project" --configuration Release > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    done
    cd "$bench/peers"
    gcc "${flags[@]}" -o "$work/libjpeg" decode_libjpeg.c -ljpeg
    gcc "${flags[@]}" -o "$work/charls" decode_charls.c -lcharls
    # shellcheck disable=SC2046
    gcc "${flags[@]}" -o "$work/openjpeg" decode_openjpeg.c $(pkg-config --cflags --libs libopenjp2)
    g++ "${flags[@]}" -o "$work/openjph" decode_openjph.cpp -lopenjph
    g++ "${flags[@]}" -o "$work/dcmtk" decode_dcmtk.cpp -ldcmjpeg -ldcmjpls -ldcmdata -loflog -lofstd
    g++ "${flags[@]}" -isystem "$(echo /usr/include/gdcm-*)" -o "$work/gdcm" decode_gdcm.cpp -lgdcmMSFF -lgdcmDSED -lgdcmCommon
    cd "$work"
}

# Each codestream is NAME.bits; those of which DCMTK and GDCM are measured are in NAME.dcm too.
encode() {
    local name picture syntax rest
    dotnet "$decode" make "$work"
    {
        cjpeg -quality 95 -outfile jpeg-grey.bits grey8.pgm
        cjpeg -quality 95 -progressive -outfile jpeg-progressive.bits grey8.pgm
        cjpeg -quality 95 -sample 1x1 -outfile jpeg-colour-444.bits colour.ppm
        cjpeg -quality 95 -sample 2x2 -outfile jpeg-colour-420.bits colour.ppm
        dcmcjpeg +ee +q 90 grey12.dcm jpeg-extended-12.dcm
        dcmcjpeg +e1 grey12.dcm jpeg-lossless.dcm
        dcmcjpls +el grey12.dcm jpegls-lossless.dcm
        dcmcjpls +en +md 2 grey12.dcm jpegls-near.dcm
        dcmcrle grey12.dcm rle.dcm
        opj_compress -i grey12.pgm -o jpeg2000-lossless.j2k
        opj_compress -i grey12.pgm -o jpeg2000-lossy.j2k -I -r 10
        ojph_compress -i grey12.pgm -o htj2k-lossless.j2c -reversible true
        ojph_compress -i grey12.pgm -o htj2k-lossy.j2c -qstep 0.001
    } > log 2>&1 || { cat log >&2; exit 1; }
    while read -r name picture syntax rest; do
        if [[ -f $name.dcm ]]; then dotnet "$decode" unwrap "$name.dcm" "$name.bits"
        elif [[ -f $name.bits ]]; then dotnet "$decode" wrap "1.2.840.10008.1.2.$syntax" "$(samples "$picture")" "$name.bits" "$name.dcm"
        else mv "$name".j2? "$name.bits"
        fi
    done <<< "${codestreams:1}"
}

samples() { if [[ $1 == colour ]]; then echo 3; else echo 1; fi; }

bytes() { if [[ $1 == grey12 ]]; then echo 2; else echo 1; fi; }

# measure STREAM DECODER THREADS COMMAND...
measure() {
    local stream=$1 decoder=$2 thread_count=$3
    shift 3
    "$@" > line 2> log || { cat log >&2; echo "$decoder failed with $stream." >&2; exit 1; }
    awk -v OFS='\t' -v key="$stream $decoder $thread_count" '{ print key, $1 / $2 / 1e6, $1 / $3 / 1e6, $4 * 1000, $6 / 1e6 }' line >> results
}

# Lossless samples are those of the picture; those of a lossy codestream, near what the first peer makes of it.
check() {
    local stream=$1 bytes=$2 largest=$3 mean=$4 reference=$5 decoder=$6 found
    found=$(dotnet "$decode" differ "$reference" out "$bytes")
    awk -v largest="$largest" -v mean="$mean" '{ exit !($1 <= largest && $2 <= mean) }' <<< "$found" ||
        { echo "$stream: samples of $decoder differ by up to $found on average; $largest and $mean are allowed." >&2; exit 1; }
    printf '%s\t%s\t%s\n' "$stream" "$decoder" "$found" >> differences
}

run_round() {
    local name picture syntax largest mean peers peer n reference
    while read -r name picture syntax largest mean peers; do
        [[ $name =~ $only ]] || continue
        reference=$picture.raw
        [[ $largest == 0 && $name != *-near ]] || reference=''
        for peer in $peers; do
            local input=$name.bits thread_counts=1
            if [[ $peer == dcmtk || $peer == gdcm ]]; then input=$name.dcm; fi
            if [[ $peer == openjpeg ]]; then thread_counts=$(printf '%s\n' 1 "$threads" | uniq); fi
            for n in $thread_counts; do
                measure "$name" "$peer" "$n" "./$peer" "$input" out "$seconds" "$n"
                [[ -n $reference ]] || { mv out "$name.reference"; reference=$name.reference; continue; }
                check "$name" "$(bytes "$picture")" "$largest" "$mean" "$reference" "$peer"
            done
        done
        # The runtime takes what processors it sees, and on a single one would wait longer before it optimises.
        for n in $(printf '%s\n' 1 "$threads" | uniq); do
            measure "$name" PSDicom "$n" \
                env DOTNET_PROCESSOR_COUNT="$n" DOTNET_TC_DelaySingleProcMultiplier=1 dotnet "$decode" decode "1.2.840.10008.1.2.$syntax" "$(bytes "$picture")" "$name.bits" out "$seconds" "$n"
            check "$name" "$(bytes "$picture")" "$largest" "$mean" "$reference" PSDicom
        done
    done <<< "${codestreams:1}"
}

bits_a_sample() {
    local name picture rest
    while read -r name picture rest; do
        echo "$name $(($(stat -c %s "$name.bits") * 800 / (2048 * 2048 * $(samples "$picture"))))"
    done <<< "${codestreams:1}"
}

# The median of each, compared with the fastest peer on as many threads.
print_speed() {
    [[ -s results ]] || return 0
    awk -F '\t' -v sizes="$(bits_a_sample)" '
        { if (!n[$1]++) order[++count] = $1; processor[$1, n[$1]] = $2; clock[$1, n[$1]] = $3; first[$1, n[$1]] = $4; allocated[$1] = $5 }
        function median(values, key,  m, i, j, sorted, swap) {
            m = n[key]
            for (i = 1; i <= m; i++) {
                sorted[i] = values[key, i]
                for (j = i; j > 1 && sorted[j - 1] > sorted[j]; j--) { swap = sorted[j]; sorted[j] = sorted[j - 1]; sorted[j - 1] = swap }
            }
            return m % 2 ? sorted[(m + 1) / 2] : (sorted[m / 2] + sorted[m / 2 + 1]) / 2
        }
        function ratio(value, fastest) { return fastest ? sprintf("%.2f", value / fastest) : "" }
        function speed(key, threads) { return threads == 1 ? median(processor, key) : median(clock, key) }
        END {
            split(sizes, lines, "\n")
            for (i in lines) { split(lines[i], words, " "); bits[words[1]] = words[2] / 100 }
            for (i = 1; i <= count; i++) {
                split(order[i], part, " ")
                if (part[2] == "PSDicom") continue
                value = speed(order[i], part[3])
                if (value > fastest[part[1], part[3]]) fastest[part[1], part[3]] = value
            }
            print "| codestream | bits a sample | decoder | threads | MB a second | of the fastest peer |"
            print "|---|--:|---|--:|--:|--:|"
            for (i = 1; i <= count; i++) {
                split(order[i], part, " ")
                value = speed(order[i], part[3])
                printf "| %s | %.2f | %s | %d | %.0f | %s |\n", part[1], bits[part[1]], part[2], part[3], value, ratio(value, fastest[part[1], part[3]])
            }
            print "\n| PSDicom, codestream | first frame of a process, ms of the processor | allocated for a frame, MB |"
            print "|---|--:|--:|"
            for (i = 1; i <= count; i++) {
                split(order[i], part, " ")
                if (part[2] == "PSDicom" && part[3] == 1) printf "| %s | %.0f | %.2f |\n", part[1], median(first, order[i]), allocated[order[i]]
            }
        }' results
}

# peak COMMAND...: the most memory that a process held, in MB.
peak() {
    /usr/bin/time --format=%M --output=peak "$@" > line 2> log || { cat log >&2; exit 1; }
    awk 'END { printf "%d", $1 / 1024 }' peak
}

# A frame is 8.4 MB. Files are the same but for the number of frames; the hashes of all frames pass through.
print_memory() {
    [[ memory =~ $only ]] || return 0
    local frames
    echo "| peak memory, MB | frame 1 | all frames |"
    echo "|---|--:|--:|"
    for frames in 1 25 250; do
        dotnet "$decode" large "$frames.dcm" "$frames"
        echo "| $frames frames, $(($(stat -c %s "$frames.dcm") / 1000000)) MB | $(peak dotnet "$decode" read "$frames.dcm" 1) | $(
            peak dotnet "$psdicom" frames --sha256 --json "$frames.dcm") |"
        (($(sort -u line | wc -l) == frames)) || { echo "psdicom did not give $frames frames." >&2; exit 1; }
    done
}

print_versions() {
    local package list=''
    for package in libjpeg62-turbo libcharls2 libopenjp2-7 libopenjph-dev dcmtk libgdcm-dev; do
        list+=", $package $(dpkg-query -W -f '${Version}' $package)"
    done
    echo "$threads processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), Linux $(uname -r | cut -d - -f 1), .NET $(
        dotnet --list-runtimes | sed -n 's/^Microsoft.NETCore.App \([^ ]*\).*/\1/p' | tail -n 1)$list."
}

echo 'Preparing' >&2
install_peers
build
encode
: > results
: > differences
for ((round = 1; round <= rounds; round++)); do
    echo "Round $round of $rounds" >&2
    run_round
done

{
    echo "One picture of 2048 x 2048, 12-bit grey in 16, 8-bit grey or 8-bit colour; the fastest frame of $seconds s, medians of $rounds. $(print_versions)"
    echo
    print_speed
    echo
    print_memory
    echo
    echo "Largest and mean difference from the samples of the first peer, where there is one: $(sort -u differences | awk -F '\t' '$3 != "0 0.0000" {
        printf "%s%s %s %s", separator, $1, $2, $3; separator = "; " }')."
} | tee ${output:+"$output"}
