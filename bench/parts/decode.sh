#!/usr/bin/env bash
# Decodes the same codestreams with PSDicom and with the C and C++ libraries for each format. --lines takes the names of codestreams.
# One thread is measured in processor time, which other programs disturb less; several threads in elapsed time.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
# shellcheck source-path=SCRIPTDIR source=codestreams.sh
. "$(dirname "$0")/codestreams.sh"

make_decoders() {
    local flags=(-O2 -Wall -Wextra) from=$bench/peers openjpeg
    read -r -a openjpeg <<< "$(pkg-config --cflags --libs libopenjp2)"
    gcc "${flags[@]}" -o "$work/libjpeg" "$from/decode_libjpeg.c" -ljpeg
    gcc "${flags[@]}" -o "$work/charls" "$from/decode_charls.c" -lcharls
    gcc "${flags[@]}" -o "$work/openjpeg" "$from/decode_openjpeg.c" "${openjpeg[@]}"
    g++ "${flags[@]}" -o "$work/openjph" "$from/decode_openjph.cpp" -lopenjph
    g++ "${flags[@]}" -o "$work/dcmtk" "$from/decode_dcmtk.cpp" -ldcmjpeg -ldcmjpls -ldcmdata -loflog -lofstd
    g++ "${flags[@]}" -isystem "$(echo /usr/include/gdcm-*)" -o "$work/gdcm" "$from/decode_gdcm.cpp" -lgdcmMSFF -lgdcmDSED -lgdcmCommon
}

# measure STREAM DECODER THREADS COMMAND...
measure() {
    local stream=$1 decoder=$2 thread_count=$3 values
    shift 3
    timed "$decoder of $stream" "$@"
    read -r -a values < <(tail -n 1 "$out/stdout")
    keep decoded "$stream $decoder $thread_count" "${values[@]}"
}

# Lossless samples must equal the picture; those of a lossy codestream must be close to those of the first peer.
check() {
    local stream=$1 bytes=$2 largest=$3 mean=$4 reference=$5 decoder=$6 found
    found=$(dotnet "$decode" differ "$reference" samples "$bytes")
    awk -v largest="$largest" -v mean="$mean" '{ exit !($1 <= largest && $2 <= mean) }' <<< "$found" ||
        die "$stream: samples of $decoder differ by up to $found on average; $largest and $mean are allowed."
    keep differences "$stream" "$decoder" "$found"
}

# measure_ours DECODER PROGRAM COMMAND THREADS: the codestream of decode_all. The runtime uses the processors it sees, and with a single one
# it would optimize later.
measure_ours() {
    measure "$name" "$1" "$4" env DOTNET_PROCESSOR_COUNT="$4" DOTNET_TC_DelaySingleProcMultiplier=1 \
        dotnet "$2" "$3" "1.2.840.10008.1.2.$syntax" "$(bytes "$picture")" "$name.bits" samples "$seconds" "$4"
    check "$name" "$(bytes "$picture")" "$largest" "$mean" "$reference" "$1"
}

decode_all() {
    local name picture syntax largest mean peers peer n reference input counts
    while read -r name picture syntax largest mean peers; do
        [[ $name =~ $lines ]] || continue
        reference=$picture.raw
        [[ $largest == 0 && $name != *-near ]] || reference=''
        for peer in $peers; do
            input=$name.bits counts=1
            if [[ $peer == dcmtk || $peer == gdcm ]]; then input=$name.dcm; fi
            if [[ $peer == openjpeg ]]; then counts=$thread_counts; fi
            for n in $counts; do
                measure "$name" "$peer" "$n" "./$peer" "$input" samples "$seconds" "$n"
                [[ -n $reference ]] || { mv samples "$name.reference"; reference=$name.reference; continue; }
                check "$name" "$(bytes "$picture")" "$largest" "$mean" "$reference" "$peer"
            done
        done
        for n in $thread_counts; do
            measure_ours PSDicom "$decode" decode "$n"
            ((n == 1)) || measure_ours PSDicom-one-frame "$decode" decode-one "$n"
        done
        measure_ours PSDicom-netstandard2.0 "$decode_standard" decode 1
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
    awk -F '\t' -v sizes="$(bits_a_sample)" "$awk_median"'
        { i = note($1); processor[$1, i] = $2 / $3 / 1e6; clock[$1, i] = $2 / $4 / 1e6; first[$1, i] = $5 * 1000; allocated[$1] = $7 / 1e6 }
        function speed(key, threads) { return threads == 1 ? median(processor, key) : median(clock, key) }
        END {
            count = split(sizes, lines, "\n")
            for (i = 1; i <= count; i++) { split(lines[i], words, " "); bits[words[1]] = words[2] / 100 }
            for (i = 1; i <= keys; i++) {
                split(order[i], part, " ")
                value = speed(order[i], part[3])
                if (part[2] !~ /^PSDicom/ && value > fastest[part[1], part[3]]) fastest[part[1], part[3]] = value
            }
            print "| codestream | bits a sample | decoder | threads | MB a second | of the fastest peer |"
            print "|---|--:|---|--:|--:|--:|"
            for (i = 1; i <= keys; i++) {
                split(order[i], part, " ")
                if (part[2] ~ /netstandard/) continue
                value = speed(order[i], part[3])
                peer = fastest[part[1], part[3]]
                printf "| %s | %.2f | %s | %d | %.0f | %s |\n", part[1], bits[part[1]], part[2], part[3], value, peer ? sprintf("%.2f", value / peer) : ""
            }
            print "\n| PSDicom, codestream | first frame of a process, ms of the processor | allocated for a frame, MB | netstandard2.0 build, MB a second | times slower |"
            print "|---|--:|--:|--:|--:|"
            for (i = 1; i <= keys; i++) {
                split(order[i], part, " ")
                if (part[2] != "PSDicom" || part[3] != 1) continue
                standard = median(processor, part[1] " PSDicom-netstandard2.0 1")
                printf "| %s | %.0f | %.2f | %.0f | %.2f |\n", part[1], median(first, order[i]), allocated[order[i]], standard,
                    median(processor, order[i]) / standard
            }
        }' decoded
}

need decode decoders
cd "$work"
need codestreams
in_rounds decode_all

printf '\n### Decoding\n\n%s\n\n' "One picture of 2048 x 2048, 12-bit grey in 16, 8-bit grey or 8-bit colour; the fastest frame of $seconds s."
print_speed
printf '\nLargest and mean difference from the samples of the first peer, where there is one: %s.\n' "$(sort -u differences | awk -F '\t' '
    $3 != "0 0.0000" { list = list (list ? "; " : "") $1 " " $2 " " $3 }
    END { print list ? list : "none" }')"
