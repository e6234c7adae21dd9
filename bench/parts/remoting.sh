#!/usr/bin/env bash
# The same files read in PowerShell sessions over SSH to this machine, one and two, and in the shell itself; memory on both sides.
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"
has_pwsh || { printf '\n### Remoting\n\nThere is no PowerShell.\n'; exit 0; }
install_packages openssh-server openssh-client
need module files

passes=5
mapfile -t folders < <(find "$files" -mindepth 1 -maxdepth 1 -type d | sort)
list=$(printf "'%s'," "${folders[@]}")

# remoting NAME SESSIONS TIMES PASSES ARGUMENT...: the last pass counts. Every file must be in the tables.
remoting() {
    local name=$1 sessions=$2 times=$3 repeat=$4 rows
    shift 4
    [[ $name =~ $lines ]] || return 0
    timed "$name" pwsh -NoProfile -Command "& '$bench/remoting.ps1' -Folder ${list%,} -Csv '$out/rows.csv' -Sessions $sessions -Times $times -Passes $repeat $*"
    rows=$(cat "$out"/rows.csv* | grep -vc '^"PSPath"\|^"FullName"\|^"PSComputerName"') || true
    ((rows == file_count * times)) || die "$name gave $rows rows."
    keep remoting.tsv "$name" "$sessions" $((file_count * times)) "$(field 1)" "$(field 2)" "$(field 3)"
}

sessions() {
    remoting 'in the shell, no session' 0 1 $passes
    remoting 'sessions' 1 1 $passes
    remoting 'sessions' 2 1 $passes
    remoting 'sessions, each writes its own table' 1 1 $passes -There
    remoting 'sessions, each writes its own table' 2 1 $passes -There
    remoting 'sessions, once' 2 1 1
    remoting 'sessions, once' 2 10 1
    remoting 'sessions, each writes its own table, once' 2 1 1 -There
    remoting 'sessions, each writes its own table, once' 2 10 1 -There
}

in_rounds sessions
printf '\n### Remoting\n\nGet-DicomFile -Tag (four tags) | Export-Csv.\n\n'
awk -F '\t' "$awk_median"'
    { key = $1 FS $2 FS $3; i = note(key); taken[key, i] = $4; here[key, i] = $5; there[key, i] = $6 }
    END {
        print "| what | sessions | files | seconds | files a second | peak memory here, MB | of a session, MB |"
        print "|---|--:|--:|--:|--:|--:|--:|"
        for (k = 1; k <= keys; k++) {
            key = order[k]
            split(key, part, FS)
            seconds = median(taken, key)
            printf "| %s | %d | %d | %.2f | %d | %d | %s |\n", part[1], part[2], part[3], seconds, part[3] / seconds, median(here, key), part[2] ? median(there, key) : ""
        }
    }' "$work/remoting.tsv"
