#!/usr/bin/env python3
"""Builds a Haskap index of any size on Apache Spark, and asks it many questions at once.

    haskap_spark.py build INPUT… --output DIR --shards N
    haskap_spark.py search QUERIES --index DIR

DIR gets a folder for each shard, and `shards.json` last: until then there is no index. The documents
keep their order, that of the input's paths, and each shard has as many as the next: so the shards
answer as one index of the same documents does, and the same input gives the same bytes, whatever the
cluster. Needs pyspark 3.5 or later; the program `haskap` travels with the job.
"""

import argparse
import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from itertools import islice
from urllib.parse import unquote

from pyspark import SparkFiles, TaskContext
from pyspark.sql import SparkSession, functions as F

LIST = "shards.json"
ATTEMPTS = "_attempts"
FORMATS = {"jsonl": "jsonl", "json": "jsonl", "ndjson": "jsonl", "csv": "csv", "tsv": "csv",
           "parquet": "parquet", "orc": "orc", "txt": "text"}
# So many documents, as the program takes to guess a schema by.
SAMPLE = 500
# Files of lines on disks that all reach are cut into blocks of so many bytes, if they are not packed.
BLOCK = 32 << 20
PACKED = (".gz", ".bz2", ".zst", ".lz4", ".snappy", ".deflate")
JAVA = "-XX:TieredStopAtLevel=1"


class Failure(Exception):
    """What the user can mend, in one sentence."""


# What runs on the workers.

def shipped(name=""):
    """The path of a file that came with the job, or of the task's folder for its own."""
    return os.path.abspath(SparkFiles.get(name) if name else SparkFiles.getRootDirectory())


def run_haskap(arguments, folder, stdin=None):
    """Runs the program that came with the job; it dies with the task, however that ends."""
    program = shipped("haskap")
    os.chmod(program, 0o755)
    die = ctypes.CDLL(None).prctl
    done = subprocess.run(
        [program, *arguments], cwd=folder, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: die(1, signal.SIGKILL))
    # 1 says that nothing was found.
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode("utf-8")


def hadoop_shell(*arguments):
    """A command of Hadoop's file system shell, out of the jars that Spark brings, with the driver's settings."""
    import pyspark
    home = os.environ.get("SPARK_HOME") or os.path.dirname(pyspark.__file__)
    path = os.pathsep.join(filter(None, [shipped(), os.environ.get("HADOOP_CONF_DIR"), f"{home}/jars/*"]))
    java = f"{os.environ['JAVA_HOME']}/bin/java" if os.environ.get("JAVA_HOME") else "java"
    done = subprocess.run(
        [java, JAVA, "-cp", path, "org.apache.hadoop.fs.FsShell", *arguments], stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode("utf-8", "replace").strip())


def local_path(place):
    """The path of a place that is a folder of this machine; None for those of HDFS, S3 and others."""
    if place.startswith("file:"):
        return "/" + place[len("file:"):].lstrip("/")
    return None if "://" in place else place


def put(folder, place):
    """Moves a folder to where the index is to be."""
    target = local_path(place)
    if target:
        shutil.move(folder, target)
    else:
        hadoop_shell("-put", folder, place)


def cell(text):
    """Digits are an integer only where nothing is lost by it: 007 is none."""
    digits = text[1:] if text.startswith("-") else text
    if digits.isascii() and digits.isdigit() and len(digits) < 19 and str(int(text)) == text:
        return int(text)
    return text


def count_lines(block):
    """How many lines begin in a block of a file."""
    path, start, end = block
    before = max(start - 1, 0)
    with open(path, "rb") as file:
        file.seek(before)
        return (start == 0) + file.read(end - 1 - before).count(b"\n")


def lines_of(pieces):
    """The lines of pieces of files: where a block starts, how many lines that begin there to pass over and to take."""
    for path, start, skip, take in pieces:
        with open(path, "rb") as file:
            file.seek(max(start - 1, 0))
            # The first line found, but at the start of the file, is the end of one that began before.
            skip += start > 0
            yield from islice(file, skip, skip + take)


def document_line(line, kind):
    """A document as a line of JSON. What is one already stays as it is, be it right or wrong."""
    line = line.rstrip(b"\r\n")
    if kind == "csv":
        document = {name: cell(text) for name, text in json.loads(line).items()}
    elif kind == "text":
        document = {"text": line.decode("utf-8", "replace")}
    else:
        return line + b"\n"
    return json.dumps(document, ensure_ascii=False).encode() + b"\n"


def keep_rejected(lines, skipped, target):
    """Writes the documents that were passed over with what is wrong with them; returns how many."""
    problems = {}
    with open(skipped, encoding="utf-8") as file:
        for entry in map(json.loads, file):
            problems[entry["line"]] = entry["problem"].split(": ", 1)[-1]
    if problems:
        with open(lines, encoding="utf-8", errors="replace", newline="\n") as source, \
                open(target, "w", encoding="utf-8") as file:
            for number, line in enumerate(source, 1):
                if number in problems:
                    entry = {"document": line.rstrip("\n"), "problem": problems[number]}
                    file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    return len(problems)


def build_shard(options, counters):
    def build(number, rows):
        attempt = f"{number:05d}-{TaskContext.get().taskAttemptId()}"
        with tempfile.TemporaryDirectory(prefix="haskap-", dir=shipped()) as folder:
            lines, result = f"{folder}/lines", f"{folder}/{attempt}"
            os.mkdir(result)
            with open(lines, "wb") as file:
                file.writelines(document_line(row, options["kind"]) for row in rows)
            size = os.path.getsize(lines)
            with open(lines, "rb") as source:
                summary = json.loads(run_haskap(
                    ["index", "-", "--schema", shipped("schema.json"), "--json",
                     "--index", f"{result}/shard", "--skip-bad", "--skipped", f"{folder}/skipped",
                     "--memory", str(options["memory"]), "--workers", "1"], folder, source))
            os.remove(f"{result}/shard/writer.lock")
            rejected = keep_rejected(lines, f"{folder}/skipped", f"{result}/rejected.jsonl")
            put(result, f"{options['output']}/{ATTEMPTS}/{attempt}")
        found = (summary["documents"], size, rejected)
        for counter, count in zip(counters, found):
            counter.add(count)
        yield (number, attempt, *found)
    return build


def fetched(index):
    """The index as a folder of this machine, fetched once by each executor."""
    if local_path(index):
        return local_path(index)
    root = shipped()
    target = f"{root}/haskap-index"
    if not os.path.exists(target):
        with tempfile.TemporaryDirectory(dir=root) as folder:
            hadoop_shell("-get", index, f"{folder}/index")
            try:
                os.rename(f"{folder}/index", target)
            except OSError:  # Another task was quicker.
                pass
    return target


def ask(options):
    def answer(rows):
        rows = list(rows)
        if not rows:
            return
        with tempfile.TemporaryDirectory(prefix="haskap-", dir=shipped()) as folder:
            with open(f"{folder}/queries", "w", encoding="utf-8", newline="\n") as file:
                file.writelines(query + "\n" for _, query in rows)
            index = os.path.abspath(fetched(options["index"]))
            output = run_haskap(
                ["search", "--queries", "queries", "--index", index, "--limit", str(options["limit"])], folder)
        for (number, query), answer in zip(rows, map(json.loads, output.splitlines())):
            if "error" in answer:
                yield number, query, None, None, None, answer["error"]
            for hit in answer["hits"]:
                score = float(hit["score"]) if "score" in hit else None
                yield number, query, hit["rank"], hit.get("id"), score, None
    return answer


# What runs on the driver.

class Output:
    """The folder of the index, by Hadoop's file system."""

    def __init__(self, spark, place):
        self.place, self.jvm = place, spark.sparkContext._jvm
        self.settings = spark.sparkContext._jsc.hadoopConfiguration()
        self.files = self.path("").getFileSystem(self.settings)
        self.place = self.files.makeQualified(self.path("")).toString()

    def send_settings(self, context, folder):
        """Gives the workers what is known of Hadoop here, under the name by which its shell looks for it."""
        stream = self.jvm.java.io.FileOutputStream(f"{folder}/core-site.xml")
        self.settings.writeXml(stream)
        stream.close()
        context.addFile(f"{folder}/core-site.xml")

    def path(self, name):
        return self.jvm.org.apache.hadoop.fs.Path(f"{self.place}/{name}" if name else self.place)

    def names(self):
        if not self.files.exists(self.path("")):
            return []
        return [entry.getPath().getName() for entry in self.files.listStatus(self.path(""))]

    def prepare(self):
        """Takes away what a job has left that came to no end; refuses all else."""
        names = self.names()
        if LIST in names:
            raise Failure(f"{self.place} holds an index already; name a new folder, or remove it")
        others = [name for name in names
                  if name not in (ATTEMPTS, "rejected", LIST + ".new") and not name.startswith("shard-")]
        if others:
            raise Failure(f"{self.place} holds other things than an index, such as '{others[0]}'; "
                          "name a new or empty folder")
        for name in names:
            self.files.delete(self.path(name), True)
        if not self.files.mkdirs(self.path(ATTEMPTS)):
            raise Failure(f"{self.place} cannot be made; name a folder that can be written")

    def move(self, source, target):
        if not self.files.rename(self.path(source), self.path(target)):
            raise Failure(f"{self.place}/{source} cannot be renamed to {target}; build again")

    def commit(self, shards, summary):
        """Puts the shards in their places; `shards.json` is the last."""
        for number, attempt, _, _, rejected in shards:
            self.move(f"{ATTEMPTS}/{attempt}/shard", f"shard-{number:05d}")
            if rejected:
                self.files.mkdirs(self.path("rejected"))
                self.move(f"{ATTEMPTS}/{attempt}/rejected.jsonl", f"rejected/{number:05d}.jsonl")
        self.files.delete(self.path(ATTEMPTS), True)
        stream = self.files.create(self.path(LIST + ".new"), True)
        stream.write(bytearray(json.dumps(summary, ensure_ascii=False, indent=1).encode() + b"\n"))
        stream.close()
        self.move(LIST + ".new", LIST)


def kind_of(inputs):
    kinds = {FORMATS.get(part) for path in inputs
             for part in [path.lower().removesuffix(".gz").rsplit(".", 1)[-1]]}
    if len(kinds) != 1 or None in kinds:
        raise Failure("the names of the input do not tell one format; give it by --format")
    return kinds.pop()


def check_names(spark, inputs):
    """A file that is named twice, or with its folder, would be documents twice."""
    if len(inputs) == 1:
        return
    seen = set()
    for path in inputs:
        files = set(spark.read.format("binaryFile").load(path).inputFiles())
        if seen & files:
            raise Failure(f"the input names {unquote(min(seen & files))} twice; name it once")
        seen |= files


def read(spark, inputs, kind):
    """The documents as lines, each with where it stands: file, block and place in the partition."""
    if kind in ("jsonl", "text"):
        rows = spark.read.text(inputs, lineSep="\n").withColumnRenamed("value", "line")
    elif kind == "csv":
        separator = "\t" if inputs[0].lower().removesuffix(".gz").endswith(".tsv") else ","
        rows = spark.read.csv(inputs, header=True, sep=separator, escape='"', multiLine=True)
    else:
        rows = spark.read.format(kind).load(inputs)
    if kind not in ("jsonl", "text"):
        rows = rows.withColumn("line", F.to_json(F.struct(*[F.col(f"`{name}`") for name in rows.columns])))
    return rows.select(
        # As bytes, since what is no UTF-8 is for the program to see.
        F.col("line").cast("binary").alias("line"), F.col("_metadata.file_path").alias("file"), F.col("_metadata.file_block_start").alias("start"),
        F.monotonically_increasing_id().alias("place"))


def numbered(spark, rows):
    """The lines with their numbers in the whole input, whatever blocks it was cut into; and the sum."""
    blocks = rows.groupBy("file", "start").agg(F.count("*").alias("count"), F.min("place").alias("first"))
    shifts, total = [], 0
    for block in sorted(blocks.collect(), key=lambda block: (block.file, block.start)):
        shifts.append((block.file, block.start, total - block.first))
        total += block["count"]
    shifts = spark.createDataFrame(shifts, "file string, start long, shift long")
    joined = rows.join(F.broadcast(shifts), ["file", "start"])
    return joined.select("line", (F.col("place") + F.col("shift")).alias("number")), total


def parted(spark, lines, total, count):
    """As many partitions as shards, each with its documents in order."""
    # Spark chooses the partition by a hash; of each partition one number that comes there is known.
    salts = {}
    for salt, part in spark.range(64 * count).select("id", F.expr(f"pmod(hash(id), {count})")).collect():
        salts.setdefault(part, salt)
    if len(salts) < count:
        raise Failure(f"{count} shards are too many; name fewer")
    table = F.array(*[F.lit(salts[part]).cast("long") for part in range(count)])
    shard = F.floor(F.col("number") * count / F.lit(total)).cast("int")
    return lines.repartition(count, table[shard]).sortWithinPartitions("number").select("line")


def by_rows(spark, inputs, kind, count):
    """The first lines, the sum of all, and the lines of each shard: as rows that Spark reads and sends about."""
    rows = read(spark, inputs, kind)
    lines, total = numbered(spark, rows)
    first = rows.filter("start = 0").orderBy("file", "place").select("line").limit(SAMPLE)
    bare = lambda row: row.line
    return map(bare, first.collect()), total, parted(spark, lines, total, count).rdd.map(bare)


def plain_files(spark, inputs, kind):
    """The paths of files of lines that Python itself can read in blocks; none if there are others."""
    if kind not in ("jsonl", "text"):
        return []
    files = sorted(spark.read.text(inputs).inputFiles())
    plain = all(file.startswith("file:") and not file.endswith(PACKED) for file in files)
    return [local_path(unquote(file)) for file in files] if plain else []


def by_blocks(spark, paths, count):
    """The same of files that are read in place: each shard is a run of lines in them, and no row travels."""
    blocks = [(path, start, min(start + BLOCK, size)) for path in paths
              for size in [os.path.getsize(path)] for start in range(0, size, BLOCK)]
    counts = spark.sparkContext.parallelize(blocks, max(len(blocks), 1)).map(count_lines).collect()
    total, number, pieces = sum(counts), 0, [[] for _ in range(count)]
    for (path, start, _), lines in zip(blocks, counts):
        at, end = number, number + lines
        while at < end:
            shard = at * count // total
            stop = min(end, -(-(shard + 1) * total // count))
            pieces[shard].append((path, start, at - number, stop - at))
            at = stop
        number = end
    first = lines_of((path, start, 0, lines) for (path, start, _), lines in zip(blocks, counts))
    return islice(first, SAMPLE), total, spark.sparkContext.parallelize(pieces, count).flatMap(lines_of)



def schema_text(lines, kind, program):
    """What the program guesses by the first documents."""
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/sample.jsonl", "wb") as file:
            file.writelines(document_line(line, kind) for line in lines)
        done = subprocess.run([program, "index", "sample.jsonl", "--guess", "--skip-bad"],
                              cwd=folder, capture_output=True)
    if done.returncode != 0:
        raise Failure(done.stderr.decode("utf-8", "replace").strip() + "; give a schema by --schema")
    return done.stdout.decode("utf-8")


def build(spark, options):
    context = spark.sparkContext
    output = Output(spark, options.output)
    output.prepare()
    kind = options.format or kind_of(options.input)
    context.setJobDescription("counting the documents")
    check_names(spark, options.input)
    paths = plain_files(spark, options.input, kind)
    first, total, lines = (by_blocks(spark, paths, options.shards) if paths else
                           by_rows(spark, options.input, kind, options.shards))
    if total == 0:
        raise Failure("the input has no documents; check its names")
    if options.schema:
        with open(options.schema, encoding="utf-8") as file:
            schema = file.read()
    else:
        schema = schema_text(first, kind, options.program)
    with open(f"{options.folder}/schema.json", "w", encoding="utf-8") as file:
        file.write(schema)
    context.addFile(f"{options.folder}/schema.json")
    output.send_settings(context, options.folder)
    counters = [context.accumulator(0) for _ in range(3)]
    task = build_shard({"kind": kind, "memory": options.memory, "output": output.place}, counters)
    context.setJobDescription(f"building {options.shards} shards of {total} documents")
    shards = sorted(lines.mapPartitionsWithIndex(task).collect())
    documents, size, rejected = (counter.value for counter in counters)
    output.commit(shards, {"shards": [f"shard-{shard[0]:05d}" for shard in shards],
                           "documents": documents, "rejected": rejected})
    print(f"{documents:,} documents of {size:,} bytes in {len(shards)} shards in {options.output}; "
          f"{rejected:,} rejected" + (f", see {options.output}/rejected" if rejected else ""))


def search(spark, options):
    context = spark.sparkContext
    queries = [line for line in context.textFile(options.queries, 1).collect() if line.strip()]
    tasks = options.tasks or min(len(queries), 2 * context.defaultParallelism) or 1
    index = Output(spark, options.index)
    index.send_settings(context, options.folder)
    task = ask({"index": index.place, "limit": options.limit})
    context.setJobDescription(f"asking {len(queries)} queries")
    found = context.parallelize(list(enumerate(queries)), tasks).mapPartitions(task)
    table = spark.createDataFrame(
        found, "number int, query string, rank int, id string, score double, error string")
    if options.output:
        table.write.csv(options.output, sep="\t", header=True)
        return
    for row in table.collect():
        if row.error:
            print(f"haskap_spark: {row.query}: {row.error}", file=sys.stderr)
        else:
            score = "" if row.score is None else repr(row.score)
            print(row.query, row.rank, row.id or "", score, sep="\t")


def arguments():
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--program", help="the program haskap (default: that of the PATH)")
    common.add_argument("--master", help="the cluster, such as spark://HOST:7077 (default: as spark-submit says, or this machine)")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", parents=[common], help="build an index in shards")
    building.add_argument("input", nargs="+", help="files and folders that Spark reads")
    building.add_argument("--output", required=True, help="a new or empty folder that all workers reach")
    building.add_argument("--shards", type=int, required=True)
    building.add_argument("--format", choices=sorted(set(FORMATS.values())), help="jsonl, text and tables (default: by the names)")
    building.add_argument("--schema", help="a file with the fields of the documents (default: guessed)")
    building.add_argument("--memory", type=int, default=256, help="MiB that each task takes for documents")
    searching = commands.add_parser("search", parents=[common], help="answer a query on each line of a file")
    searching.add_argument("queries")
    searching.add_argument("--index", required=True, help="the folder of the shards")
    searching.add_argument("--limit", type=int, default=10, help="answers to each query")
    searching.add_argument("--tasks", type=int, help="into how many the queries are parted")
    searching.add_argument("--output", help="a new folder for the table (default: standard output)")
    return parser.parse_args()


def main():
    options = arguments()
    options.program = options.program or shutil.which("haskap")
    if not options.program or not os.path.isfile(options.program):
        raise Failure("there is no program haskap on the PATH; install it, or give it by --program")
    if options.command == "build" and options.shards < 1:
        raise Failure("--shards takes numbers from 1")
    builder = SparkSession.builder.appName(f"haskap {options.command}")
    # The program does the work; what Java is left with ends before compiling it well has paid.
    for part in ("driver", "executor"):
        builder = builder.config(f"spark.{part}.defaultJavaOptions", JAVA)
    if options.master:
        builder = builder.master(options.master)
    spark = builder.getOrCreate()
    try:
        with tempfile.TemporaryDirectory() as folder:
            program = shutil.copy(options.program, f"{folder}/haskap")
            spark.sparkContext.addFile(program)
            options.folder = folder
            {"build": build, "search": search}[options.command](spark, options)
    finally:
        spark.stop()


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"haskap_spark: {failure}")
