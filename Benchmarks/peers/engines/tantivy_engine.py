"""tantivy through its Python bindings: `build TOKENS.tsv INDEX`, `serve INDEX`."""

import json
import os
import sys
import time

import tantivy


def build(tokens, path):
    started = time.perf_counter()
    builder = tantivy.SchemaBuilder()
    builder.add_bytes_field("id", stored=True, indexed=False)
    builder.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="position")
    os.makedirs(path, exist_ok=True)
    index = tantivy.Index(builder.build(), path=path)
    writer = index.writer(heap_size=2_000_000_000, num_threads=1)
    with open(tokens, encoding="utf-8") as lines:
        for line in lines:
            name, body = line.rstrip("\n").split("\t", 1)
            document = tantivy.Document()
            document.add_bytes("id", name.encode())
            document.add_text("body", body)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    print(json.dumps({
        "version": tantivy.__version__.split(",")[0], "wall_s": time.perf_counter() - started,
        "cpu_s": sum(os.times()[:2])}))


class Server:
    def __init__(self, path):
        index = tantivy.Index.open(path)
        self.searcher, self.schema = index.searcher(), index.schema

    def term(self, word):
        return tantivy.Query.term_query(self.schema, "body", word)

    def query(self, text):
        if text.startswith('"'):
            return tantivy.Query.phrase_query(self.schema, "body", text[1:-1].split(" "))
        words = text.split(" ")
        if len(words) == 1:
            return self.term(text)
        occur = tantivy.Occur
        return tantivy.Query.boolean_query([
            (occur.Must, self.term(word[1:])) if word[0] == "+" else (occur.Should, self.term(word))
            for word in words])

    def count(self, text):
        """The cheapest way that the bindings have for each kind of query."""
        if text[0] != '"' and " " not in text:
            return self.searcher.doc_freq("body", text)
        query = self.query(text)
        if text[0] == "+":
            query = tantivy.Query.const_score_query(query, 1.0)
        return self.searcher.search(query, limit=1, count=True).count

    def answer(self, command, text):
        if command == "COUNT":
            return self.count(text)
        if not command.startswith("TOP_"):
            return None
        counts = command.endswith("_COUNT")
        found = self.searcher.search(
            self.query(text), limit=int(command.split("_")[1]), count=counts)
        return found.count if counts else len(found.hits)

    def serve(self):
        for line in sys.stdin:
            command, text = line.rstrip("\n").split("\t", 1)
            started = time.perf_counter_ns()
            count = self.answer(command, text)
            spent = time.perf_counter_ns() - started
            print("UNSUPPORTED" if count is None else f"{count}\t{spent}", flush=True)


if __name__ == "__main__":
    build(*sys.argv[2:]) if sys.argv[1] == "build" else Server(sys.argv[2]).serve()
