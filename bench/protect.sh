#!/bin/bash
# De-identifying: psdicom protect against gdcmanon (GDCM), in the same run: small files, and the corpus of real files.
# usage: bench/protect.sh [FOLDER] [CORPUS]   a folder for the files, such as /dev/shm or a disk, and a folder of DICOM files (../shared/corpus)
# Needs GDCM, openssl and a Release build of src/PSDicom.Cli; counts files written, elapsed and processor time, with startup.
# They do not do the same work. gdcmanon -e replaces 47 attributes (PS3.15 of 2008) and stores the old values encrypted; it keeps dates, private
# elements and overlays. psdicom protect decides about every element at every depth (PS3.15 of today), makes keyed pseudonyms, and reads each copy
# again; with --clean PixelData it also decodes, blacks and encodes frames, and compares them. gdcmanon writes with one thread.
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
corpus=${2:-$root/../shared/corpus}
work=$(mktemp -d "${1:-/tmp}/psdicom-protect.XXXXXX")
trap 'rm -rf "$work"' EXIT
psdicom="dotnet $root/src/PSDicom.Cli/bin/Release/net8.0/psdicom.dll protect --recurse --key-path $work/key --quiet"
head -c 32 /dev/urandom > "$work/key"
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=bench -keyout "$work/secret.pem" -out "$work/certificate.pem" 2> /dev/null

# line NAME COMMAND...: runs it once, with its files in $work/out.
line() {
    local name=$1 times
    shift
    rm -rf "$work/out"
    mkdir "$work/out"
    times=$( { TIMEFORMAT='%R %U %S'; time "$@" > /dev/null 2>&1; } 2>&1 ) || true
    awk -v name="$name" -v files="$(find "$work/out" -type f | wc -l)" \
        '{ printf "%-44s %6d files  %7.2f s elapsed  %7.2f s processor  %8.0f files/s  %8.0f files/processor s\n", name, files, $1, $2 + $3, files / $1, files / ($2 + $3) }' <<< "$times"
}

each_by_gdcmanon() {
    local number=0 file
    while read -r file; do number=$((number + 1)); gdcmanon -e -c "$work/certificate.pem" -i "$file" -o "$work/out/$number" || true; done < <(find "$1" -type f)
}

# compare NAME FOLDER: the same files, by both.
compare() {
    echo "$1: $(find "$2" -type f | wc -l) files, $(du -sm "$2" | cut -f1) MB"
    # A file that it cannot read ends gdcmanon in spite of --continue; then it is started for each file, which costs it time.
    line 'gdcmanon -e' gdcmanon -e -r --continue -c "$work/certificate.pem" -i "$2" -o "$work/out"
    if (($(find "$work/out" -type f | wc -l) < $(find "$2" -type f | wc -l) / 2)); then line 'gdcmanon -e, a process a file' each_by_gdcmanon "$2"; fi
    line 'psdicom protect --throttle-limit 1' $psdicom "$2" -o "$work/out" --clean StructuredContent --clean Graphics --allow-burned-in --throttle-limit 1
    line 'psdicom protect' $psdicom "$2" -o "$work/out" --clean StructuredContent --clean Graphics --allow-burned-in
    line 'psdicom protect --clean PixelData' $psdicom "$2" -o "$work/out" --clean StructuredContent --clean Graphics --clean PixelData --allow-burned-in
}

# Each copy needs an instance of its own: the names of copies are made of the identifiers.
mkdir "$work/small"
python3 - "$root/samples/ct/slice-1.dcm" "$work/small" 10000 <<'PY'
import sys
source = open(sys.argv[1], 'rb').read()
start = source.index(b'\x08\x00\x18\x00UI') + 8
length = int.from_bytes(source[start - 2:start], 'little')
uid = source[start:start + length].rstrip(b'\0')
for number in range(int(sys.argv[3])):
    new = uid[:-5] + b'%05d' % (10000 + number)
    open(f'{sys.argv[2]}/{number}.dcm', 'wb').write(source.replace(uid, new))
PY
compare 'small files' "$work/small"
if [[ -d $corpus ]]; then compare 'corpus' "$corpus"; fi
