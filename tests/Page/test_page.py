#!/usr/bin/env python3
"""
Tests the pages of `psdicom page` in a real Chromium: what is drawn is compared with what `psdicom export` writes, wheel, keys and drags are sent,
and nothing may be requested. Says "skipped" where there is no Chromium.

    tests/Page/test_page.py [--psdicom COMMAND] [--screenshots FOLDER] [--measure FILE ...]
"""

import argparse
import os
import shlex
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

import chromium

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLES = os.path.join(ROOT, "samples")
PROGRAM = "dotnet " + os.path.join(ROOT, "src/PSDicom.Cli/bin/Release/net8.0/psdicom.dll")


def element(tag, vr, value):
    """An element of explicit VR little endian."""
    data = value if isinstance(value, bytes) else value.encode("utf-8")
    data += b"" if len(data) % 2 == 0 else (b"\0" if vr in ("UI", "OB", "OW") else b" ")
    head = struct.pack("<HH", tag >> 16, tag & 0xFFFF) + vr.encode()
    return head + (struct.pack("<HI", 0, len(data)) if vr in ("OB", "OW", "SQ", "UT") else struct.pack("<H", len(data))) + data


def number(value):
    return struct.pack("<H", value & 0xFFFF)


def dicom(pixels, rows, columns, bits=16, signed=0, more=()):
    """A file of one grey frame; more elements come by their tags."""
    meta = element(0x00020010, "UI", "1.2.840.10008.1.2.1")
    elements = {
        0x00080005: ("CS", "ISO_IR 192"), 0x00080060: ("CS", "CT"), 0x00280002: ("US", number(1)), 0x00280004: ("CS", "MONOCHROME2"),
        0x00280010: ("US", number(rows)), 0x00280011: ("US", number(columns)), 0x00280100: ("US", number(8 if bits <= 8 else 16)),
        0x00280101: ("US", number(bits)), 0x00280102: ("US", number(bits - 1)), 0x00280103: ("US", number(signed)),
        0x7FE00010: ("OB" if bits <= 8 else "OW", pixels)}
    elements.update(more)
    return b"\0" * 128 + b"DICM" + element(0x00020000, "UL", struct.pack("<I", len(meta))) + meta + b"".join(
        element(tag, *elements[tag]) for tag in sorted(elements))


def ramp(rows, columns, start, step, signed=False):
    values = [start + step * i for i in range(rows * columns)]
    return struct.pack(f"<{len(values)}{'h' if signed else 'H'}", *values)


def bitmap(path):
    """Width, height and red, green and blue of a BMP of 8 or 24 bits."""
    with open(path, "rb") as file:
        data = file.read()
    offset, header, width, height = struct.unpack_from("<IIii", data, 10)
    bits = struct.unpack_from("<H", data, 28)[0]
    palette = data[14 + header:offset]
    line = (width * bits // 8 + 3) // 4 * 4
    pixels = bytearray()
    for row in range(height):
        start = offset + line * (height - 1 - row)
        samples = data[start:start + width * bits // 8]
        if bits == 8:
            pixels += b"".join(palette[4 * value:4 * value + 3][::-1] for value in samples)
        else:
            pixels += b"".join(samples[i:i + 3][::-1] for i in range(0, len(samples), 3))
    return width, height, bytes(pixels)


class Tests:
    def __init__(self, program, browser, folder, screenshots):
        self.program, self.browser, self.folder, self.screenshots = shlex.split(program), browser, folder, screenshots
        self.count = self.failed = 0
        self.files = 0

    def psdicom(self, *arguments):
        return subprocess.run([*self.program, *arguments], check=True, capture_output=True, text=True).stdout

    def write(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def page(self, files, *options):
        self.files += 1
        path = os.path.join(self.folder, f"page{self.files}.html")
        self.psdicom("page", *files, "-o", path, "-q", *options)
        self.browser.open(path)
        return path

    def picture(self, file, frame=1, *options):
        self.files += 1
        path = os.path.join(self.folder, f"picture{self.files}.bmp")
        self.psdicom("export", file, "--frame", str(frame), "-o", path, "-q", *options)
        return bitmap(path)

    def check(self, what, actual, expected=True):
        self.count += 1
        is_right = actual == expected
        self.failed += not is_right
        shown = lambda value: repr(value) if len(repr(value)) < 300 else repr(value)[:300] + "..."
        print(("ok      " if is_right else "FAILED  ") + what + ("" if is_right else f"\n        is {shown(actual)}\n        not {shown(expected)}"))

    def check_picture(self, what, expected):
        actual = self.browser.canvas()
        different = sum(a != b for a, b in zip(actual[2], expected[2]))
        self.check(what, (actual[:2], different), (expected[:2], 0))

    def wait_for_frame(self, index):
        self.browser.wait_for(f"document.getElementById('frame').dataset.frame === '{index}'")

    def settle(self):
        self.browser.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))")

    def key(self, key):
        self.browser.key(key)
        self.settle()

    def shot(self, name):
        if self.screenshots:
            self.browser.screenshot(os.path.join(self.screenshots, name + ".png"))

    # ---- What is drawn.

    def first_views(self):
        kinds = {
            "ct": os.path.join(SAMPLES, "ct/slice-1.dcm"), "mr": os.path.join(SAMPLES, "mr/cine.dcm"), "us": os.path.join(SAMPLES, "us/color.dcm"),
            "signed, sigmoid": self.write("sigmoid.dcm", dicom(ramp(32, 32, -500, 1, True), 32, 32, 16, 1, {
                0x00281050: ("DS", "40"), 0x00281051: ("DS", "300"), 0x00281056: ("CS", "SIGMOID")})),
            "MONOCHROME1 with padding": self.write("padding.dcm", dicom(ramp(32, 32, 0, 3), 32, 32, 12, 0, {
                0x00280004: ("CS", "MONOCHROME1"), 0x00280120: ("US", number(0))})),
            "VOI LUT": self.write("voi.dcm", dicom(ramp(16, 64, 0, 1), 16, 64, 10, 0, {0x00283010: ("SQ", self.item(
                element(0x00283002, "US", number(256) + number(100) + number(8)) + element(0x00283006, "OW", bytes(255 - i // 2 for i in range(256)))))})),
            "modality LUT": self.write("lut.dcm", dicom(ramp(16, 16, 0, 1), 16, 16, 8 + 4, 0, {0x00283000: ("SQ", self.item(
                element(0x00283002, "US", number(256) + number(0) + number(16)) + element(0x00283004, "LO", "OD")
                + element(0x00283006, "OW", ramp(16, 16, 65000, -250))))})),
            "8 bits, odd": self.write("odd.dcm", dicom(bytes(i * 7 % 256 for i in range(15 * 17)), 15, 17, 8)),
            "wide range, fractions": self.write("fractions.dcm", dicom(ramp(64, 64, -32768, 16, True), 64, 64, 16, 1, {
                0x00281052: ("DS", "-1024.25"), 0x00281053: ("DS", "0.37"), 0x00281050: ("DS", "100.5"), 0x00281051: ("DS", "777.7")})),
        }
        for name, file in kinds.items():
            for content in ("Values", "Display"):
                for window in (None, "MinMax", "40/80", "100.5/1500"):
                    options = ["--window", window] if window else []
                    self.page([file], "--content", content, *options)
                    self.check_picture(f"first view: {name}, {content}, {window}", self.picture(file, 1, *options))
                    self.check("nothing goes wrong", self.browser.faults(), [])
            self.page([file], "--content", "Values")
            self.key("i")
            self.check_picture(f"inverted: {name}", self.picture(file, 1, "--invert"))

    @staticmethod
    def item(content):
        return struct.pack("<HHI", 0xFFFE, 0xE000, len(content)) + content

    # ---- What users do.

    def frames(self):
        cine = os.path.join(SAMPLES, "mr/cine.dcm")
        self.page([cine])
        browser = self.browser
        self.check("frame n of N", browser.text("number"), "Frame 1 of 8")
        browser.mouse("mouseWheel", 500, 400, deltaX=0, deltaY=120)
        self.wait_for_frame(1)
        self.check_picture("wheel down: second frame", self.picture(cine, 2))
        browser.mouse("mouseWheel", 500, 400, deltaX=0, deltaY=-120)
        self.wait_for_frame(0)
        for key, index in (("ArrowRight", 1), ("ArrowDown", 2), ("ArrowLeft", 1), ("ArrowUp", 0), ("End", 7), ("Home", 0), ("PageDown", 7), ("PageUp", 0)):
            self.key(key)
            self.check(f"{key}: frame {index + 1}", browser.evaluate("document.getElementById('frame').dataset.frame"), str(index))
        self.key("End")
        self.check_picture("last frame", self.picture(cine, 8))
        self.key(" ")
        browser.wait_for("document.getElementById('frame').dataset.frame === '2'")
        self.check("space plays", browser.text("play"), "Stop")
        self.key(" ")
        self.check("and stops", browser.text("play"), "Play")
        self.key("h")
        self.check("H shows the keys", browser.evaluate("document.getElementById('keys').open"))
        self.shot("help")
        self.key("h")
        self.check("and hides them", browser.evaluate("document.getElementById('keys').open"), False)

    def windows(self):
        file = os.path.join(SAMPLES, "ct/slice-1.dcm")
        browser = self.browser
        self.page([file])
        first = browser.text("state").split("\n")[0]
        self.shot("first")
        browser.drag((500, 400), (600, 350))
        self.settle()
        dragged = browser.text("state").split("\n")[0]
        self.check("a drag changes the window", dragged != first)
        center, width = (part.split(" ")[1] for part in dragged.replace(" HU", "").split(", "))
        self.check_picture(f"the dragged window {center}/{width}", self.picture(file, 1, "--window", f"{center}/{width}"))
        self.shot("dragged")
        for window in ("Brain", "Abdomen", "Lung"):
            browser.evaluate(f"""(() => {{
                const list = document.getElementById('window');
                list.value = [...list.options].find(option => option.text.startsWith('{window}:')).value;
                list.dispatchEvent(new Event('change'));
            }})()""")
            self.settle()
            self.check_picture(f"preset {window}", self.picture(file, 1, "--window", window))
            self.shot(window.lower())
        browser.evaluate("(() => { const list = document.getElementById('window'); list.value = 'file:2'; list.dispatchEvent(new Event('change')); })()")
        self.settle()
        self.check_picture("the file's second window", self.picture(file, 1, "--window", "2"))
        self.key("r")
        self.check("R: first view", browser.text("state").split("\n")[0], first)
        self.key("w")
        self.check_picture("W: from the smallest to the largest value", self.picture(file, 1, "--window", "MinMax"))
        self.key("r")
        self.value(file)
        self.zoom()

    def value(self, file):
        browser = self.browser
        width, height, left, top = browser.evaluate(
            "(() => { const c = document.getElementById('frame'), b = c.getBoundingClientRect(); return [c.width, c.height, b.left, b.top]; })()")
        scale = browser.evaluate("document.getElementById('frame').getBoundingClientRect().width") / width
        row, column = height // 3, width // 2
        browser.mouse("mouseMoved", left + (column + 0.5) * scale, top + (row + 0.5) * scale)
        self.settle()
        raw = os.path.join(self.folder, "values.raw")
        self.psdicom("export", file, "-o", raw, "--rescaled", "-q", "--force")
        with open(raw, "rb") as stream:
            data = stream.read()
        kind = {2: "h", 4: "i", 8: "d"}[len(data) // (width * height)]
        expected = struct.unpack_from("<" + kind, data, (row * width + column) * struct.calcsize(kind))[0]
        self.check("the value under the pointer", browser.text("value"), f"Row {row}, column {column}: {expected} HU")
        self.check("a scale in mm", browser.text("length").endswith("mm"))

    def zoom(self):
        browser = self.browser
        scale = lambda: browser.evaluate("document.getElementById('frame').getBoundingClientRect().width / document.getElementById('frame').width")
        fitting = scale()
        self.key("+")
        self.check("+ zooms", round(scale() / fitting, 3), 1.25)
        browser.mouse("mouseWheel", 500, 400, deltaX=0, deltaY=-120, modifiers=2)
        self.settle()
        self.check("Ctrl and wheel zoom", round(scale() / fitting, 3), 1.5)
        self.key("1")
        self.check("1: pixel for pixel", scale(), 1)
        left = browser.evaluate("document.getElementById('frame').getBoundingClientRect().left")
        browser.drag((500, 400), (530, 420), modifiers=8)
        self.settle()
        self.check("Shift and drag move", browser.evaluate("document.getElementById('frame').getBoundingClientRect().left") - left, 30)
        self.key("f")
        self.check("F fits", scale(), fitting)

    def several_series(self):
        files = [os.path.join(SAMPLES, name) for name in ("ct/slice-1.dcm", "ct/slice-2.dcm", "mr/cine.dcm", "us/color.dcm")]
        browser = self.browser
        self.page(files)
        self.check("a list of series", browser.evaluate("document.getElementById('series').options.length"), 3)
        self.check("frames of the first", browser.text("number"), "Frame 1 of 2")
        self.key("ArrowDown")
        self.check_picture("its second file", self.picture(files[1]))
        self.key("]")
        self.check("]: next series", browser.text("number"), "Frame 1 of 8")
        self.check_picture("its first frame", self.picture(files[2]))
        self.key("]")
        self.check_picture("colours", self.picture(files[3]))
        self.shot("series")
        self.key("[")
        self.check("[: the series before", browser.text("number"), "Frame 1 of 8")

    # ---- What must not happen.

    def closed(self):
        hostile = "</script><script>document.title='x'</script><img src=x onerror=document.title='x'>\"'&\u202ettt--><!--"
        file = self.write("hostile.dcm", dicom(ramp(8, 8, 0, 100), 8, 8, 12, 0, {
            0x00080060: ("CS", "</script><b>"), 0x00100010: ("PN", hostile), 0x0008103E: ("LO", hostile[:60]), 0x00281050: ("DS", "100"), 0x00281051: ("DS", "500"),
            0x00281055: ("LO", hostile[:60]), 0x00281052: ("DS", "0"), 0x00281053: ("DS", "1"), 0x00281054: ("LO", hostile[:30])}))
        browser = self.browser
        path = self.page([file], "--text-tag", "PatientName", "--text-tag", "SeriesDescription")
        self.check("a hostile header: the title", browser.evaluate("document.title"), os.path.basename(path)[:-5])
        self.check("its text is text", browser.text("text").split("\n")[0], "PatientName: " + hostile.replace("\u202e", "<U+202E>"))
        self.check("no element of it", browser.evaluate("document.querySelectorAll('img, b').length"), 0)
        self.check("nothing goes wrong", browser.faults(), [])
        self.shot("hostile")
        with open(path, "rb") as stream:
            self.check("the page is ASCII", max(stream.read()) < 128)
        path = self.page([file])
        with open(path, "rb") as stream:
            self.check("no identity without being asked", b"onerror" in stream.read(), False)

        # The page itself asks for nothing, and what somebody had it ask for would not leave.
        sent = []
        listener = socket.create_server(("127.0.0.1", 0))
        listener.settimeout(0.2)
        ended = threading.Event()

        def listen():
            while not ended.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue

                # The browser connects ahead to where a frame would lead, before it asks whether that is allowed.
                connection.settimeout(0.5)
                try:
                    sent.append(connection.recv(1000))
                except TimeoutError:
                    pass
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        self.page([os.path.join(SAMPLES, "mr/cine.dcm"), os.path.join(SAMPLES, "ct/slice-1.dcm"), os.path.join(SAMPLES, "us/color.dcm")])
        for key in ("End", "Home", "]", "i", "w", "r", "]", "f"):
            self.key(key)
        self.check("nothing is requested", browser.requests(), [])
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        browser.evaluate(f"fetch('{address}').catch(() => {{}})")
        browser.evaluate(f"(() => {{ new Image().src = '{address}'; const s = document.createElement('script'); s.src = '{address}'; document.body.append(s); }})()")
        browser.evaluate(f"(() => {{ const f = document.createElement('iframe'); f.src = '{address}'; document.body.append(f); navigator.sendBeacon('{address}', 'x'); }})()")
        browser.evaluate("(() => { const s = document.createElement('script'); s.textContent = 'document.title = \"x\"'; document.body.append(s); })()")
        browser.evaluate("(() => { const d = document.createElement('div'); d.setAttribute('onclick', 'document.title = \"x\"'); document.body.append(d); d.click(); })()")
        time.sleep(1)
        ended.set()
        thread.join()
        listener.close()
        self.check("nothing is sent", [data for data in sent if data], [])
        self.check("no other script runs", browser.evaluate("document.title !== 'x'"))

    def damaged(self):
        file = os.path.join(SAMPLES, "mr/cine.dcm")
        path = self.page([file])
        with open(path, "rb") as stream:
            data = stream.read()
        start = data.index(b"data-frame") + 1
        middle = data.index(b"data-frame", start)
        broken = self.write("broken.html", data[:middle - 300] + bytes(b ^ 1 if 40 < b < 120 and b != 61 else b for b in data[middle - 300:middle - 250]) + data[middle - 250:])
        self.browser.send("Page.navigate", url="file://" + broken)
        self.browser.wait_for("document.getElementById('frame') && document.getElementById('frame').dataset.frame === '0'")
        self.check("damage is told", self.browser.text("message").startswith("This frame is damaged"))
        self.key("ArrowDown")
        self.check_picture("and harms no other frame", self.picture(file, 2))

    def run(self):
        for test in (self.first_views, self.frames, self.windows, self.several_series, self.closed, self.damaged):
            test()
        print(f"{self.count} checks, {self.failed} failed")
        return self.failed == 0


def measure(program, browser, files, folder):
    """Size and times of pages of many files."""
    for options in (["--content", "Values"], ["--content", "Display"], ["--content", "Display", "--quality", "90"]):
        path = os.path.join(folder, "measured.html")
        start = time.perf_counter()
        subprocess.run([*shlex.split(program), "page", *files, "-o", path, "-q", "--force", *options], check=True, capture_output=True)
        written = time.perf_counter() - start
        opened = browser.open(path)
        browser.wait_for("document.readyState === 'complete'")
        loaded = browser.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        count = int(browser.text("number").split(" of ")[1])
        each = browser.evaluate("""(async () => {
            const start = performance.now();
            for (const frame of series[0].frames) await decode(frame);
            return (performance.now() - start) / series[0].frames.length;
        })()""")
        shown = browser.evaluate(f"""(async () => {{
            const start = performance.now();
            for (let i = 0; i < {count}; i++) await goTo(i);
            return (performance.now() - start) / {count};
        }})()""")
        print(f"{' '.join(options)}: {os.path.getsize(path) / 1e6:.1f} MB, written in {written:.2f} s; first frame after {opened * 1000:.0f} ms, loaded after "
              f"{loaded:.0f} ms; {each:.1f} ms to decode a frame, {shown:.1f} ms to show it, all {count} in {shown * count / 1000:.2f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--psdicom", default=PROGRAM, help="the command to test")
    parser.add_argument("--screenshots", help="a folder for pictures of the browser")
    parser.add_argument("--measure", nargs="+", metavar="FILE", help="measure pages of these files instead")
    arguments = parser.parse_args()
    program = chromium.find()
    if program is None:
        print("skipped: there is no Chromium. Install one, or name it by PSDICOM_CHROMIUM.")
        return 0
    if arguments.screenshots:
        os.makedirs(arguments.screenshots, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium.Chromium(program) as browser:
        if arguments.measure:
            measure(arguments.psdicom, browser, arguments.measure, folder)
            return 0
        return 0 if Tests(arguments.psdicom, browser, folder, arguments.screenshots).run() else 1


if __name__ == "__main__":
    sys.exit(main())
