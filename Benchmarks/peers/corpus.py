"""Passages for all engines alike: the same words, cut once by ICU, between spaces; and queries of them."""

import collections
import itertools
import json
import lzma
import os
import random


def passages(path):
    """Yields (id, text) of lines `id TAB text`, or of JSON lines: all strings of a document but its id."""
    opened = lzma.open if path.endswith(".xz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if ".tsv" in path:
                yield line.rstrip("\n").split("\t", 1)
            else:
                document = json.loads(line)
                texts = [value for key, value in document.items() if isinstance(value, str) and key != "id"]
                yield str(document.get("id", number)), " ".join(texts)


def write_text(source, target):
    """Writes lines `id TAB text`, and returns the bytes of the texts."""
    size = 0
    with open(target, "w", encoding="utf-8") as file:
        for name, text in passages(source):
            text = " ".join(text.split())
            size += len(text.encode())
            file.write(f"{'_'.join(name.split())}\t{text}\n")
    return size


class Words:
    """The passages' words, and how many passages have each."""

    def __init__(self, tokens):
        self.lines, self.count = [], 0
        self.documents = collections.Counter()
        with open(tokens, encoding="utf-8") as lines:
            for line in lines:
                self.lines.append(line.rstrip("\n").split("\t", 1)[1])
                words = self.lines[-1].split(" ")
                self.count += len(words)
                self.documents.update(set(words))

    def is_askable(self, word):
        """Signs of the protocol, and of the engines' own languages, are left out."""
        return word and not any(sign in word for sign in "+\"'\\\t") and len(word.encode()) < 200


def queries(words, seed, each):
    """Returns lines (class, query): terms of all frequencies; runs of 2 to 4 words that occur, asked
    for as all, any and a phrase."""
    source = random.Random(seed)
    rungs = collections.defaultdict(list)
    for word in sorted(words.documents):
        if words.is_askable(word):
            rungs[words.documents[word].bit_length()].append(word)
    for rung in rungs.values():
        source.shuffle(rung)
    columns = itertools.zip_longest(*(rungs[key] for key in sorted(rungs)))
    terms = [word for word in itertools.chain(*columns) if word][:each]
    runs = set()
    for _ in range(each * 100):
        if len(runs) == each:
            break
        row, length = source.choice(words.lines).split(" "), source.randint(2, 4)
        start = source.randint(0, max(0, len(row) - length))
        run = tuple(row[start:start + length])
        if len(set(run)) == length and all(map(words.is_askable, run)):
            runs.add(run)
    lines = [("term", term) for term in terms]
    for run in sorted(runs):
        lines += [
            ("all", " ".join(f"+{word}" for word in run)), ("any", " ".join(run)),
            ("phrase", f"\"{' '.join(run)}\"")]
    return lines
