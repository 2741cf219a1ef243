"""Real web servers, each started on a free port of the loopback interface with a configuration of its own, and stopped again.

A server is looked for in VITRINE_SERVERS, a folder into which packages were unpacked, and then where it is when it is installed.
Nothing of the system's own servers is started, read or changed."""

import http.client
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

PLACES = ["usr/sbin", "usr/bin"]


def program(name):
    """The server of that name; nothing when this machine has none."""
    unpacked = os.environ.get("VITRINE_SERVERS")
    roots = ([Path(unpacked)] if unpacked else []) + [Path("/")]
    return shutil.which(name, path=os.pathsep.join(str(root / place) for root in roots for place in PLACES))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Answer:
    """What a server said: status, headers by lower-case name (the values of one name joined by commas), and bytes as they came."""

    def __init__(self, response):
        self.status = response.status
        self.body = response.read()
        self.headers = {}
        for name, value in response.getheaders():
            before = self.headers.get(name.lower())
            self.headers[name.lower()] = value if before is None else f"{before}, {value}"


class Server:
    """A server of `root`, whose site lies at `base`. `scratch` is a folder for its own files."""

    name = ""

    def __init__(self, root, base, scratch):
        self.root, self.base, self.scratch = root, base, scratch
        self.port = free_port()
        self.log = open(scratch / "log", "wb")
        self.process = subprocess.Popen(self.command(), cwd=scratch, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
                                        env={"PATH": "/usr/bin:/bin", "HOME": str(scratch), "XDG_DATA_HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch)})
        self.wait()

    @property
    def hosting(self):
        return self.root / self.base.strip("/") / "_hosting"

    def wait(self):
        for _ in range(200):
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"{self.name} did not start:\n{(self.scratch / 'log').read_text()}")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def get(self, path, **headers):
        """Asks for a path below the site's own, as it goes over the wire."""
        return self.get_from_root(self.base + path, **headers)

    def get_from_root(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.putrequest("GET", path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            return Answer(connection.getresponse())
        finally:
            connection.close()


class Apache(Server):
    name = "apache2"
    #: Beside what it cannot do without. `deflate` compresses what is not compressed yet, as Debian's own configuration does.
    modules = ["alias", "autoindex", "deflate", "dir", "expires", "filter", "headers", "mime", "negotiation", "rewrite"]

    def command(self):
        folder = next(path for path in (Path(program(self.name)).parents[1] / "lib/apache2/modules", Path("/usr/lib/apache2/modules")) if path.is_dir())
        needed = [name for name in ("mpm_event", "authz_core", "unixd") if (folder / f"mod_{name}.so").exists()]
        lines = [f"LoadModule {name}_module {folder}/mod_{name}.so" for name in needed + self.modules]
        (self.scratch / "mime.types").write_text("application/x-gzip gz\n")
        lines += [f"ServerRoot {self.scratch}", f"Listen 127.0.0.1:{self.port}", "ServerName localhost", f"PidFile {self.scratch}/pid",
                  f"ErrorLog {self.scratch}/log", "User nobody", "Group nogroup", f"DocumentRoot {self.root}",
                  f"DefaultRuntimeDir {self.scratch}", f"Mutex file:{self.scratch}",
                  "<IfModule mod_mime.c>", f"TypesConfig {self.scratch}/mime.types", "</IfModule>",
                  "<IfModule mod_deflate.c>", "AddOutputFilterByType DEFLATE text/html text/css", "</IfModule>",
                  f"<Directory {self.root}>", "AllowOverride FileInfo Indexes", "Options FollowSymLinks MultiViews", "Require all granted", "</Directory>"]
        (self.scratch / "apache.conf").write_text("\n".join(lines) + "\n")
        return [program(self.name), "-D", "FOREGROUND", "-f", str(self.scratch / "apache.conf")]


class BareApache(Apache):
    """One that lacks all that it can lack, but finds the first page of a folder."""
    modules = ["dir"]


class Nginx(Server):
    name = "nginx"

    def command(self):
        paths = "\n".join(f"{kind}_temp_path {self.scratch}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.scratch / "nginx.conf").write_text(f"""
daemon off; master_process off; pid {self.scratch}/pid; error_log {self.scratch}/log;
events {{ }}
http {{
    access_log off; gzip on;
    {paths}
    server {{ listen 127.0.0.1:{self.port}; root {self.root}; include {self.hosting}/nginx.conf; }}
}}
""")
        return [program(self.name), "-p", str(self.scratch), "-e", str(self.scratch / "log"), "-c", str(self.scratch / "nginx.conf")]


class Caddy(Server):
    name = "caddy"

    def command(self):
        (self.scratch / "Caddyfile").write_text(f"""{{
    admin off
    auto_https off
}}
http://127.0.0.1:{self.port} {{
    root * {self.root}
    import {self.hosting}/Caddyfile
}}
""")
        return [program(self.name), "run", "--config", str(self.scratch / "Caddyfile"), "--adapter", "caddyfile"]
