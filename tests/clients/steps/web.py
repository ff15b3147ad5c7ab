"""For tools that are servers themselves: starts one, talks to it as a browser does, and ends it."""

import html
import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

from steps import AT_END


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A tool's own server, a process that ends with this one."""

    def __init__(self, command, port, seconds=400, **options):
        self.port = port
        self.process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        AT_END.append(self.stop)
        until = time.monotonic() + seconds
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                assert self.process.poll() is None and time.monotonic() < until, f"{command} did not come up"
                time.sleep(0.1)

    def stop(self):
        """Ends it and the processes that it started."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)


class Browser:
    """Cookies, forms and pages of one server."""

    def __init__(self, address):
        self.address = address
        self.headers = {}
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def send(self, method, path, body=None, kind=None, timeout=120):
        """The status and the text of an answer, whatever the status is."""
        request = urllib.request.Request(self.address + path, data=body, method=method, headers=dict(self.headers))
        if kind:
            request.add_header("Content-Type", kind)
        try:
            with self.opener.open(request, timeout=timeout) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode(errors="replace")

    def form(self, path, fields):
        return self.send("POST", path, urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def json(self, method, path, body=None, good=True, **options):
        """The answer's JSON; a status that says no is an error, unless `good` is false."""
        sent = None if body is None else json.dumps(body).encode()
        status, text = self.send(method, path, sent, "application/json" if sent is not None else None, **options)
        assert (status < 400) == good, (method, path, status, text[:2000])
        return json.loads(text) if text else None


def words(page):
    """A page's text without its tags."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<script.*?</script>|<[^>]*>", " ", page, flags=re.S)))
