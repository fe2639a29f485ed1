#!/usr/bin/env python3
"""Learns what the parts of a sentence's score count (SentenceWeights.swift), and what each brings.

usage: learn_weights.py DATA [STEP]

DATA holds `docs.tsv` (id TAB title, an ideographic space, body), `train` and `dev` with
`.queries.tsv` and `.qrels`, and all texts once more as `.tok.tsv`, normalized and cut by ICU, words
parted by spaces. Every STEP-th question of train is learned from (2 unless given). Needs numpy.

For each question the best 64 paragraphs by words and pairs of characters (BM25) are kept, and the
features of each; a softmax over them is learned (Adam), with all features and without each.
"""
import collections
import math
import re
import sys
import unicodedata

import numpy as np

CANDIDATES = 64
K1, B = 0.35, 0.75
HEADING, NUMBER, NEIGHBORS = 0.3, 1.5, 0.5
HIRAGANA = re.compile(r"^[ぁ-ゟー]+$")
ASCII = re.compile(r"^[!-~]+$")
ASKS_DATE = re.compile("いつ|何年|何月|何日|何世紀|年代")
DATE = re.compile("[0-9〇一二三四五六七八九十](年|月|日|世)")
FEATURES = [
    "words", "pairs", "length", "sentence", "sentences", "neighbors", "date", "heading"]


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t", 1) for line in lines]


def pairs(text):
    text = unicodedata.normalize("NFKC", text).casefold()
    found = (text[i:i + 2] for i in range(len(text) - 1))
    return [p for p in found if p.isalnum() and not HIRAGANA.match(p)]


def heading_length(title, words):
    """How many of a paragraph's words are its title's."""
    title = re.sub(r"\s", "", unicodedata.normalize("NFKC", title).casefold())
    place = 0
    for number, word in enumerate(words):
        found = title.find(word, place)
        if found < 0:
            return number
        place = found + len(word)
    return len(words)


def weight(word):
    return 0 if HIRAGANA.match(word) else NUMBER if ASCII.match(word) else 1


class Index:
    """BM25 over one field; every term of a question counts once."""

    def __init__(self, texts, b):
        self.count = len(texts)
        lengths = np.array([max(1, len(t)) for t in texts], float)
        self.norm = K1 * (1 - b + b * lengths / lengths.mean())
        self.postings = collections.defaultdict(lambda: ([], []))
        for number, text in enumerate(texts):
            for term, frequency in collections.Counter(text).items():
                documents, frequencies = self.postings[term]
                documents.append(number)
                frequencies.append(frequency)
        self.postings = {t: (np.array(d), np.array(f, float)) for t, (d, f) in self.postings.items()}

    def rarity(self, term):
        found = len(self.postings[term][0]) if term in self.postings else 0
        return math.log1p((self.count - found + 0.5) / (found + 0.5))

    def add(self, scores, terms, factor):
        for term in dict.fromkeys(terms):
            if term in self.postings and weight(term):
                documents, frequencies = self.postings[term]
                part = frequencies / (frequencies + self.norm[documents])
                scores[documents] += factor * weight(term) * self.rarity(term) * part


class Collection:
    def __init__(self, data):
        raw, cut = rows(f"{data}/docs.tsv"), rows(f"{data}/docs.tok.tsv")
        self.ids = {row[0]: number for number, row in enumerate(raw)}
        texts = [row[1].split("\u3000", 1) for row in raw]
        words = [row[1].split(" ") for row in cut]
        self.texts = [unicodedata.normalize("NFKC", row[1]).casefold() for row in raw]
        cuts = [heading_length(*row) for row in zip((t[0] for t in texts), words)]
        self.titles = [set(row[:cut]) for row, cut in zip(words, cuts)]
        self.bodies = [set(row[cut:]) for row, cut in zip(words, cuts)]
        self.fields = [
            (Index([row[cut:] for row, cut in zip(words, cuts)], B),
             Index([pairs(t[1]) for t in texts], 0), 1),
            (Index([row[:cut] for row, cut in zip(words, cuts)], B),
             Index([pairs(t[0]) for t in texts], 0), HEADING)]

    def features(self, question, cut):
        words, grams = np.zeros(len(self.texts)), np.zeros(len(self.texts))
        for word_index, pair_index, factor in self.fields:
            word_index.add(words, cut, factor)
            pair_index.add(grams, pairs(question), factor)
        best = np.argsort(-(words + 0.4 * grams))[:CANDIDATES]
        rarity = self.fields[0][0].rarity
        content = {w: rarity(w) * weight(w) for w in cut if weight(w)}
        near = {a + b: min(rarity(a), rarity(b)) for a, b in zip(cut, cut[1:])}
        asks = bool(ASKS_DATE.search(question))
        return best, np.array([[words[d], grams[d], *self.reading(d, content, near, asks)]
                               for d in best])

    def reading(self, document, content, near, asks):
        text = self.texts[document]
        side = {n: r for n, r in near.items() if n in text}
        best, pair, date, before = 0, 0, False, set()
        for sentence in re.split("[。\u3000]", text):
            found = {w for w in content if w in sentence}
            total = sum(content[w] for w in found)
            total += NEIGHBORS * sum(r for n, r in side.items() if n in sentence)
            if total > best:
                best, date = total, bool(DATE.search(sentence))
            pair = max(pair, sum(content[w] for w in found | before))
            before = found
        heading = sum(r for w, r in content.items()
                      if w in self.titles[document] and w not in self.bodies[document])
        return (math.log(len(text) + 1), best, pair, sum(side.values()), float(asks and date),
                heading)


def load(data, name, step, collection):
    cut = dict(rows(f"{data}/{name}.queries.tok.tsv"))
    answers = collections.defaultdict(set)
    for line in open(f"{data}/{name}.qrels", encoding="utf-8"):
        question, _, document, grade = line.split()
        if int(grade) > 0:
            answers[question].add(collection.ids[document])
    for question, text in rows(f"{data}/{name}.queries.tsv")[::step]:
        best, features = collection.features(text, cut[question].split(" "))
        place = next((i for i, d in enumerate(best) if d in answers[question]), None)
        yield features, place


def learn(examples, columns, rounds=200):
    examples = [(f[:, columns], p) for f, p in examples if p is not None]
    scale = np.concatenate([f for f, _ in examples]).std(0) + 1e-9
    size = max(len(f) for f, _ in examples)
    inputs = np.zeros((len(examples), size, len(columns)))
    mask = np.full((len(examples), size), -1e9)
    for number, (features, _) in enumerate(examples):
        inputs[number, :len(features)] = features / scale
        mask[number, :len(features)] = 0
    right = inputs[np.arange(len(examples)), [p for _, p in examples]]
    weights, first, second = np.ones(len(columns)), 0, 0
    for step in range(1, rounds + 1):
        scores = inputs @ weights + mask
        chances = np.exp(scores - scores.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        slope = (right - (chances[:, :, None] * inputs).sum(1)).mean(0) - 1e-3 * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope ** 2
        weights += 0.05 * first / (1 - 0.9 ** step) / (np.sqrt(second / (1 - 0.99 ** step)) + 1e-9)
    weights /= scale
    return weights / weights[0]


def score(examples, columns, weights):
    places = []
    for features, right in examples:
        scores = features[:, columns] @ weights
        places.append(None if right is None else int((scores > scores[right]).sum()))
    near = [p for p in places if p is not None and p < 10]
    return (sum(1 / (p + 1) for p in near) / len(places),
            sum(1 / math.log2(p + 2) for p in near) / len(places))


def main():
    data, step = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2
    collection = Collection(data)
    train, dev = list(load(data, "train", step, collection)), list(load(data, "dev", 1, collection))
    everything = list(range(len(FEATURES)))
    for left_out in [None, *everything[1:]]:
        columns = [c for c in everything if c != left_out]
        weights = learn(train, columns)
        figures = "  ".join(f"{FEATURES[c]} {w:.2f}" for c, w in zip(columns, weights))
        name = "all" if left_out is None else f"without {FEATURES[left_out]}"
        print(f"{name:18} MRR@10 %.4f  nDCG@10 %.4f  {figures}" % score(dev, columns, weights),
              flush=True)


if __name__ == "__main__":
    main()
