"""Lucene, the engine inside OpenSearch, fed by an export and asked as a cluster is."""

import glob
import json
import os
import subprocess
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, f"{HERE}/../../Benchmarks/peers")

import install  # noqa: E402  The peers of the benchmarks are installed from the same places.


class Lucene:
    """An index of Lucene 10 in a folder that is removed at the end."""

    def __init__(self, workshop, folder):
        self.place = tempfile.TemporaryDirectory()
        try:
            command = self.program(install.Workshop(os.path.abspath(workshop)))
        except install.Missing as problem:
            raise OSError(f"Lucene cannot be had: {problem}")
        self.process = subprocess.Popen(
            [*command, folder, self.place.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            encoding="utf-8")
        if not self.process.stdout.readline().startswith("ready"):
            raise OSError("Lucene did not take the documents")

    @staticmethod
    def program(workshop):
        homes = [home for home in install.java_homes() if home[0] >= 21]
        if not homes:
            raise install.Missing("there is no Java development kit of version 21 or later")
        home = homes[0][1]
        package = workshop.extract(
            workshop.wheel("nlp4j-local-search==0.8.1.0"), r"nlp4j-localsearch\.jar$", "lucene")
        workshop.extract(
            zipfile.ZipFile(f"{package}/nlp4j-localsearch.jar"),
            r"lucene-(core|analysis-common|queries)[^/]*\.jar$", "lucene")
        jars = ":".join(glob.glob(f"{package}/lucene-*.jar"))
        classes = f"{workshop.folder}/classes"
        install.run(
            [f"{home}/bin/javac", "-nowarn", "-d", classes, "-cp", jars, *glob.glob(f"{HERE}/lucene/*.java")],
            "Lucene's program does not compile")
        return [f"{home}/bin/java", "-Xmx4g", "-cp", f"{jars}:{classes}", "Verify"]

    def search(self, request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        answer = json.loads(line) if line else {"error": "Lucene has ended"}
        if "error" in answer:
            raise OSError(f"{answer['error']}: {json.dumps(request, ensure_ascii=False)[:2000]}")
        return answer["total"], [tuple(hit) for hit in answer["hits"]]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.place.cleanup()
