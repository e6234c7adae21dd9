#!/usr/bin/env bash
# Prints how many lines and branches of PSDicom.Core its tests and those of psdicom reach, in all and for each folder, and the files that have
# the most lines that no test reaches. Arguments go to dotnet test, such as: tests/coverage.sh --filter OverlayTests
set -euo pipefail
cd "$(dirname "$0")/.."

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

for project in tests/PSDicom.Core.Tests tests/PSDicom.Cli.Tests; do
    dotnet test "$project" --collect "Code Coverage;Format=cobertura" --results-directory "$results" "$@" | grep -E '^(Passed|Failed)!|error' || true
done

# A line counts once, with the most of its branches that one run reaches. "hits" and "condition-coverage" are as in Cobertura.
find "$results" -name '*.cobertura.xml' -print0 | xargs -0 cat | tr '<' '\n' | awk '
    function attribute(name,  text) {
        if (!match($0, " " name "=\"[^\"]*\"")) return ""
        text = substr($0, RSTART, RLENGTH)
        sub(/^[^"]*"/, "", text)
        sub(/"$/, "", text)
        return text
    }
    function percent(reached, all) { return all ? sprintf("%6.2f %%", 100 * reached / all) : "       -" }
    /^class / {
        file = attribute("filename")
        gsub(/\\/, "/", file)
        isCore = file ~ /src\/PSDicom\.Core\// && file !~ /\/obj\//
        sub(/.*src\/PSDicom\.Core\//, "", file)
    }
    /^line / && isCore {
        key = file ":" attribute("number")
        files[key] = file
        if (attribute("hits") + 0 > 0) hit[key] = 1
        if (split(attribute("condition-coverage"), part, /[(\/)]/) >= 3) {
            if (part[2] + 0 > reached[key]) reached[key] = part[2] + 0
            if (part[3] + 0 > branches[key]) branches[key] = part[3] + 0
        }
    }
    END {
        for (key in files) {
            file = files[key]
            folder = index(file, "/") ? substr(file, 1, index(file, "/") - 1) : "(root)"
            lines[folder]++; lines["All"]++
            lineHits[folder] += hit[key]; lineHits["All"] += hit[key]
            all[folder] += branches[key]; all["All"] += branches[key]
            some[folder] += reached[key]; some["All"] += reached[key]
            missed[file] += !hit[key]
        }
        if (!lines["All"]) { print "No coverage was collected."; exit 1 }
        printf "\n%-12s %8s  %9s  %9s\n", "Folder", "Lines", "Lines hit", "Branches"
        for (folder in lines)
            if (folder != "All") printf "%-12s %8d  %s  %s\n", folder, lines[folder], percent(lineHits[folder], lines[folder]), percent(some[folder], all[folder]) | "sort"
        close("sort")
        printf "%-12s %8d  %s  %s\n", "All", lines["All"], percent(lineHits["All"], lines["All"]), percent(some["All"], all["All"])
        print "\nLines that no test reaches:"
        for (file in missed) if (missed[file]) printf "%6d  %s\n", missed[file], file | "sort -rn | head -20"
    }'
