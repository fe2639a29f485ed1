// SQLite's FTS5: `sqlite build TOKENS.tsv INDEX`, `sqlite serve INDEX`.
//
// Its own tokenizers would cut and fold words that are cut already, so it gets one that cuts at
// spaces. The text is not kept, and the whole build is one transaction with one flush.
#include "protocol.h"
#include <sqlite3.h>

static sqlite3 *database;

static void run(const char *sql) {
  char *problem = NULL;
  sqlite3_exec(database, sql, NULL, NULL, &problem);
  require(problem == NULL, problem ? problem : "");
}

static sqlite3_stmt *prepared(const char *sql) {
  sqlite3_stmt *statement = NULL;
  require(sqlite3_prepare_v2(database, sql, -1, &statement, NULL) == SQLITE_OK,
          sqlite3_errmsg(database));
  return statement;
}

static int create_tokenizer(void *context, const char **arguments, int count, Fts5Tokenizer **made) {
  (void)context, (void)arguments, (void)count;
  *made = (Fts5Tokenizer *)&database; // any pointer: the tokenizer has no state
  return SQLITE_OK;
}

static void delete_tokenizer(Fts5Tokenizer *tokenizer) { (void)tokenizer; }

static int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length,
                    int (*token)(void *, int, const char *, int, int, int)) {
  (void)tokenizer, (void)flags;
  for (int start = 0; start < length;) {
    const char *space = (const char *)memchr(text + start, ' ', length - start);
    int end = space ? (int)(space - text) : length;
    int status = end > start ? token(context, 0, text + start, end - start, start, end) : SQLITE_OK;
    if (status != SQLITE_OK) return status;
    start = end + 1;
  }
  return SQLITE_OK;
}

static void open_database(const char *path) {
  static fts5_tokenizer tokenizer = {create_tokenizer, delete_tokenizer, tokenize};
  fts5_api *api = NULL;
  require(sqlite3_open(path, &database) == SQLITE_OK, "the database cannot be opened");
  sqlite3_stmt *statement = prepared("SELECT fts5(?1)");
  sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step(statement);
  sqlite3_finalize(statement);
  require(api != NULL, "this SQLite has no FTS5");
  api->xCreateTokenizer(api, "spaces", NULL, &tokenizer, NULL);
}

static void build(const char *tokens, const char *path) {
  long long started = nanoseconds();
  FILE *file = fopen(tokens, "r");
  require(file != NULL, "the passages cannot be opened");
  remove(path);
  open_database(path);
  run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000;"
      "PRAGMA locking_mode = EXCLUSIVE;"
      "CREATE TABLE passage(number INTEGER PRIMARY KEY, id TEXT);"
      "CREATE VIRTUAL TABLE word USING fts5(body, content = '', tokenize = 'spaces');"
      "INSERT INTO word(word, rank) VALUES('hashsize', 1000000000); BEGIN");
  sqlite3_stmt *passage = prepared("INSERT INTO passage(id) VALUES(?1)");
  sqlite3_stmt *word = prepared("INSERT INTO word(rowid, body) VALUES(last_insert_rowid(), ?1)");
  for (struct passage next = next_passage(file); next.text; next = next_passage(file)) {
    sqlite3_bind_text(passage, 1, next.id, -1, SQLITE_STATIC);
    sqlite3_bind_text(word, 1, next.text, -1, SQLITE_STATIC);
    require(sqlite3_step(passage) == SQLITE_DONE && sqlite3_step(word) == SQLITE_DONE,
            sqlite3_errmsg(database));
    sqlite3_reset(passage);
    sqlite3_reset(word);
  }
  run("COMMIT; INSERT INTO word(word) VALUES('optimize')");
  printf("{\"version\": \"SQLite %s\", \"wall_s\": %.3f, \"cpu_s\": %.3f}\n", sqlite3_libversion(),
         (nanoseconds() - started) / 1e9, cpu_seconds());
}

static void expression(const struct request *request, char *text) {
  const char *between = request->kind == '+' ? "\" AND \"" : request->kind == '|' ? "\" OR \"" : " ";
  char *end = text;
  *end++ = '"';
  for (int index = 0; index < request->count; index++)
    end += sprintf(end, "%s%s", index ? between : "", request->words[index]);
  strcpy(end, "\"");
}

static void serve(const char *path) {
  open_database(path);
  run("PRAGMA cache_size = -2000000; PRAGMA mmap_size = 4000000000");
  sqlite3_stmt *best =
      prepared("SELECT rowid FROM word WHERE word MATCH ?1 ORDER BY rank LIMIT ?2");
  sqlite3_stmt *all = prepared("SELECT count(*) FROM word WHERE word MATCH ?1");
  static char text[1 << 16];
  for (struct request request; next_request(&request);) {
    long long started = nanoseconds(), count = 0;
    if (request.limit < 0) {
      unsupported();
      continue;
    }
    expression(&request, text);
    if (request.limit > 0) {
      sqlite3_bind_text(best, 1, text, -1, SQLITE_STATIC);
      sqlite3_bind_int(best, 2, request.limit);
      while (sqlite3_step(best) == SQLITE_ROW) count++;
      sqlite3_reset(best);
    }
    if (request.counts) {
      sqlite3_bind_text(all, 1, text, -1, SQLITE_STATIC);
      count = sqlite3_step(all) == SQLITE_ROW ? sqlite3_column_int64(all, 0) : -1;
      sqlite3_reset(all);
    }
    answer(count, started);
  }
}

int main(int count, char **arguments) {
  if (count == 4 && strcmp(arguments[1], "build") == 0) build(arguments[2], arguments[3]);
  else if (count == 3 && strcmp(arguments[1], "serve") == 0) serve(arguments[2]);
  else return 2;
  sqlite3_close(database);
  return 0;
}
