#!/usr/bin/python3
"""What hostile files cost: files of bench/costlyfiles.py at several sizes, each read by each command in a process of its own. Prints a table of processor
time (user and system) and peak memory, and marks what breaks the rule that both grow with the bytes and the requested pixels:
more than 5 s, more than 500 MB, much more than twice the cost for twice the bytes, an error that is no message, an exit code that is none of psdicom's.
usage: bench/costly.py [--psdicom PROGRAM] [--only REGEX] [--commands REGEX] [--size KB] [--at-once N] [--jobs N] [--all]
exit 0 only if nothing is marked"""
import argparse, os, re, resource, shutil, subprocess, sys, tempfile, threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from costlyfiles import STRUCTURES

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILES = os.path.join(ROOT, 'bench/costlyfiles.py')
BUILT = 'dotnet ' + os.path.join(ROOT, 'src/PSDicom.Cli/bin/Release/net8.0/psdicom.dll')
MOST_SECONDS, MOST_MEMORY, MOST_RATIO = 5, 500, 2.7
# The cost of a process that reads a file of a few elements is taken off before costs are compared; costs below these are its noise.
LEAST_SECONDS, LEAST_MEMORY = 0.5, 60
HANGS_AFTER = 30

COMMANDS = {
    'tags': lambda file, frames, out: ['tags', '--nested', '--json', file],
    'frames': lambda file, frames, out: ['frames', '--sha256', '--rgb', file],
    'export': lambda file, frames, out: ['export', file, '--frame', frames, '-o', out],
    'measure': lambda file, frames, out: ['measure', file, '--frame', frames],
    'show': lambda file, frames, out: ['show', file, '--as', 'HalfBlock', '--width', '8', '--frame', frames],
    'page': lambda file, frames, out: ['page', file, '--frame', frames, '-o', out + '/page.html'],
    'test': lambda file, frames, out: ['test', '--strict', '--level', 'Module', file],
    'series': lambda file, frames, out: ['series', '--by-stack', '--json', file],
    'volume': lambda file, frames, out: ['volume', '--allow-irregular', file, '-o', out],
    'set': lambda file, frames, out: ['set', '-t', 'PatientID=X', '--allow-duplicate', file, '-o', out],
    'set nested': lambda file, frames, out: ['set', '-t', 'PatientID=X', '--nested', '--allow-duplicate', '--new-uid', 'Study', '--new-uid', 'Instance', file, '-o', out],
    'encode': lambda file, frames, out: ['set', '--encode-as', 'ISO_IR 192', file, '-o', out],
    'remove': lambda file, frames, out: ['remove', '--private', '-t', 'Modality', '--nested', '--allow-duplicate', file, '-o', out],
    'copy': lambda file, frames, out: ['copy', file, '-o', out, '--name-template', '{PatientID}/{ImageType}_{StudyDate}'],
    'implicit': lambda file, frames, out: ['convert', '-t', 'ImplicitLittleEndian', file, '-o', out],
    'big endian': lambda file, frames, out: ['convert', '-t', 'ExplicitBigEndian', file, '-o', out],
    'RLE': lambda file, frames, out: ['convert', '-t', 'RleLossless', file, '-o', out],
    'protect': lambda file, frames, out: ['protect', '--allow-burned-in', file, '-o', out],
    'protect clean': lambda file, frames, out: [
        'protect', '--clean', 'Descriptors', '--clean', 'StructuredContent', '--clean', 'Graphics', '--clean', 'PixelData', '--retain', 'ModifiedDates',
        '--retain', 'SafePrivate', '--keep-unlisted', '--allow-burned-in', file, '-o', out],
    'identity': lambda file, frames, out: ['identity', '--reference', file, file + '.copy'],
}


class Cost:
    """What a process took: seconds of processors, megabytes at its peak, megabytes that it wrote, and what it did wrong."""

    def __init__(self, seconds, memory, written, fault):
        self.seconds, self.memory, self.written, self.fault = seconds, memory, written, fault


def written_to(folder):
    return sum(os.path.getsize(os.path.join(parent, name)) for parent, _, names in os.walk(folder) for name in names)


def run(arguments, work):
    """Runs psdicom; its output goes to a file, as its pictures do."""
    with open(os.path.join(work, 'stdout'), 'wb') as output, open(os.path.join(work, 'stderr'), 'w+b') as errors:
        process = subprocess.Popen([*PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=output, stderr=errors, cwd='/')
        hung = threading.Event()

        def end():
            hung.set()
            process.kill()
        timer = threading.Timer(HANGS_AFTER * 5, end)
        limit = resource.prlimit(process.pid, resource.RLIMIT_CPU, (HANGS_AFTER, HANGS_AFTER))
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        text = errors.read(1 << 20).decode('utf-8', 'replace')
    fault = None
    if hung.is_set() or process.returncode < 0:
        fault = f'ended by signal {-process.returncode}' if not hung.is_set() else 'hangs'
    elif process.returncode not in (0, 1) and 'No reference could be read' not in text:
        fault = f'exit code {process.returncode}'
    named = re.search(r'^\s+at [\w.<>]+\(|Unhandled exception|System\.\w+Exception|Index was out|Object reference|Arithmetic operation|Specified argument|'
                      r'not enough memory|Parameter name', text, re.MULTILINE)
    if fault is None and named:
        fault = 'unnamed error'
    if fault is not None:
        fault += ': ' + (text[named.start():] if named else text)[:160].replace('\n', ' ').replace('|', '/')
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, written_to(work) / 1e6, fault)


def make(name, size, path):
    """Writes a file. Another process makes it: the memory of this one counts as that of the processes that it starts."""
    subprocess.run([sys.executable, FILES, name, str(size), path], check=True)


def measure(command, name, path):
    with tempfile.TemporaryDirectory(dir=FOLDER) as work:
        out = os.path.join(work, 'out')
        os.mkdir(out)
        options = [*STRUCTURES[name].options] if command in ('export', 'page') else []
        return run([*COMMANDS[command](path, STRUCTURES[name].frames, out), *options], work)


def judge_all(name):
    """What each command costs for a structure."""
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        files = {}
        for size in SIZES:
            path = os.path.join(folder, f'{size}.dcm')
            make(name, size * 1024, path)
            shutil.copyfile(path, path + '.copy')
            files[os.path.getsize(path)] = path
        return [judge(name, command, files) for command in COMMANDS if re.search(OPTIONS.commands, command)]


def judge(name, command, files):
    """The costs of a command for a structure, by size, and what is wrong with them. Smaller files only show how the cost grows: not read where it is small."""
    costs, faults = {}, []
    for size in sorted(files, reverse=True):
        costs[size] = cost = measure(command, name, files[size])
        if cost.fault:
            faults.append(cost.fault)
        if cost.seconds > MOST_SECONDS:
            faults.append(f'{cost.seconds:.1f} s')
        if cost.memory > MOST_MEMORY:
            faults.append(f'{cost.memory:.0f} MB')
        start = START[command]
        if cost.seconds < start.seconds + LEAST_SECONDS and cost.memory < start.memory + LEAST_MEMORY and not OPTIONS.all:
            break
    ratios = [1, 1]
    ordered = sorted(costs)
    for small, large in zip(ordered, ordered[1:]):
        for kind, (least, value, start) in enumerate([(LEAST_SECONDS, lambda c: c.seconds, START[command].seconds), (LEAST_MEMORY, lambda c: c.memory, START[command].memory)]):
            before, after = value(costs[small]) - start, value(costs[large]) - start
            # The work that the first frames and messages need does not grow.
            ratio = (after + least / 5) / (max(0, before) + least / 5) / (large / small) * 2
            if after > least:
                ratios[kind] = max(ratios[kind], ratio)
    if ratios[0] > MOST_RATIO:
        faults.append(f'time x{ratios[0]:.1f}')
    if ratios[1] > MOST_RATIO:
        faults.append(f'memory x{ratios[1]:.1f}')
    return name, command, costs, ratios, list(dict.fromkeys(faults))


def at_once(count):
    """The worst files, all at once, for the commands that read several at a time: (command, cost)."""
    worst = [name for name in STRUCTURES if CHOSEN.search(name)]
    with tempfile.TemporaryDirectory(dir=FOLDER) as work:
        source = os.path.join(work, 'in')
        os.mkdir(source)
        for number in range(count):
            make(worst[number * len(worst) // count], 100 * 1024, os.path.join(source, f'{number:03}.dcm'))
        for command in COMMANDS:
            if not re.search(OPTIONS.commands, command):
                continue
            out = os.path.join(work, 'run')
            os.makedirs(os.path.join(out, 'out'))
            arguments = [argument if argument != 'FILE.copy' else source for argument in COMMANDS[command]('FILE', '1', os.path.join(out, 'out'))]
            arguments = [source if argument == 'FILE' else argument for argument in arguments]
            yield command, run([*arguments, '--recurse'], out)
            shutil.rmtree(out)


def table(rows):
    commands = [command for command in COMMANDS if any(row[1] == command for row in rows)]
    print('| structure | bytes | ' + ' | '.join(f'{command}, s/MB' for command in commands) + ' | most written, MB | twice the bytes: time, memory |')
    print('|---|--:|' + '--:|' * (len(commands) + 2))
    for name in dict.fromkeys(row[0] for row in rows):
        of_name = {row[1]: row for row in rows if row[0] == name}
        cells = []
        for command in commands:
            cost = of_name[command][2][max(of_name[command][2])]
            cells.append(f'{cost.seconds:.1f}/{cost.memory:.0f}' + (' **!**' if of_name[command][4] else ''))
        written = max(row[2][max(row[2])].written for row in of_name.values())
        ratios = [max(row[3][kind] for row in of_name.values()) for kind in (0, 1)]
        print(f'| {name} | {max(max(row[2]) for row in of_name.values())} | ' + ' | '.join(cells) + f' | {written:.0f} | '
              + ', '.join('' if ratio == 1 else f'x{ratio:.1f}' for ratio in ratios) + ' |')


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument('--psdicom', default=BUILT, help='the program, by default the Release build of src/PSDicom.Cli')
parser.add_argument('--only', default='', help='structures whose name matches')
parser.add_argument('--commands', default='', help='commands whose name matches')
parser.add_argument('--size', type=int, default=256, help='KB of the smallest file; the others have twice and four times as much')
parser.add_argument('--at-once', type=int, default=100, help='the number of small files that are read together; 0 for none')
parser.add_argument('--jobs', type=int, default=1, help='processes at the same time')
parser.add_argument('--all', action='store_true', help='read all sizes, also where the largest costs next to nothing')
OPTIONS = parser.parse_args()
PROGRAM = OPTIONS.psdicom.split(' ')
CHOSEN = re.compile(OPTIONS.only)
SIZES = [OPTIONS.size, 2 * OPTIONS.size, 4 * OPTIONS.size]
FOLDER = tempfile.mkdtemp(dir='/dev/shm' if os.path.isdir('/dev/shm') else None)
try:
    simple = 'nested 20 deep: elements in the last'
    make(simple, 100, os.path.join(FOLDER, 'simple.dcm'))
    shutil.copyfile(os.path.join(FOLDER, 'simple.dcm'), os.path.join(FOLDER, 'simple.dcm.copy'))
    START = {command: measure(command, simple, os.path.join(FOLDER, 'simple.dcm')) for command in COMMANDS if re.search(OPTIONS.commands, command)}
    rows = []
    with ThreadPoolExecutor(OPTIONS.jobs) as pool:
        for done in as_completed([pool.submit(judge_all, name) for name in STRUCTURES if CHOSEN.search(name)]):
            rows += done.result()
            for row in done.result():
                if row[4]:
                    sizes = ', '.join(f'{size // 1024} KB {cost.seconds:.1f} s {cost.memory:.0f} MB' for size, cost in sorted(row[2].items()))
                    print(f'{row[0]}, {row[1]}:', '; '.join(row[4]), f'({sizes})', file=sys.stderr, flush=True)
    table(sorted(rows, key=lambda row: list(STRUCTURES).index(row[0])))
    marked = sum(bool(row[4]) for row in rows)
    if OPTIONS.at_once:
        print(f'\n| {OPTIONS.at_once} files at once | s | MB |\n|---|--:|--:|')
        for command, cost in at_once(OPTIONS.at_once):
            wrong = cost.fault or cost.memory > 2000
            marked += bool(wrong)
            print(f'| {command} | {cost.seconds:.1f} | {cost.memory:.0f}{" **!** " + (cost.fault or "") if wrong else ""} |', flush=True)
    print(f'\n{len(rows)} pairs of structure and command, {marked} marked')
finally:
    shutil.rmtree(FOLDER, ignore_errors=True)
sys.exit(marked != 0)
