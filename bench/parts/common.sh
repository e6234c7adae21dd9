# shellcheck shell=bash
# Common code of the parts. Sourced by compare.sh, which exports the settings to them, and by each of them.
set -euo pipefail
export LC_ALL=C DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off PYTHONWARNINGS=ignore
: "${rounds:?compare.sh runs this}" "${file_count:?}" "${seconds:?}" "${starts:?}" "${most_reads:?}" "${lines:?}" "${work:?}"

# Not all parts use all of these.
# shellcheck disable=SC2034
{
    bench=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
    threads=$(nproc)
    thread_counts=$(printf '%s\n' 1 "$threads" | uniq)
    python=/usr/bin/python3
    files=$work/files
    four=(--tag PatientID --tag Modality --tag StudyDate --tag SeriesInstanceUID)

    # Made by need.
    header_scan=$bench/PSDicom.HeaderScan/bin/Release/net8.0/PSDicom.HeaderScan.dll
    header_scan_standard=$bench/PSDicom.HeaderScan/bin/netstandard2.0/Release/net8.0/PSDicom.HeaderScan.dll
    decode=$bench/PSDicom.Decode/bin/Release/net8.0/PSDicom.Decode.dll
    decode_standard=$bench/PSDicom.Decode/bin/netstandard2.0/Release/net8.0/PSDicom.Decode.dll
    psdicom_dll=$bench/../src/PSDicom.Cli/bin/Release/net8.0/psdicom.dll
    psdicom=$work/native/psdicom

    # Output of a timed command; its elapsed time and processor time in seconds; its largest process in KB.
    out=$work/out
    elapsed=0 processor=0 peak=0
}

die() {
    echo "$*" >&2
    exit 1
}

install_packages() {
    local package missing=()
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2> /dev/null) == ii* ]] || missing+=("$package")
    done
    ((${#missing[@]} == 0)) && return
    echo "Installing ${missing[*]}" >&2
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}"; } > "$work/log" 2>&1 ||
        { cat "$work/log" >&2; die "Install them: ${missing[*]}"; }
}

# need THING...: makes missing things, with make_THING.
need() {
    local thing
    for thing in "$@"; do
        [[ ! -e $work/made-$thing ]] || continue
        echo "Making $thing" >&2
        # Separate, because a command before || would continue after a failure.
        "make_$thing" > "$work/log" 2>&1 &
        wait $! || { cat "$work/log" >&2; die "Could not make $thing."; }
        touch "$work/made-$thing"
    done
}

make_header_scan() {
    build bench/PSDicom.HeaderScan
    build bench/PSDicom.HeaderScan -p:CoreFramework=netstandard2.0
}

make_decode() {
    build bench/PSDicom.Decode
    build bench/PSDicom.Decode -p:CoreFramework=netstandard2.0
}

make_psdicom() { build src/PSDicom.Cli; }

make_module() { build src/PSDicom; }

make_native() {
    dotnet publish "$bench/../src/PSDicom.Cli" --runtime "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" --output "${psdicom%/*}"
}

make_floor() { gcc -O2 -Wall -Wextra -pthread -o "$work/floor" "$bench/floor.c"; }

make_latency() { gcc -O2 -Wall -Wextra -shared -fPIC -o "$work/latency.so" "$bench/latency.c"; }

# Files with headers of all kinds, read once, so that they are in the system's cache.
make_files() {
    need header_scan floor
    dotnet "$header_scan" make "$files" "$file_count"
    "$work/floor" "$files" 1
}

build() { dotnet build "$bench/../$1" --configuration Release "${@:2}"; }

# link_folders FOLDER COUNT [STEP]: a folder with COUNT of the folders of files, or all of them; each STEP-th.
link_folders() {
    local names
    mapfile -t names < <(find "$files" -mindepth 1 -maxdepth 1 -type d | sort | awk -v count="$2" -v step="${3:-1}" '(NR - 1) % step == 0 && ++found <= count')
    mkdir "$1"
    cp -rl -t "$1" "${names[@]}"
}

has_pwsh() { command -v pwsh > /dev/null; }

# timed WHAT COMMAND...: runs it with its output in $out/stdout.
# shellcheck disable=SC2034
timed() {
    local what=$1 user system TIMEFORMAT='%3R %3U %3S'
    shift
    rm -rf "$out"
    mkdir "$out"
    { time /usr/bin/time --format=%M --output="$work/peak" "$@" > "$out/stdout" 2> "$work/log"; } 2> "$work/time" ||
        { cat "$work/log" >&2; die "$what failed."; }
    read -r elapsed user system < "$work/time"
    processor=$(awk "BEGIN { print $user + $system }")
    peak=$(tail -n 1 "$work/peak")
}

# field N: field N of the last line that a timed command wrote.
field() { tail -n 1 "$out/stdout" | awk -v field="$1" '{ print $field }'; }

# keep TABLE VALUE...: a line of values, from which print_... makes the table.
keep() {
    local table=$1 IFS=$'\t'
    shift
    echo "$*" >> "$work/$table"
}

# in_rounds COMMAND...: runs it in each round, with the number of the round in $round.
in_rounds() {
    for ((round = 1; round <= rounds; round++)); do
        echo "Round $round of $rounds" >&2
        "$@"
    done
}

# For awk: note counts the occurrences of a key, in order of the first; median is that of values[key, 1..times].
# shellcheck disable=SC2034
awk_median='
    function note(key) {
        if (!times[key]++) order[++keys] = key
        return times[key]
    }
    function median(values, key,  count, i, j, sorted, swap) {
        count = times[key]
        for (i = 1; i <= count; i++) {
            sorted[i] = values[key, i]
            for (j = i; j > 1 && sorted[j - 1] > sorted[j]; j--) { swap = sorted[j]; sorted[j] = sorted[j - 1]; sorted[j - 1] = swap }
        }
        return count % 2 ? sorted[(count + 1) / 2] : (sorted[count / 2] + sorted[count / 2 + 1]) / 2
    }'

print_versions() {
    local package list=''
    for package in dcmtk libgdcm-tools libjpeg62-turbo libcharls2 libopenjp2-7 libopenjph-dev libpng-dev zlib1g-dev; do
        list+=", $package $(dpkg-query -W -f '${Version}' "$package")"
    done
    echo "$threads processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), Linux $(uname -r | cut -d - -f 1), .NET $(
        dotnet --list-runtimes | sed -n 's/^Microsoft.NETCore.App \([^ ]*\).*/\1/p' | tail -n 1), $(
        if has_pwsh; then pwsh --version; else echo 'no PowerShell'; fi)$list, $(
        "$python" -c 'import pydicom, PIL; print("pydicom " + pydicom.__version__ + ", Pillow " + PIL.__version__)') on $(
        "$python" --version). Medians of $rounds rounds, in which all take turns."
}
