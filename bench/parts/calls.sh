#!/usr/bin/env bash
# System calls and bytes read per header, compared with its size: counted by strace, only for calls on the files.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
need header_scan floor psdicom native files

# Only some of each kind: strace stops a program at each call.
few=$work/few
link_folders "$few" 12
find "$few" -name '00[2-9]?.dcm' -delete
count=$(find "$few" -type f | wc -l)

# row WHAT COMMAND...: calls that name or use a file, by kind; and the bytes read.
row() {
    local what=$1
    shift
    rm -rf "$work/calls"
    mkdir "$work/calls"
    timed "$what" strace -ff -y -s 0 -e trace=%file,%desc -o "$work/calls/of" "$@"
    cat "$work"/calls/of.* | grep -a '\.dcm[">]' | awk -v what="$what" -v files="$count" '
        / = -1 E/ { next }
        {
            name = substr($0, 1, index($0, "(") - 1)
            calls[name]++
            all++
            if (name ~ /^p?read(64)?$/) bytes += $NF
        }
        END {
            count = split("openat open read pread64 lseek fstat newfstatat statx stat flock mmap fadvise64 ioctl fcntl close", names, " ")
            for (i = 1; i <= count; i++) {
                if (calls[names[i]] / files < 0.005) continue
                list = list (list ? ", " : "") sprintf("%s %.2f", names[i], calls[names[i]] / files)
                listed += calls[names[i]]
            }
            if (all - listed > files * 0.005) list = list sprintf(", others %.2f", (all - listed) / files)
            printf "| %s | %.2f | %.1f | %s |\n", what, all / files, bytes / files / 1024, list
        }'
}

printf '\n### Calls and bytes\n\n%s\n\n' "$count files; calls to the system that name or use one, for each file; those that fail are left out."
dotnet "$header_scan" sizes "$few" | awk -F ' *[|] *' '$2 == "all" { printf "The last of four tags ends after %s KB on average, the header after %s KB, the file after %s KB.\n\n", $5, $6, $7 }'
echo '| what | calls | KB read | which calls |'
echo '|---|--:|--:|---|'
row 'Floor: open, read 4 KB, close, in C' "$work/floor" "$few" 1
row 'PSDicom.Core, four tags' dotnet "$header_scan" four "$few" 1 1
row 'psdicom tags --json, native, four tags' "$psdicom" tags --recurse --json "${four[@]}" "$few"
row 'gdcmscanner --table, four tags' gdcmscanner -d "$few" -r --table -t 10,20 -t 8,60 -t 8,20 -t 20,e -p
row 'dcmdump -M +st +P, four tags' dcmdump -q -M +F +st 0020,000e +P 0010,0020 +P 0008,0060 +P 0008,0020 +P 0020,000e +sd +r "$few"
row 'pydicom dcmread(specific_tags), four tags' "$python" "$bench/peers/pydicom_scan.py" "$few" 1
row 'PSDicom.Core, all tags' dotnet "$header_scan" all "$few" 1 1
row 'psdicom tags --nested --json, native, all tags and a hash of the pixels' "$psdicom" tags --recurse --nested --json "$few"
row 'gdcmdump, all tags' gdcmdump -r "$few"
row 'dcmdump -M +sb, all tags' dcmdump -q -M +sb 7fe0,0010 +sd +r "$few"
timed PSDicom.Core dotnet "$header_scan" four "$few" 1 4
allocated=$(field 4)
timed PSDicom.Core dotnet "$header_scan" all "$few" 1 4
printf '\nAllocated for a file by PSDicom.Core: %d bytes for four tags, %d for all.\n' "$allocated" "$(field 4)"
