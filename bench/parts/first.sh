#!/usr/bin/env bash
# The first use of each codec and each writer: in a shell compared with later uses, as a whole process with opj_decompress and dcmj2pnm.
# --lines takes the names of codestreams and formats.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
# shellcheck source-path=SCRIPTDIR source=codestreams.sh
. "$(dirname "$0")/codestreams.sh"

# FORMAT, its source file, the option of dcmj2pnm.
formats='
PNG   grey12.dcm           +on
JPEG  grey12.dcm           +oj
TIFF  grey12.dcm           -
GIF   grey12.dcm           -
BMP   grey12.dcm           +ob
NPY   grey12.dcm           -
PNG   jpeg-colour-420.dcm  +on
JPEG  jpeg-colour-420.dcm  +oj
TIFF  jpeg-colour-420.dcm  -
GIF   jpeg-colour-420.dcm  -
BMP   jpeg-colour-420.dcm  +ob'

# process LINE BY COMMAND...
process() {
    local line=$1 by=$2
    shift 2
    timed "$by: $line" "$@"
    keep processes "$line" "$by" "$elapsed" "$processor"
}

# shell LINE ARGUMENT...: of first.ps1.
shell() {
    local line=$1
    shift
    has_pwsh || return 0
    timed "$line in a shell" pwsh -NoProfile -File "$bench/first.ps1" "$@"
    # shellcheck disable=SC2046
    keep shells "$line" $(tail -n 1 "$out/stdout")
}

decode_first() {
    local name picture syntax rest
    while read -r name picture syntax rest; do
        [[ $name =~ $lines ]] || continue
        shell "$name" -Path "$name.dcm"
        process "$name" psdicom.dll dotnet "$psdicom_dll" frames --sha256 "$name.dcm"
        process "$name" native "$psdicom" frames --sha256 "$name.dcm"
        if [[ $name =~ 2k-|2000- ]]; then process "$name" opj_decompress opj_decompress -i "$name".j2? -o peer.raw
        elif [[ -n $picture && $name != jpegls-* ]]; then process "$name" dcmj2pnm dcmj2pnm "$name.dcm" peer.pnm
        fi
    done <<< "${codestreams:1}
deflated             grey12"
}

write_first() {
    local format file option
    while read -r format file option; do
        local line="$format of $file"
        [[ $line =~ $lines ]] || continue
        shell "$line" -Path "$file" -Format "$format" -Destination pictures
        process "$line" psdicom.dll dotnet "$psdicom_dll" export --format "$format" --destination pictures --force "$file"
        process "$line" native "$psdicom" export --format "$format" --destination pictures --force "$file"
        [[ $option == - ]] || process "$line" dcmj2pnm dcmj2pnm "$option" "$file" peer.picture
    done <<< "${formats:1}"
}

print_shells() {
    [[ -s shells ]] || return 0
    awk -F '\t' "$awk_median"'
        { i = note($1); clock[$1, i] = $2; processor[$1, i] = $3; warm[$1, i] = $4; warmProcessor[$1, i] = $5 }
        END {
            print "| in a shell | first, ms by the clock | of processors | later, ms by the clock | of processors | more than 1.5 times later, ms of processors |"
            print "|---|--:|--:|--:|--:|--:|"
            for (k = 1; k <= keys; k++) {
                key = order[k]
                printf "| %s | %.0f | %.0f | %.0f | %.0f | %.0f |\n", key, median(clock, key), median(processor, key), median(warm, key),
                    median(warmProcessor, key), median(processor, key) - 1.5 * median(warmProcessor, key)
            }
            print ""
        }' shells
}

print_processes() {
    awk -F '\t' "$awk_median"'
        { i = note($1 FS $2); taken[$1 FS $2, i] = $3 * 1000; processor[$1 FS $2, i] = $4 * 1000; if (!seen[$1]++) list[++count] = $1 }
        function cell(line, by,  key) {
            key = line FS by
            return times[key] ? sprintf("%.0f (%.0f)", median(taken, key), median(processor, key)) : ""
        }
        END {
            print "| whole process, ms by the clock (of processors) | dotnet psdicom.dll | psdicom, native | opj_decompress | dcmj2pnm |"
            print "|---|--:|--:|--:|--:|"
            for (k = 1; k <= count; k++)
                printf "| %s | %s | %s | %s | %s |\n", list[k], cell(list[k], "psdicom.dll"), cell(list[k], "native"), cell(list[k], "opj_decompress"),
                    cell(list[k], "dcmj2pnm")
        }' processes
}

need decode psdicom native
if has_pwsh; then need module; fi
cd "$work"
need codestreams
mkdir -p pictures
[[ -f deflated.dcm ]] || dcmconv +td grey12.dcm deflated.dcm
in_rounds decode_first
in_rounds write_first

printf '\n### First use\n\n%s\n\n' 'One picture of 2048 x 2048, decoded or written for the first time in a process.'
print_shells
print_processes
