// Xapian: `xapian build TOKENS.tsv INDEX`, `xapian serve INDEX`. Words are cut at spaces.
#include "protocol.h"
#include <string>
#include <vector>
#include <xapian.h>

// Longer terms cannot be kept; they are cut, in queries as well.
static std::string term(const char *word) { return std::string(word).substr(0, 245); }

static void build(const char *tokens, const char *path) {
  long long started = nanoseconds();
  FILE *file = fopen(tokens, "r");
  require(file != NULL, "the passages cannot be opened");
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  for (struct passage next = next_passage(file); next.text; next = next_passage(file)) {
    Xapian::Document document;
    Xapian::termpos position = 0;
    document.set_data(next.id);
    for (char *word = strtok(next.text, " "); word; word = strtok(NULL, " "))
      document.add_posting(term(word), ++position);
    database.add_document(document);
  }
  database.commit();
  printf("{\"version\": \"Xapian %s\", \"wall_s\": %.3f, \"cpu_s\": %.3f}\n",
         Xapian::version_string(), (nanoseconds() - started) / 1e9, cpu_seconds());
}

static Xapian::Query query(const struct request &request) {
  std::vector<Xapian::Query> words;
  for (int index = 0; index < request.count; index++)
    words.push_back(Xapian::Query(term(request.words[index])));
  if (request.kind == 't') return words[0];
  if (request.kind == '"')
    return Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end(), words.size());
  return Xapian::Query(request.kind == '+' ? Xapian::Query::OP_AND : Xapian::Query::OP_OR,
                       words.begin(), words.end());
}

static void serve(const char *path) {
  Xapian::Database database(path);
  const Xapian::doccount documents = database.get_doccount();
  for (struct request request; next_request(&request);) {
    long long started = nanoseconds();
    if (request.limit < 0) {
      unsupported();
      continue;
    }
    Xapian::Enquire enquire(database);
    enquire.set_query(query(request));
    if (request.limit) enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
    else enquire.set_weighting_scheme(Xapian::BoolWeight());
    // The number is exact where so many documents must be looked at.
    Xapian::MSet found = enquire.get_mset(0, request.limit, request.counts ? documents : 0);
    answer(request.counts ? found.get_matches_estimated() : found.size(), started);
  }
}

int main(int count, char **arguments) {
  if (count == 4 && !strcmp(arguments[1], "build")) build(arguments[2], arguments[3]);
  else if (count == 3 && !strcmp(arguments[1], "serve")) serve(arguments[2]);
  else return 2;
  return 0;
}
