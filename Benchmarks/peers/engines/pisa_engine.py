"""PISA through the extension that pyterrier_pisa ships: `build TOKENS.tsv INDEX`, `serve INDEX`.

It keeps no positions and has no way to count, so phrases and numbers are not supported. Its parser
drops what is not ASCII, so that words are given to it as numbers; that is not part of the build's time.
"""

import json
import os
import sys
import time

import _pisathon as pisa

SETTINGS = {"bm25_k1": 1.2, "bm25_b": 0.75}


def numbered(tokens, path):
    """Writes the passages with a number for each word, and the numbers."""
    numbers = {}
    with open(tokens, encoding="utf-8") as lines, open(f"{path}/passages", "w") as passages:
        for line in lines:
            name, body = line.rstrip("\n").split("\t", 1)
            words = (f"w{numbers.setdefault(word, len(numbers))}" for word in body.split(" ") if word)
            passages.write(f"{name.replace(' ', '_')} {' '.join(words)}\n")
    with open(f"{path}/words.json", "w") as file:
        json.dump(numbers, file)


def prepare(context, path):
    pisa.prepare_index(context, path, "block_simdbp", "bm25", "", 64, 0, **SETTINGS)


def index_bytes(path):
    parts = [name for name in os.listdir(path) if ".q0." in name or name.startswith("fwd.") and "lex" in name]
    return sum(os.path.getsize(f"{path}/{name}") for name in parts)


def build(tokens, path):
    os.makedirs(path, exist_ok=True)
    numbered(tokens, path)
    started, cpu = time.perf_counter(), sum(os.times()[:2])
    pisa.index(f"{path}/passages", path, "", 100_000, 1)
    prepare(pisa.RetrievalContext(), path)
    print(json.dumps({
        "version": "PISA (pyterrier_pisa 0.4.9)", "wall_s": time.perf_counter() - started,
        "cpu_s": sum(os.times()[:2]) - cpu, "bytes": index_bytes(path)}))


class Server:
    LIMIT = 1000

    def __init__(self, path):
        import numpy

        with open(f"{path}/words.json") as file:
            self.numbers = json.load(file)
        self.context = pisa.RetrievalContext()
        prepare(self.context, path)
        kinds = [numpy.int32, object, numpy.int32, numpy.float32]
        self.columns = [numpy.empty(self.LIMIT, dtype=kind) for kind in kinds]

    def answer(self, command, text):
        if text.startswith('"') or not command.startswith("TOP_") or command.endswith("_COUNT"):
            return None
        words = text.split(" ")
        is_union = len(words) > 1 and words[0][0] != "+"
        algorithm = "block_max_maxscore" if is_union else "ranked_and"
        query = {f"w{self.numbers.get(word.lstrip('+'), -1)}": 1.0 for word in words}
        return pisa.retrieve(
            self.context, algorithm, [(0, query)], int(command.split("_")[1]), 1, 1, 0, *self.columns)

    def serve(self):
        for line in sys.stdin:
            command, text = line.rstrip("\n").split("\t", 1)
            started = time.perf_counter_ns()
            count = self.answer(command, text)
            spent = time.perf_counter_ns() - started
            print("UNSUPPORTED" if count is None else f"{count}\t{spent}", flush=True)


if __name__ == "__main__":
    build(*sys.argv[2:]) if sys.argv[1] == "build" else Server(sys.argv[2]).serve()
