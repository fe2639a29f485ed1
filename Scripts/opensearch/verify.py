#!/usr/bin/env python3
"""Compares what a cluster of OpenSearch finds with what Haskap found, by the folder of an export.

    haskap export --opensearch out
    python3 Scripts/opensearch/verify.py out --url http://localhost:9200 --load
    python3 Scripts/opensearch/verify.py out --lucene              # Lucene itself, without a cluster

It says of each query where counts or the ten best differ, and why they may. The exit status is 1 where
counts differ, the ten best of a query of one field do for no known reason, or a query is refused; 2 where it
cannot compare.
"""

import argparse
import base64
import collections
import glob
import json
import os
import sys
import urllib.error
import urllib.request

# Scores of Haskap are multiples of a millionth, those of Lucene have 24 bits: nearer ones are equal.
TOLERANCE = 2e-5
COMPARED = 10


class Failure(Exception):
    """Why nothing can be compared."""


class Cluster:
    """An index of a cluster, over HTTP."""

    def __init__(self, url, name, user=None):
        self.place = f"{url.rstrip('/')}/{name}"
        self.headers = {"Content-Type": "application/json"}
        if user:
            self.headers["Authorization"] = "Basic " + base64.b64encode(user.encode()).decode()

    def ask(self, method, path, body=None, kind="application/json"):
        request = urllib.request.Request(
            self.place + path, data=body, method=method, headers={**self.headers, "Content-Type": kind})
        try:
            with urllib.request.urlopen(request, timeout=600) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise Failure(f"{method} {self.place}{path}: {error.code} {error.read().decode(errors='replace')[:600]}")
        except (urllib.error.URLError, OSError, ValueError) as error:
            raise Failure(f"{method} {self.place}{path}: {error}")

    def load(self, folder):
        """Creates the index and sends the documents; each file must be taken whole."""
        with open(f"{folder}/settings.json", encoding="utf-8") as settings, \
                open(f"{folder}/mapping.json", encoding="utf-8") as mapping:
            body = {"settings": json.load(settings), "mappings": json.load(mapping)}
        self.ask("PUT", "", json.dumps(body).encode())
        for path in bulk_files(folder):
            with open(path, "rb") as file:
                answer = self.ask("POST", "/_bulk", file.read(), "application/x-ndjson")
            if answer.get("errors"):
                wrong = [item["index"] for item in answer["items"] if item["index"].get("error")]
                raise Failure(f"{path}: {len(wrong)} documents were not taken, the first: {json.dumps(wrong[0])[:600]}")
        self.ask("POST", "/_refresh")

    def search(self, request):
        # Statistics of all shards, as Haskap has them of all segments.
        answer = self.ask(
            "POST", "/_search?search_type=dfs_query_then_fetch", json.dumps(request).encode())
        hits = answer["hits"]
        return hits["total"]["value"], [(hit["_id"], hit.get("_score")) for hit in hits["hits"]]


def bulk_files(folder):
    return sorted(glob.glob(f"{folder}/bulk-*.ndjson"))


def difference(expected, count, hits):
    """What is different: None, or a sentence, and whether it is the count."""
    if count != expected["count"]:
        return f"{count} in place of {expected['count']}", True
    scores = {hit["id"]: hit["score"] for hit in expected["hits"]}
    wanted = expected["hits"][:COMPARED]
    if len(hits) != len(wanted):
        return f"{len(hits)} hits in place of {len(wanted)}", True
    # A score that all that were kept of the export have may be that of others as well.
    last = expected["hits"][-1]["score"] if len(expected["hits"]) < count else None
    for place, (hit, (found, _)) in enumerate(zip(wanted, hits), 1):
        score = scores.get(found, last)
        if found != hit["id"] and (score is None or abs(score - hit["score"]) > TOLERANCE * max(1, abs(score))):
            return f"at place {place}: {found} in place of {hit['id']}", False
    return None, False


def compare(engine, folder, shown):
    """Asks every query of the verification set; returns the exit status."""
    tally = collections.Counter()
    reasons = collections.Counter()
    path = f"{folder}/verify.jsonl"
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            expected = json.loads(line)
            alone = len(expected["fields"]) <= 1
            tally["queries"] += 1
            tally["of one field"] += alone
            try:
                count, hits = engine.search(expected["request"])
            except (Failure, OSError) as refusal:
                tally["refused"] += 1
                if tally["refused"] <= shown:
                    print(f"{expected['query']}: refused: {refusal}")
                continue
            problem, is_count = difference(expected, count, hits)
            if not problem:
                continue
            why = expected["differences"]
            kind = "counts" if is_count else "ten best of one field" if alone else "ten best of several fields"
            tally[kind] += 1
            reasons.update(why if why else ["no known reason"])
            unexplained = is_count or not why
            tally["unexplained"] += unexplained
            if tally[kind] <= shown:
                print(f"{expected['query']}: {problem} ({'; '.join(why) or 'no known reason'})")
    if not tally["queries"]:
        raise Failure(f"{path} has no queries")
    print(f"{tally['queries']} queries, {tally['of one field']} of one field at most; different: "
          f"{tally['counts']} counts, the ten best of {tally['ten best of one field']} of one field "
          f"and of {tally['ten best of several fields']} of several; {tally['refused']} refused")
    for reason, number in reasons.most_common():
        print(f"  {number} × {reason}")
    return 1 if tally["unexplained"] or tally["refused"] else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="what haskap export wrote")
    parser.add_argument("--url", help="the cluster, http://localhost:9200")
    parser.add_argument("--name", default="haskap", help="the index in the cluster")
    parser.add_argument("--user", help="NAME:PASSWORD")
    parser.add_argument("--load", action="store_true", help="create the index and send the documents first")
    parser.add_argument("--lucene", action="store_true", help="ask Lucene in place of a cluster")
    parser.add_argument("--workshop", default=".build-release/opensearch", help="where Lucene is installed")
    parser.add_argument("--show", type=int, default=10, help="how many differences of each kind are shown")
    options = parser.parse_args()
    if bool(options.url) == options.lucene:
        parser.error("give --url or --lucene")
    try:
        if options.lucene:
            from lucene import Lucene
            with Lucene(options.workshop, options.folder) as engine:
                return compare(engine, options.folder, options.show)
        engine = Cluster(options.url, options.name, options.user)
        if options.load:
            engine.load(options.folder)
        return compare(engine, options.folder, options.show)
    except (Failure, OSError) as problem:
        print(f"verify: {problem}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
