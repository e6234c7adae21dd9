"""Drives a headless Chromium over its debugging pipe, with Python's own library alone."""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
import time


def find():
    """The browser: the one that PSDICOM_CHROMIUM names, or one on the path; None if there is none."""
    names = [os.environ.get("PSDICOM_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    return next((found for found in (shutil.which(name) for name in names if name) if found), None)


class Chromium:
    """A browser with one page. What it asks for, and what goes wrong in the page, is kept."""

    def __init__(self, program, width=1000, height=800):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self.input = os.pipe()
        self.output, from_browser = os.pipe()

        # The browser reads from 3 and writes to 4; these numbers may be in use for the other ends.
        def take_pipes():
            ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_browser, from_browser)]
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={self.profile.name}",
             f"--window-size={width},{height}", "--force-device-scale-factor=1", "--no-first-run", "--disable-background-networking", "about:blank"],
            preexec_fn=take_pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.session = None
        self.events = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(domain + ".enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.session = None
        try:
            self.send("Browser.close")
        except OSError:
            pass
        self.process.wait(20)
        os.close(self.input)
        os.close(self.output)
        self.profile.cleanup()

    def send(self, method, **parameters):
        """Sends a command and waits for its answer."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.input, data):]
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def read(self):
        while b"\0" not in self.buffer:
            part = os.read(self.output, 1 << 20)
            if not part:
                raise OSError("The browser has ended.")
            self.buffer += part
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, path):
        """Opens a page and waits until its first frame is shown; the seconds that took."""
        self.events.clear()
        start = time.perf_counter()
        self.send("Page.navigate", url="file://" + path)
        self.wait_for("document.getElementById('frame') && document.getElementById('frame').dataset.frame === '0'")
        return time.perf_counter() - start

    def evaluate(self, script):
        """The value of an expression in the page; of a promise, when it is there."""
        result = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"]))
        return result["result"].get("value")

    def wait_for(self, condition, seconds=30):
        end = time.perf_counter() + seconds
        while not self.evaluate(f"Boolean({condition})"):
            if time.perf_counter() > end:
                raise TimeoutError(f"{condition} has not come true; the page tells: {self.evaluate('document.body.innerText')}")
            time.sleep(0.005)

    def key(self, key, code=None):
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=code or key, text=key if kind == "keyDown" and len(key) == 1 else "")

    def mouse(self, kind, x, y, **more):
        self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def drag(self, start, end, **more):
        self.mouse("mousePressed", *start, button="left", buttons=1, clickCount=1, **more)
        self.mouse("mouseMoved", *end, button="left", buttons=1, **more)
        self.mouse("mouseReleased", *end, button="left", clickCount=1, **more)

    def canvas(self):
        """Width, height and red, green and blue of what is drawn."""
        encoded = self.evaluate("""(() => {
            const canvas = document.getElementById('frame'), data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            let text = '';
            for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(data[i], data[i + 1], data[i + 2]);
            return [canvas.width, canvas.height, btoa(text)];
        })()""")
        return encoded[0], encoded[1], base64.b64decode(encoded[2])

    def text(self, name):
        return self.evaluate(f"document.getElementById('{name}').textContent")

    def requests(self):
        """What was asked for, but for the page itself."""
        asked = [event["params"]["request"]["url"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]
        return [url for url in asked[1:] if not url.startswith(("data:", "blob:"))]

    def faults(self):
        """What went wrong in the page."""
        return [event for event in self.events if event.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded")]

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))
