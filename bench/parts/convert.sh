#!/usr/bin/env bash
# Conversion of whole files to other transfer syntaxes: psdicom convert, which decodes each lossless frame again and compares it, beside the
# programs of GDCM and DCMTK, which do not: as dotnet psdicom.dll, which compiles its code first, and as a native program. --lines takes the
# names of conversions.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"

# Frames of 512 x 512 of 12 bits in 16: half a megabyte each.
frames=100 frames_of_gigabyte=2048

conversions='
jpegls        JpegLsLossless   gdcmconv --jpegls          dcmcjpls +el
jpeg-lossless JpegLossless     gdcmconv --jpeg            dcmcjpeg +e1
rle           RleLossless      gdcmconv --rle             dcmcrle
j2k           Jpeg2000Lossless gdcmconv --j2k
htj2k         HTJ2KLossless'

make_frames() { dotnet "$decode" series "$work/series" "$frames" 0; }

# measure CONVERSION PROGRAM COMMAND...
measure() {
    local conversion=$1 program=$2
    shift 2
    rm -f "$work/converted.dcm"
    timed "$program to $conversion" "$@"
    keep converted "$conversion $program" "$processor" "$elapsed" "$peak" "$(stat -c %s "$work/converted.dcm")"
}

# ours CONVERSION FILE SYNTAX THREADS NAME PROGRAM...
ours() { measure "$1" "$5" env DOTNET_PROCESSOR_COUNT="$4" "${@:6}" convert "$2" --transfer-syntax "$3" --destination "$work/converted.dcm" --throttle-limit "$4"; }

convert_all() {
    local name syntax gdcm gdcm_option dcmtk dcmtk_option input=$work/series/frames.dcm
    while read -r name syntax gdcm gdcm_option dcmtk dcmtk_option; do
        [[ $name =~ $lines ]] || continue
        [[ -z $gdcm ]] || measure "$name" gdcmconv "$gdcm" "$gdcm_option" "$input" "$work/converted.dcm"
        # shellcheck disable=SC2086
        [[ -z $dcmtk ]] || measure "$name" "$dcmtk" "$dcmtk" $dcmtk_option "$input" "$work/converted.dcm"
        ours "$name" "$input" "$syntax" 1 psdicom dotnet "$psdicom_dll"
        ours "$name" "$input" "$syntax" 1 psdicom-native "$psdicom"
    done <<< "${conversions:1}"
}

print_converted() {
    awk -F '\t' "$awk_median"'
        { i = note($1); used[$1, i] = $2; took[$1, i] = $3; most[$1, i] = $4; size[$1] = $5 }
        END {
            for (i = 1; i <= keys; i++) {
                split(order[i], part, " ")
                least = 0
                for (j = 1; j <= times[order[i]]; j++) if (!least || used[order[i], j] < least) least = used[order[i], j]
                time_of[order[i]] = least
                if (part[2] !~ /^psdicom/ && (!fastest[part[1]] || least < fastest[part[1]])) fastest[part[1]] = least
            }
            print "| to | program | s of the processor | speed, of the fastest peer | peak memory, MB | size, MB |"
            print "|---|---|--:|--:|--:|--:|"
            for (i = 1; i <= keys; i++) {
                split(order[i], part, " ")
                printf "| %s | %s | %.2f | %s | %.0f | %.2f |\n", part[1], part[2], time_of[order[i]],
                    fastest[part[1]] ? sprintf("%.2f", fastest[part[1]] / time_of[order[i]]) : "", median(most, order[i]) / 1024, size[order[i]] / 1e6
            }
        }' converted
}

# The same frames, and twenty times as many: memory must not grow with them.
print_gigabyte() {
    [[ gigabyte =~ $lines ]] || return 0
    dotnet "$decode" series "$work/gigabyte" "$frames_of_gigabyte" 0
    local syntax
    echo "| $frames_of_gigabyte frames, $(($(stat -c %s "$work/gigabyte/frames.dcm") / 1000000)) MB, on $threads threads, to | s | MB a second | peak memory, MB |"
    echo '|---|--:|--:|--:|'
    for syntax in JpegLsLossless HTJ2KLossless RleLossless; do
        ours gigabyte "$work/gigabyte/frames.dcm" "$syntax" "$threads" psdicom dotnet "$psdicom_dll"
        awk -v syntax="$syntax" -v took="$elapsed" -v peak="$peak" -v bytes="$(stat -c %s "$work/gigabyte/frames.dcm")" \
            'BEGIN { printf "| %s | %.1f | %.0f | %.0f |\n", syntax, took, bytes / took / 1e6, peak / 1024 }'
    done
    rm -rf "$work/gigabyte"
}

need decode psdicom native
cd "$work"
need frames
in_rounds convert_all

printf '\n### Converting files\n\n%s\n\n' "$frames frames of 512 x 512, 12 bits in 16, $(($(stat -c %s "$work/series/frames.dcm") / 1000000)) MB; one thread; the least of $rounds rounds."
print_converted
echo
print_gigabyte
