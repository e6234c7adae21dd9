#!/usr/bin/python3
"""Other toolkits read what psdicom set wrote: dcmdump and pydicom the new values in copies of all files of a folder, and dcmconv +U8 the same text
in UTF-8. A file that a toolkit could not read before either does not count.
usage: bench/readback.py FOLDER    a folder of DICOM files; needs DCMTK, pydicom and a Release build of src/PSDicom.Cli
exit 0 only if all agree"""
import json, os, subprocess, sys, tempfile, warnings
import pydicom

warnings.simplefilter('ignore')
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PSDICOM = ['dotnet', os.path.join(ROOT, 'src/PSDicom.Cli/bin/Release/net8.0/psdicom.dll')]
# Files of the corpus where the other toolkit is at fault, with the reason.
KNOWN = {
    ('pydicom', 'GH179A.dcm'): 'pydicom ends early in the source too',
    ('dcmconv', 'GH179A.dcm'): 'pydicom ends early in the source too',
    ('dcmconv', 'duplicates.dcm'): 'dcmconv drops the second of two equal tags',
    ('dcmconv', 'test1.dcm'): 'dcmconv removes blanks in an identifier',
}
TEXT = {'AE', 'AS', 'CS', 'DA', 'DS', 'DT', 'IS', 'LO', 'LT', 'PN', 'SH', 'ST', 'TM', 'UC', 'UI', 'UR', 'UT'}


def differ(toolkit, source, *found):
    """Reports a difference: 1, or 0 if it is known."""
    reason = KNOWN.get((toolkit, os.path.basename(source)))
    if reason is None:
        print(toolkit, source, *found)
    return reason is None


def change(folder, out, *options):
    """Writes changed copies of a folder: (source, copy) of each file that was changed."""
    run = subprocess.run([*PSDICOM, 'set', '-r', folder, '-o', out, '--json', '-q', *options], capture_output=True, text=True, cwd='/')
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    return [(os.path.join('/', row['source']), os.path.join('/', row['path'])) for row in rows if row['changed']], run.stderr.count('\n')


def dcmdump(path, tag):
    run = subprocess.run(['dcmdump', '-q', '+L', '-Un', '+P', tag, path], capture_output=True)
    return run.stdout.decode('latin1') if run.returncode == 0 else None


def open_pydicom(path):
    try:
        dataset = pydicom.dcmread(path, force=True, stop_before_pixels=True)
        str(dataset.get('PatientID'))
        return dataset if len(dataset) else None
    except Exception:
        return None


def read_back(folder, work):
    failures = 0
    values = [('0010,0020', lambda d: d.PatientID, 'READ BACK 4711', ['--tag', 'PatientID=READ BACK 4711']),
              ('0010,0020', lambda d: d.PatientID, 'R', ['--tag', 'PatientID=R']),
              ('0040,1001', lambda d: d[0x00400275].value[0][0x00401001].value, 'NESTED', ['--tag', 'RequestAttributesSequence[0].RequestedProcedureID=NESTED']),
              ('0077,1010', lambda d: d[0x00771010].value, 'PRIVATE', ['--tag', 'PSDICOM READ BACK|(0077,xx10)=PRIVATE', '--vr', 'LO'])]
    for number, (tag, get, value, options) in enumerate(values):
        files, refused = change(folder, os.path.join(work, f'set{number}'), *options)
        by_dcmdump = by_pydicom = 0
        for source, copy in files:
            shown = dcmdump(copy, tag)
            if shown is not None and (f'[{value}' in shown or '\\'.join(f'{byte:02x}' for byte in value.encode()) in shown):
                by_dcmdump += 1
            elif dcmdump(source, '0008,0016') is not None:
                failures += differ('dcmdump', source, tag, shown)
            dataset = open_pydicom(copy)
            try:
                found = None if dataset is None else get(dataset)
                if isinstance(found, bytes):
                    found = found.decode('latin1')
                agrees = found is not None and str(found).strip() == value
            except Exception as error:
                agrees, found = False, error
            if agrees:
                by_pydicom += 1
            elif open_pydicom(source) is not None:
                failures += differ('pydicom', source, tag, found)
        print(f'{" ".join(options)}: {len(files)} files changed, {refused} messages; dcmdump reads {by_dcmdump}, pydicom {by_pydicom}')
    return failures


def texts(dataset, path=''):
    for element in dataset:
        if element.tag in (0x00080005,) or element.tag.is_private:
            continue
        if element.VR == 'SQ':
            for number, item in enumerate(element.value):
                yield from texts(item, f'{path}{element.tag}[{number}]')
        elif element.VR in TEXT:
            yield f'{path}{element.tag}', '' if element.value is None else str(element.value).rstrip('\0 ')


def reencode(folder, work):
    files, refused = change(folder, os.path.join(work, 'utf8'), '--encode-as', 'ISO_IR 192')
    failures = compared = 0
    for source, copy in files:
        other = os.path.join(work, 'dcmconv.dcm')
        if subprocess.run(['dcmconv', '+U8', source, other], capture_output=True).returncode != 0:
            continue
        try:
            ours, theirs = dict(texts(pydicom.dcmread(copy, force=True))), dict(texts(pydicom.dcmread(other, force=True)))
        except Exception:
            continue
        compared += 1
        for path in sorted(set(ours) | set(theirs)):
            if ours.get(path) != theirs.get(path):
                failures += differ('dcmconv', source, path, repr(ours.get(path)), repr(theirs.get(path)))
    print(f'--encode-as "ISO_IR 192": {len(files)} files changed, {refused} messages; {compared} compared with dcmconv +U8')
    return failures


with tempfile.TemporaryDirectory() as work:
    failed = read_back(os.path.abspath(sys.argv[1]), work) + reencode(os.path.abspath(sys.argv[1]), work)
    print('all agree' if failed == 0 else f'{failed} differences')
    sys.exit(failed != 0)
