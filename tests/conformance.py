#!/usr/bin/env python3
"""De-identified copies conform as their sources do: dciodvfy has no Error about a copy that it has not about its source.

usage: tests/conformance.py [FOLDER] [OPTION ...]
FOLDER: files (../shared/corpus), OPTION: further options for psdicom protect.
Needs a Release build of src/PSDicom.Cli and dicom3tools; without dicom3tools, or without the folder, it is skipped.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PSDICOM = ['dotnet', str(ROOT / 'src/PSDicom.Cli/bin/Release/net8.0/psdicom.dll')]


def errors(path):
    """The errors about a file, without values; None if dciodvfy itself fails, or cannot read the file."""
    run = subprocess.run(['dciodvfy', path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if run.returncode < 0 or run.returncode > 1:
        return None
    lines = run.stdout.decode('latin-1').splitlines()
    if any('read failed' in line for line in lines):
        return None
    return {re.sub(r'(?<== )<[^<>]*>|<[0-9.]+>|\b2[.]25[.][0-9]+|UID [0-9.]+$', '', line).strip() for line in lines if line.startswith('Error')}


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 and not sys.argv[1].startswith('-') else ROOT.parent / 'shared/corpus'
    options = sys.argv[2:] if len(sys.argv) > 1 and not sys.argv[1].startswith('-') else sys.argv[1:]
    if not shutil.which('dciodvfy') or not folder.is_dir():
        print('skipped: dciodvfy (dicom3tools) or the folder is not there')
        return 0
    with tempfile.TemporaryDirectory() as work:
        run = subprocess.run(
            [*PSDICOM, 'protect', '--recurse', str(folder), '-o', work, '--allow-burned-in', '--clean', 'StructuredContent', '--clean', 'Graphics', '--json', '--quiet',
             *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        compared = worse = 0
        for line in run.stdout.decode().splitlines():
            copy = json.loads(line)
            before, after = errors(copy['source']), errors(copy['path'])
            if before is None or after is None:
                continue
            compared += 1
            wrong = set(re.findall(r'Element=<\w+>', ' '.join(before)))
            new = {error for error in after - before if not wrong.intersection(re.findall(r'Element=<\w+>', error))}
            if new:
                worse += 1
                print(copy['source'])
                print(*('  ' + error for error in sorted(new)), sep='\n')
        print(f'{compared} copies compared, {worse} with new errors')
        return 1 if worse or not compared else 0


if __name__ == '__main__':
    sys.exit(main())
