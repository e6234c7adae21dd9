#!/bin/bash
# Changing files: 10 KB files against dcmodify (processor time a file, startup not counted), and one large file against cp.
# usage: bench/edit.sh [FOLDER]    a folder for the files, such as /dev/shm or a disk; needs DCMTK and a Release build of src/PSDicom.Cli
set -e
root=$(cd "$(dirname "$0")/.." && pwd)
psdicom="dotnet $root/src/PSDicom.Cli/bin/Release/net8.0/psdicom.dll"
work=$(mktemp -d "${1:-/tmp}/psdicom-edit.XXXXXX")
trap 'rm -rf "$work"' EXIT
sample=$root/samples/ct/slice-1.dcm

make_files() { rm -rf "$work/files"; mkdir "$work/files"; for i in $(seq "$1"); do mkdir "$work/files/$i"; for k in $(seq 1000); do cp "$sample" "$work/files/$i/$k.dcm"; done; done; }
processor() { local times; times=$( { TIMEFORMAT='%U %S'; time "$@" > /dev/null 2>&1; } 2>&1 ); awk '{ print $1 + $2 }' <<< "$times"; }

make_files 4;  few=$(processor $psdicom set -r "$work/files" --tag PatientID=CHANGED --in-place)
make_files 16; many=$(processor $psdicom set -r "$work/files" --tag PatientID=CHANGED --in-place)
awk -v a="$few" -v b="$many" 'BEGIN { printf "psdicom set --in-place  %.3f ms of processor time a file (%.2f s for 16,000 files with startup)\n", (b - a) / 12, b }'
make_files 16; peer=$(processor sh -c "find '$work/files' -name '*.dcm' | xargs dcmodify -nb -q -i 0010,0020=CHANGED")
awk -v a="$peer" 'BEGIN { printf "dcmodify                %.3f ms\n", a / 16 }'
rm -rf "$work/files"

python3 - "$sample" "$work/large.dcm" <<'PY'
import struct, sys
source = open(sys.argv[1], 'rb').read()
head = source[:source.index(b'\xe0\x7f\x10\x00')]
with open(sys.argv[2], 'wb') as target:
    target.write(head + b'\xe0\x7f\x10\x00OW\0\0' + struct.pack('<I', 600 << 20))
    for _ in range(600): target.write(bytes(range(256)) * 4096)
PY
sync
median() { for _ in 1 2 3 4 5; do /usr/bin/time -f '%e' "$@" 2>&1 > /dev/null | tail -1; done | sort -n | sed -n 3p; }
echo "600 MB: cp and sync     $(median sh -c "cp '$work/large.dcm' '$work/copy.dcm'; sync -d '$work/copy.dcm'") s"
echo "600 MB: longer value    $(median sh -c "$psdicom set '$work/large.dcm' --tag PatientID=LONGER\$(date +%N) --in-place") s"
/usr/bin/time -f 'memory                  %M KB' $psdicom set "$work/large.dcm" --tag PatientID=LAST --in-place > /dev/null
