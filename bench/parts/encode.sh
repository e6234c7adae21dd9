#!/usr/bin/env bash
# Encodes the same frames with PSDicom and with the C and C++ libraries for each format. --lines takes the names of codestreams. With
# PSDICOM_ENCODE_FILES="FILE ..." (native, one frame each) these are encoded too, by the encoders of DICOM files.
# One thread, in processor time, which other programs disturb less. opj_compress and ojph_compress are whole programs, with the reading of
# their file.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"

# NAME, the picture, transfer syntax without 1.2.840.10008.1.2., NEAR, quality or r and the ratio, peers.
encoded='
rle                  grey12  5     0   dcmtk gdcm
jpeg-lossless-sv1    grey12  4.70  0   dcmtk gdcm
jpeg-lossless        grey12  4.57  0
jpegls-lossless      grey12  4.80  0   charls dcmtk gdcm
jpegls-near          grey12  4.81  2   charls dcmtk
jpeg-extended-12     grey12  4.51  90  dcmtk
jpeg-baseline        grey8   4.50  90  dcmtk
rle-colour           colour  5     0   dcmtk gdcm
jpeg-lossless-colour colour  4.70  0   dcmtk gdcm
jpegls-colour        colour  4.80  0   charls
jpeg-colour-422      colour  4.50  90  dcmtk
j2k-lossless         grey12  4.90  0   openjpeg
j2k-ratio-10         grey12  4.91  r10 openjpeg
htj2k-lossless       grey12  4.201 0   openjph
deflated-frame       grey12  8.1   0'

side=2048

make_encoders() {
    local flags=(-O2 -Wall -Wextra) from=$bench/peers
    gcc "${flags[@]}" -o "$work/encode_charls" "$from/encode_charls.c" -lcharls
    g++ "${flags[@]}" -o "$work/encode_dcmtk" "$from/encode_dcmtk.cpp" -ldcmjpeg -ldcmjpls -ldcmdata -loflog -lofstd
    g++ "${flags[@]}" -isystem "$(echo /usr/include/gdcm-*)" -o "$work/encode_gdcm" "$from/encode_gdcm.cpp" -lgdcmMSFF -lgdcmDSED -lgdcmCommon
    dotnet "$decode" make "$work"
    dotnet "$decode" wrap-native 1 8 grey8.raw "$work/grey8.dcm"
    dotnet "$decode" wrap-native 3 8 colour.raw "$work/colour.dcm"
    ln -sf grey12.raw grey12.rawl
}

samples() { if [[ $1 == colour ]]; then echo 3; else echo 1; fi; }

bits() { if [[ $1 == grey12 ]]; then echo 12; else echo 8; fi; }

# measure STREAM ENCODER LENGTH COMMAND...: LENGTH bytes of samples; the codestream is in the file codestream.
measure() {
    local stream=$1 encoder=$2 length=$3 values
    shift 3
    timed "$encoder of $stream" "$@"
    read -r -a values < <(tail -n 1 "$out/stdout")
    keep encoded "$stream $encoder" "$length" "${values[1]}" "${values[3]}" "$(stat -c %s codestream)"
}

# program STREAM ENCODER LENGTH COMMAND...: a whole program that writes the file codestream.j2k or codestream.j2c.
program() {
    local stream=$1 encoder=$2 length=$3
    shift 3
    rm -f codestream.j2?
    timed "$encoder of $stream" "$@"
    keep encoded "$stream $encoder" "$length" "$processor" "$processor" "$(stat -c %s codestream.j2?)"
}

openjpeg() {
    local -a command=(opj_compress -i "$2.rawl" -F "$side,$side,1,$(bits "$2"),u" -o codestream.j2k -threads 1)
    # Its ratio is that of the bits that are stored.
    [[ $4 != r* ]] || command+=(-I -r "$(awk "BEGIN { print ${4#r} * $(bits "$2") / 16 }")")
    program "$1" opj_compress "$3" "${command[@]}"
}

openjph() {
    program "$1" ojph_compress "$3" ojph_compress -i "$2.raw" -dims "{$side,$side}" -num_comps 1 -signed false -bit_depth "$(bits "$2")" -downsamp '{1,1}' \
        -reversible true -o codestream.j2c
}

# Lossless codestreams of ours must decode to the samples: PSDicom.Decode checks that before it measures.
encode_all() {
    local name picture syntax option peers peer length file
    while read -r name picture syntax option peers; do
        [[ $name =~ $lines ]] || continue
        length=$((side * side * $(samples "$picture") * ($(bits "$picture") > 8 ? 2 : 1)))
        for peer in $peers; do
            case $peer in
                charls) measure "$name" charls "$length" ./encode_charls "$picture.raw" codestream "$seconds" "$side" "$(samples "$picture")" "$(bits "$picture")" "$option" ;;
                dcmtk) measure "$name" dcmtk "$length" ./encode_dcmtk "$picture.dcm" codestream "$seconds" "$syntax" "$option" ;;
                openjpeg | openjph) "$peer" "$name" "$picture" "$length" "$option" ;;
                gdcm) measure "$name" gdcm "$length" ./encode_gdcm "$picture.dcm" codestream "$seconds" "$syntax" ;;
            esac
        done
        measure_ours "$name" "$picture.dcm" "$syntax" "$option" "$length"
        for file in ${PSDICOM_ENCODE_FILES:-}; do
            [[ $picture == grey12 && $option == 0 && $syntax != 4.90 && $syntax != 4.201 ]] || continue
            length=$(dotnet "$decode" encode-frame "1.2.840.10008.1.2.$syntax" "$file" codestream 0 1 | awk '{ print $1 }')
            for peer in $peers; do
                [[ $peer == charls ]] || measure "$name-$(basename "$file" .dcm)" "$peer" "$length" "./encode_$peer" "$file" codestream "$seconds" "$syntax" "$option"
            done
            measure_ours "$name-$(basename "$file" .dcm)" "$file" "$syntax" "$option" "$length"
        done
    done <<< "${encoded:1}"
}

# measure_ours NAME FILE SYNTAX OPTION LENGTH. The runtime uses the processors it sees, and with a single one it would optimize later.
measure_ours() {
    local -a command=(encode-frame "1.2.840.10008.1.2.$3" "$2" codestream "$seconds" 1)
    [[ $4 == 0 ]] || command+=("$4")
    measure "$1" PSDicom "$5" env DOTNET_PROCESSOR_COUNT=1 DOTNET_TC_DelaySingleProcMultiplier=1 dotnet "$decode" "${command[@]}"
    measure "$1" PSDicom-netstandard2.0 "$5" env DOTNET_PROCESSOR_COUNT=1 DOTNET_TC_DelaySingleProcMultiplier=1 dotnet "$decode_standard" "${command[@]}"
}

# The median of each, compared with the fastest and the smallest peer.
print_speed() {
    awk -F '\t' "$awk_median"'
        { i = note($1); speed[$1, i] = $2 / $3 / 1e6; first[$1, i] = $4 * 1000; length_of[$1] = $2; size[$1] = $5 }
        END {
            for (i = 1; i <= keys; i++) {
                split(order[i], part, " ")
                if (part[2] ~ /^PSDicom/) continue
                value = median(speed, order[i])
                if (value > fastest[part[1]]) fastest[part[1]] = value
                if (!smallest[part[1]] || size[order[i]] < smallest[part[1]]) smallest[part[1]] = size[order[i]]
            }
            print "| codestream | encoder | MB a second | of the fastest peer | size, % of the samples | of the smallest peer | first frame, ms |"
            print "|---|---|--:|--:|--:|--:|--:|"
            for (i = 1; i <= keys; i++) {
                split(order[i], part, " ")
                value = median(speed, order[i])
                printf "| %s | %s | %.0f | %s | %.2f | %s | %.0f |\n", part[1], part[2], value,
                    fastest[part[1]] ? sprintf("%.2f", value / fastest[part[1]]) : "", size[order[i]] / length_of[order[i]] * 100,
                    smallest[part[1]] ? sprintf("%.4f", size[order[i]] / smallest[part[1]]) : "", median(first, order[i])
            }
        }' encoded
}

need decode
cd "$work"
need encoders
in_rounds encode_all

printf '\n### Encoding\n\n%s\n\n' "One picture of $side x $side, 12-bit grey in 16, 8-bit grey or 8-bit colour; one thread; the fastest frame of $seconds s."
print_speed
