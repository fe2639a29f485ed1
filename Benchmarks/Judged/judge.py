#!/usr/bin/env python3
"""Scores `haskap` on judged queries.

usage: judge.py HASKAP INDEX QUERIES.jsonl RECORDS_KEY.jsonl [--verbose]

QUERIES: a line `{"qid","query","type","filters","relevant":{id: grade 1-3}}`; RECORDS_KEY: a line per
record id with document, section, number, name (subItem; policy, pledge, measure). The index holds the
reports whose file names begin with the key's document numbers. Prints nDCG@10 (gain 2^grade - 1,
discount log2(rank + 1)) per query type, success@1 and MRR for known items, and precision and recall
of the whole answer set at grade >= 2 for organisations.
"""
import collections
import json
import math
import subprocess
import sys


def key_of(record):
    """What a record of the key and a record of haskap have in common."""
    document = record["document"][:3]
    if record.get("policy"):
        return document, record["policy"], record["pledge"], record["measure"]
    return document, record.get("section") if document in ("001", "002") else None, \
        record.get("number"), record["name"], record.get("subItem")


def load_key(path):
    with open(path, encoding="utf-8") as lines:
        return {key_of(r): r["id"] for r in map(json.loads, lines)}


def ask(command):
    process = subprocess.run(command, capture_output=True, text=True)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: {process.stderr}")
    return json.loads(process.stdout) if process.stdout else {}


def ranked_ids(haskap, index, query, ids):
    """Record ids in rank order, each once."""
    options = ["--index", index, "--limit", "1000", "--json"]
    if query["type"] == "organization":
        answer = ask([haskap, "organization", query["query"], *options])
        records = [a for o in answer.get("organizations", []) for a in o["activities"]]
    else:
        year = query["filters"].get("year")
        options += ["--year", str(year)] if year else []
        records = ask([haskap, "search", query["query"], *options]).get("hits", [])
    found = [ids.get(key_of(r)) for r in records if r.get("document")]
    return list(dict.fromkeys(i for i in found if i))


def ndcg(ranking, grades, depth=10):
    gains = [2 ** grades.get(i, 0) - 1 for i in ranking[:depth]]
    best = sorted((2 ** g - 1 for g in grades.values()), reverse=True)[:depth]
    discounted = lambda values: sum(v / math.log2(n + 2) for n, v in enumerate(values))
    return discounted(gains) / discounted(best)


def score(query, ranking):
    grades = query["relevant"]
    scores = {"nDCG@10": ndcg(ranking, grades)}
    if query["type"] == "known_item":
        top = max(grades.values())
        rank = next((n for n, i in enumerate(ranking, 1) if grades.get(i) == top), None)
        scores |= {"success@1": float(rank == 1), "MRR": 1 / rank if rank else 0.0}
    if query["type"] == "organization":
        wanted = {i for i, g in grades.items() if g >= 2}
        right = len(wanted & set(ranking))
        scores |= {"precision": right / len(ranking) if ranking else 0.0,
                   "recall": right / len(wanted)}
    return scores


def main():
    haskap, index, queries_path, key_path = [a for a in sys.argv[1:] if not a.startswith("--")]
    ids = load_key(key_path)
    totals = collections.defaultdict(lambda: collections.defaultdict(list))
    with open(queries_path, encoding="utf-8") as lines:
        for query in map(json.loads, lines):
            ranking = ranked_ids(haskap, index, query, ids)
            scores = score(query, ranking)
            for measure, value in scores.items():
                totals[query["type"]][measure].append(value)
                totals["all"][measure].append(value)
            if "--verbose" in sys.argv:
                print(query["qid"], query["query"], f"{scores['nDCG@10']:.3f}", ranking[:10])
    for kind, measures in totals.items():
        figures = [f"{m} {sum(v) / len(v):.4f}" for m, v in measures.items()]
        print(f"{kind:18}", f"{len(measures['nDCG@10']):3} queries ", "  ".join(figures))


if __name__ == "__main__":
    main()
