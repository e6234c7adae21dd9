#!/usr/bin/env bash
# Compares PSDicom with other toolkits on this machine, job by job, and prints one Markdown document of medians and ratios.
#
#   bash bench/compare.sh [--quick] [--only REGEX] [--lines REGEX] [--rounds N] [--files N] [--seconds N] [--output FILE]
#
#   --quick        about 5 minutes instead of 25: one round, fewer files, shorter loops
#   --only REGEX   only the parts that match: headers, calls, threads, share, startup, memory, decode, encode, convert, first, export, volumes, remoting
#   --lines REGEX  only the matching lines within a part: see there
#   --rounds N     number of rounds, in turn (3); the tables have the medians
#   --files N      number of files whose headers are read (20000), a multiple of 100
#   --seconds N    how long a frame is decoded or encoded repeatedly in a round (1.5)
#   --output FILE  also writes the document to this file
# Needs the .NET SDK; pwsh for the cmdlets. On Debian it installs missing packages, as root. It makes its own data, in a temporary
# folder of about 3 GB. A failed part is noted in the document, the others continue, and the exit code is 1.
set -euo pipefail

rounds=3 file_count=20000 seconds=1.5 starts=15 most_reads=1000000 only=. lines=. output=/dev/null
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
while (($#)); do
    if [[ $1 == --quick ]]; then
        rounds=1 file_count=4800 seconds=0.5 starts=5 most_reads=100000
        shift
        continue
    fi
    (($# >= 2)) || usage
    case $1 in
        --only) only=$2 ;;
        --lines) lines=$2 ;;
        --rounds) rounds=$2 ;;
        --files) file_count=$2 ;;
        --seconds) seconds=$2 ;;
        --output) output=$(realpath "$2") ;;
        *) usage ;;
    esac
    shift 2
done
((rounds > 0 && file_count > 0 && file_count % 100 == 0)) || usage

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export rounds file_count seconds starts most_reads lines work
# shellcheck source=bench/parts/common.sh
. "$(dirname "$0")/parts/common.sh"

install_packages gcc g++ libc6-dev pkg-config time strace zlib1g-dev dcmtk libdcmtk-dev libgdcm-tools libgdcm-dev python3-pydicom python3-gdcm \
    python3-numpy python3-pil libjpeg-turbo-progs libjpeg62-turbo-dev libcharls-dev libopenjp2-tools libopenjp2-7-dev openjph-tools \
    libopenjph-dev libpng-dev dcm2niix plastimatch
: > "$output"
failed=0 started=$SECONDS
{
    print_versions
    for part in headers calls threads share startup memory decode encode convert first export volumes remoting; do
        [[ $part =~ $only ]] || continue
        echo "$part, after $((SECONDS - started)) s" >&2
        bash "$bench/parts/$part.sh" > "$work/part.md" || { failed=1; printf '\n**This part failed: %s.**\n' "$part" >> "$work/part.md"; }
        cat "$work/part.md"
    done
    printf '\nIt took %d minutes.\n' $(((SECONDS - started + 30) / 60))
    exit $failed
} | tee -a "$output"
