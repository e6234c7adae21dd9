#!/usr/bin/env bash
# The time programs take to start, to load the module, and to give the tags of one file.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
need psdicom native
if has_pwsh; then need module; fi
file=$bench/../samples/ct/slice-1.dcm
module=$bench/../PSDicom.psd1

# start TITLE COMMAND...
start() {
    [[ $1 =~ $lines ]] || return 0
    timed "$@"
    keep starts "$1" "$elapsed" "$processor"
}

all_starts() {
    if has_pwsh; then
        start 'pwsh, nothing else' pwsh -NoProfile -Command exit
        start 'pwsh, Import-Module PSDicom' pwsh -NoProfile -Command "Import-Module '$module'; exit"
        start 'pwsh, Import-Module PSDicom, Get-DicomTag' pwsh -NoProfile -File "$bench/startup.ps1" -Path "$file"
        # shellcheck disable=SC2046
        [[ ! 'pwsh, Import-Module PSDicom, Get-DicomTag' =~ $lines ]] || keep inside $(cat "$out/stdout")
    fi
    start 'psdicom --version, native' "$psdicom" --version
    start 'psdicom tags, native' "$psdicom" tags "$file"
    start 'dotnet psdicom.dll --version' dotnet "$psdicom_dll" --version
    start 'dotnet psdicom.dll tags' dotnet "$psdicom_dll" tags "$file"
    start dcmdump dcmdump "$file"
    start gdcmdump gdcmdump "$file"
    start 'python3, import pydicom' "$python" -c 'import pydicom'
    start 'python3, pydicom dcmread, print' "$python" -c 'import sys, pydicom; print(pydicom.dcmread(sys.argv[1]))' "$file"
}

rounds=$starts
in_rounds all_starts
printf '\n### Start\n\n%s\n\n' "Medians of $starts starts of each, in turn; one small file."
awk -F '\t' "$awk_median"'
    { i = note($1); taken[$1, i] = $2 * 1000; processor[$1, i] = $3 * 1000 }
    END {
        print "| process | ms by the clock | ms of processors |"
        print "|---|--:|--:|"
        for (k = 1; k <= keys; k++) {
            key = order[k]
            printf "| %s | %.0f | %.0f |\n", key, median(taken, key), median(processor, key)
        }
        bare = "pwsh, nothing else"
        full = "pwsh, Import-Module PSDicom"
        if (times[bare] && times[full])
            printf "| of which Import-Module: the difference | %.0f | %.0f |\n", median(taken, full) - median(taken, bare),
                median(processor, full) - median(processor, bare)
    }' "$work/starts"
[[ ! -e $work/inside ]] || awk -F '\t' "$awk_median"'
    { i = note("all"); import["all", i] = $1; first["all", i] = $2; second["all", i] = $3 }
    END {
        print "\n| inside pwsh | ms by the clock |"
        print "|---|--:|"
        printf "| Import-Module | %.1f |\n| first Get-DicomTag on a file after it | %.1f |\n| second | %.1f |\n",
            median(import, "all"), median(first, "all"), median(second, "all")
    }' "$work/inside"
