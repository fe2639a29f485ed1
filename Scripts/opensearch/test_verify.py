"""verify.py against a server that speaks as OpenSearch does: what it sends, and what it makes of answers."""

import http.server
import io
import json
import os
import sys
import tempfile
import threading
import unittest
from contextlib import redirect_stderr, redirect_stdout

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import verify  # noqa: E402

QUERY = {"query": {"term": {"haskap.words.body": {"value": "海"}}}, "size": 10}
EXPECTED = {
    "query": "body:海", "partial": False, "fields": ["body"], "count": 3, "differences": [], "request": QUERY,
    "hits": [{"id": "a", "score": 2.0}, {"id": "b", "score": 1.0}, {"id": "c", "score": 1.0}],
}


class Stub(http.server.BaseHTTPRequestHandler):
    """Answers as recorded, and keeps what it was asked."""

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        self.server.asked.append((self.command, self.path, self.headers["Content-Type"], body))
        status, value = self.server.answers(self.command, self.path)
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_PUT = do_POST = answer

    def log_message(self, *_):
        pass


class VerifyTest(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = place.name
        self.write("settings.json", {"index": {"number_of_shards": 1}})
        self.write("mapping.json", {"dynamic": "strict"})
        for number in range(2):
            with open(f"{self.folder}/bulk-0000{number}.ndjson", "w") as file:
                file.write('{"index":{"_id":"%d"}}\n{"id":"%d"}\n' % (number, number))
        self.write("verify.jsonl", EXPECTED)
        self.hits = [("a", 2.0), ("b", 1.0), ("c", 1.0)]
        self.count, self.bulk, self.refusal = 3, {"errors": False, "items": []}, None
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stub)
        self.server.asked, self.server.answers = [], self.answers
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def write(self, name, value):
        with open(f"{self.folder}/{name}", "w", encoding="utf-8") as file:
            file.write(json.dumps(value) + "\n")

    def answers(self, method, path):
        if path.startswith("/docs/_search"):
            if self.refusal:
                return 400, {"error": {"type": self.refusal}, "status": 400}
            hits = [{"_index": "docs", "_id": name, "_score": score, "sort": [score, 0]} for name, score in self.hits]
            total = {"value": self.count, "relation": "eq"}
            return 200, {"took": 1, "timed_out": False, "hits": {"total": total, "max_score": None, "hits": hits}}
        if path == "/docs/_bulk":
            return 200, self.bulk
        if method == "PUT" and path != "/docs":
            return 400, {"error": {"type": "invalid_index_name_exception"}, "status": 400}
        return 200, {"acknowledged": True}

    def verify(self, *options, name="docs"):
        arguments = [self.folder, "--url", f"http://127.0.0.1:{self.server.server_port}", "--name", name, *options]
        before, output, errors = sys.argv, io.StringIO(), io.StringIO()
        sys.argv = ["verify.py", *arguments]
        try:
            with redirect_stdout(output), redirect_stderr(errors):
                status = verify.main()
        finally:
            sys.argv = before
        return status, output.getvalue() + errors.getvalue()

    def test_what_is_sent(self):
        status, output = self.verify("--load")
        self.assertEqual(status, 0, output)
        self.assertIn("1 queries", output)
        asked = [(method, path) for method, path, _, _ in self.server.asked]
        self.assertEqual(asked, [
            ("PUT", "/docs"), ("POST", "/docs/_bulk"), ("POST", "/docs/_bulk"), ("POST", "/docs/_refresh"),
            ("POST", "/docs/_search?search_type=dfs_query_then_fetch")])
        created, bulk, searched = self.server.asked[0], self.server.asked[1], self.server.asked[-1]
        self.assertEqual(json.loads(created[3]), {
            "settings": {"index": {"number_of_shards": 1}}, "mappings": {"dynamic": "strict"}})
        self.assertEqual(bulk[2:], ("application/x-ndjson", '{"index":{"_id":"0"}}\n{"id":"0"}\n'))
        self.assertEqual(json.loads(searched[3]), QUERY)

    def test_equal_scores_may_come_in_any_order(self):
        self.hits = [("a", 2.0), ("c", 1.0), ("b", 1.0)]
        self.assertEqual(self.verify()[0], 0)

    def test_other_hits_are_told(self):
        self.hits = [("b", 2.0), ("a", 1.0), ("c", 1.0)]
        status, output = self.verify()
        self.assertEqual(status, 1)
        self.assertIn("at place 1: b in place of a (no known reason)", output)

    def test_a_known_reason_is_told(self):
        self.write("verify.jsonl", {**EXPECTED, "differences": ["several fields: …"], "fields": ["a", "b"]})
        self.hits = [("b", 2.0), ("a", 1.0), ("c", 1.0)]
        status, output = self.verify()
        self.assertEqual(status, 0)
        self.assertIn("1 × several fields", output)

    def test_other_counts_are_told(self):
        self.count = 2
        status, output = self.verify()
        self.assertEqual(status, 1)
        self.assertIn("2 in place of 3", output)

    def test_a_query_that_is_refused_is_told(self):
        self.refusal = "too_many_nested_clauses"
        status, output = self.verify()
        self.assertEqual(status, 1)
        self.assertIn("too_many_nested_clauses", output)
        self.assertIn("1 refused", output)

    def test_documents_that_are_not_taken_end_it(self):
        self.bulk = {"errors": True, "items": [{"index": {"_id": "0", "error": {"reason": "strict_dynamic"}}}]}
        status, output = self.verify("--load")
        self.assertEqual(status, 2)
        self.assertIn("1 documents were not taken", output)
        self.assertIn("strict_dynamic", output)

    def test_a_refusal_ends_it(self):
        status, output = self.verify("--load", name="Docs")
        self.assertEqual(status, 2)
        self.assertIn("invalid_index_name_exception", output)


if __name__ == "__main__":
    unittest.main()
