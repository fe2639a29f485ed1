#!/usr/bin/env python3
"""Ranks the answers to questions with haskap's command line and scores the run.

usage: questions.py HASKAP DATA [SET] [OUT.trec]

DATA holds `docs.jsonl` (id, title, body), `SET.queries.tsv` (id TAB question) and `SET.qrels` (TREC);
SET is `dev` unless given. The index is built in a temporary folder. Writes a TREC run file and prints
MRR@10, nDCG@10 (gain 2^grade - 1, discount log2(rank + 1)), recall at 10 and 100, and how many
questions ended in an error.
"""
import collections
import json
import math
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

DEPTH = 100


def ask(haskap, index, question):
    """Ids of the answers in their order; None where the program fails."""
    command = [haskap, "search", "--index", index, "--limit", str(DEPTH), "--json", "--", question]
    process = subprocess.run(command, capture_output=True, text=True)
    if process.returncode not in (0, 1):
        return None
    return [hit["document"]["id"] for hit in json.loads(process.stdout)["hits"]]


def load_questions(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t", 1) for line in lines]


def load_grades(path):
    grades = collections.defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        for question, _, document, grade in map(str.split, lines):
            if int(grade) > 0:
                grades[question][document] = int(grade)
    return grades


def measures(ranking, grades):
    discount = lambda place: 1 / math.log2(place + 2)
    gains = [2 ** grades.get(document, 0) - 1 for document in ranking[:10]]
    best = sorted((2 ** grade - 1 for grade in grades.values()), reverse=True)[:10]
    ideal = sum(gain * discount(place) for place, gain in enumerate(best))
    found = lambda depth: sum(document in grades for document in ranking[:depth]) / len(grades)
    first = next((place for place, document in enumerate(ranking[:10]) if document in grades), None)
    return {
        "MRR@10": 0 if first is None else 1 / (first + 1),
        "nDCG@10": sum(gain * discount(place) for place, gain in enumerate(gains)) / ideal,
        "R@10": found(10), "R@100": found(100),
    }


def main():
    haskap, data = sys.argv[1:3]
    name = sys.argv[3] if len(sys.argv) > 3 else "dev"
    out = sys.argv[4] if len(sys.argv) > 4 else f"{name}.trec"
    questions = load_questions(f"{data}/{name}.queries.tsv")
    grades = load_grades(f"{data}/{name}.qrels")
    with tempfile.TemporaryDirectory() as folder:
        index = f"{folder}/index"
        subprocess.run([haskap, "index", f"{data}/docs.jsonl", "--index", index], check=True,
                       capture_output=True)
        with ThreadPoolExecutor(2) as pool:
            rankings = list(pool.map(lambda q: ask(haskap, index, q[1]), questions))
    totals = collections.Counter()
    with open(out, "w", encoding="utf-8") as run:
        for (question, _), ranking in zip(questions, rankings):
            for place, document in enumerate(ranking or []):
                run.write(f"{question} Q0 {document} {place + 1} {DEPTH - place} haskap\n")
            totals.update(measures(ranking or [], grades[question]))
    figures = [f"{measure} {total / len(questions):.4f}" for measure, total in totals.items()]
    print("  ".join(figures), f" {len(questions)} questions, {rankings.count(None)} errors")


if __name__ == "__main__":
    main()
