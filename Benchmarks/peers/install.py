"""Finds the peers, installs what is missing from Debian and PyPI, and compiles their programs.

A peer that cannot be had is left out with a sentence; the others go on.
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINES = f"{HERE}/engines"


class Missing(Exception):
    """Why a peer cannot be measured."""


class Peer:
    """How one engine is built and asked; commands are lists of arguments."""

    def __init__(self, name, program, environment=None):
        self.name, self.program = name, program
        self.environment = {**os.environ, **(environment or {})}

    def build(self, tokens, index):
        return [*self.program, "build", tokens, index]

    def serve(self, index):
        return [*self.program, "serve", index]


def run(command, problem, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no message"]
        raise Missing(f"{problem}: {last[0]}")
    return done.stdout


def debian(packages):
    """Installs those of Debian's packages that are missing."""
    def is_installed(package):
        status = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Status}", package], capture_output=True, text=True)
        return status.stdout.endswith(" installed")

    if not shutil.which("apt-get"):
        return
    wanted = [package for package in packages if not is_installed(package)]
    if not wanted:
        return
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    names = " ".join(wanted)
    print(f"==> Installing {names} with apt-get", flush=True)
    run([*as_root, "apt-get", "update", "-qq"], "apt-get update failed")
    run([*as_root, "apt-get", "install", "-y", "-qq", *wanted],
        f"{names} could not be installed", env=environment)


class Workshop:
    """Where everything that is installed and compiled stays between runs."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(f"{folder}/bin", exist_ok=True)

    def compile(self, compiler, source, libraries):
        program = f"{self.folder}/bin/{os.path.splitext(source)[0]}"
        debian(["gcc", "g++", "libc6-dev"])
        run([compiler, "-O2", "-D_GNU_SOURCE", "-Wall", "-o", program, f"{ENGINES}/{source}", *libraries],
            f"{source} does not compile")
        return [program]

    @property
    def python(self):
        program = f"{self.folder}/python/bin/python"
        if not os.path.exists(program):
            debian(["python3-venv"])
            run([sys.executable, "-m", "venv", f"{self.folder}/python"], "no Python environment")
        return program

    def pip(self, *packages):
        run([self.python, "-m", "pip", "install", "-q", *packages],
            f"{' '.join(packages)} could not be installed from PyPI")

    def wheel(self, package):
        """Downloads a package of PyPI for what it carries, and returns its archive."""
        place = f"{self.folder}/wheels/{package.split('==')[0]}"
        if not glob.glob(f"{place}/*.whl"):
            run([self.python, "-m", "pip", "download", "-q", "--no-deps", "--ignore-requires-python",
                 "-d", place, package], f"{package} could not be had from PyPI")
        archives = glob.glob(f"{place}/*.whl")
        if not archives:
            raise Missing(f"{package} has no wheel for this machine")
        return zipfile.ZipFile(archives[0])

    def extract(self, archive, pattern, place):
        """Extracts the files whose names fit, without their folders."""
        os.makedirs(f"{self.folder}/{place}", exist_ok=True)
        for name in archive.namelist():
            if re.search(pattern, name):
                target = f"{self.folder}/{place}/{os.path.basename(name)}"
                with archive.open(name) as source, open(target, "wb") as file:
                    shutil.copyfileobj(source, file)
        return f"{self.folder}/{place}"


def sqlite(workshop):
    debian(["libsqlite3-dev"])
    return Peer("SQLite FTS5", workshop.compile("gcc", "sqlite.c", ["-lsqlite3"]))


def xapian(workshop):
    debian(["libxapian-dev"])
    environment = {"XAPIAN_FLUSH_THRESHOLD": "1000000"}
    return Peer("Xapian", workshop.compile("g++", "xapian.cc", ["-lxapian"]), environment)


def groonga(workshop):
    debian(["libgroonga-dev", "pkg-config"])
    flags = run(["pkg-config", "--cflags", "--libs", "groonga"], "no libgroonga").split()
    peer = Peer("Groonga", workshop.compile("gcc", "groonga.c", flags))
    # It writes some files, all beginning with the name of its database.
    peer.build = lambda tokens, index: [*peer.program, "build", tokens, f"{index}/db"]
    peer.serve = lambda index: [*peer.program, "serve", f"{index}/db"]
    return peer


def tantivy(workshop):
    workshop.pip("tantivy==0.27.0")
    return Peer("tantivy", [workshop.python, f"{ENGINES}/tantivy_engine.py"])


def pisa(workshop):
    workshop.pip("numpy")
    extension = workshop.extract(workshop.wheel("pyterrier_pisa==0.4.9"), r"_pisathon.*\.so$", "pisa")
    workshop.extract(workshop.wheel("tbb==2020.3.254"), r"libtbb\.so\.2$", "pisa")
    environment = {"PYTHONPATH": extension, "LD_LIBRARY_PATH": extension}
    check = {**os.environ, **environment}
    run([workshop.python, "-c", "import _pisathon"], "PISA's extension does not load", env=check)
    return Peer("PISA", [workshop.python, f"{ENGINES}/pisa_engine.py"], environment)


def java_homes():
    """The development kits of this machine as (version, folder), the newest first."""
    found = []
    for compiler in glob.glob("/usr/lib/jvm/*/bin/javac") + glob.glob(f"{os.environ.get('JAVA_HOME')}/bin/javac"):
        version = subprocess.run([compiler, "-version"], capture_output=True, text=True).stdout
        number = re.search(r"javac (\d+)", version)
        if number:
            found.append((int(number.group(1)), os.path.dirname(os.path.dirname(compiler))))
    return sorted(found, reverse=True)


def lucene(workshop):
    """Lucene 10 of PyPI where there is a Java that it runs on, else Lucene 8 of Debian."""
    homes = java_homes()
    if not homes:
        debian(["openjdk-17-jdk-headless"])
        homes = java_homes()
    if not homes:
        raise Missing("there is no Java development kit; install openjdk-17-jdk-headless")
    version, home = homes[0]
    options = ["-Xmx4g", "-XX:+UseParallelGC"]
    if version >= 21:
        package = workshop.extract(workshop.wheel("nlp4j-local-search==0.8.1.0"), r"nlp4j-localsearch\.jar$", "lucene")
        workshop.extract(zipfile.ZipFile(f"{package}/nlp4j-localsearch.jar"), r"lucene-(core|analysis-common)[^/]*\.jar$", "lucene")
        jars, number = glob.glob(f"{package}/lucene-*.jar"), 10
        options += ["--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"]
    else:
        debian(["liblucene8-java"])
        jars, number = glob.glob("/usr/share/java/lucene-core-8*.jar") + glob.glob("/usr/share/java/lucene-analyzers-common-8*.jar"), 8
    classes = f"{workshop.folder}/lucene/{number}"
    run([f"{home}/bin/javac", "-nowarn", "-d", classes, "-cp", ":".join(jars),
         f"{ENGINES}/lucene/Engine.java", f"{ENGINES}/lucene/{number}/Top.java"], "Lucene's program does not compile")
    return Peer("Lucene", [f"{home}/bin/java", *options, "-cp", ":".join([*jars, classes]), "Engine"])


PEERS = {
    "sqlite": sqlite, "lucene": lucene, "tantivy": tantivy, "pisa": pisa, "groonga": groonga, "xapian": xapian,
}
