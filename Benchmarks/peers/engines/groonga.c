// Groonga: `groonga build TOKENS.tsv INDEX`, `groonga serve INDEX`.
//
// Words are cut at spaces. The index is made after the texts are loaded, which is Groonga's faster
// way; the texts stay in a column, which its index needs.
#include "protocol.h"
#include <groonga.h>

static grn_ctx context;

static char *command(const char *text, unsigned *length) {
  char *result = NULL;
  int flags;
  grn_ctx_send(&context, text, strlen(text), 0);
  grn_ctx_recv(&context, &result, length, &flags);
  require(context.rc == GRN_SUCCESS, context.errbuf);
  return result;
}

static grn_obj *object(const char *name) { return grn_ctx_get(&context, name, strlen(name)); }

static void build(const char *tokens, const char *path) {
  long long started = nanoseconds();
  unsigned length;
  FILE *file = fopen(tokens, "r");
  require(file != NULL, "the passages cannot be opened");
  require(grn_db_create(&context, path, NULL) != NULL, "the database cannot be made");
  command("table_create Passage TABLE_NO_KEY", &length);
  command("column_create Passage id COLUMN_SCALAR ShortText", &length);
  command("column_create Passage body COLUMN_SCALAR Text", &length);
  command("table_create Word TABLE_PAT_KEY ShortText --default_tokenizer TokenDelimit", &length);
  grn_obj *table = object("Passage"), *ids = object("Passage.id"), *bodies = object("Passage.body");
  grn_obj id, body;
  GRN_SHORT_TEXT_INIT(&id, GRN_OBJ_DO_SHALLOW_COPY);
  GRN_TEXT_INIT(&body, GRN_OBJ_DO_SHALLOW_COPY);
  for (struct passage next = next_passage(file); next.text; next = next_passage(file)) {
    grn_id number = grn_table_add(&context, table, NULL, 0, NULL);
    GRN_TEXT_SET(&context, &id, next.id, strlen(next.id));
    GRN_TEXT_SET(&context, &body, next.text, strlen(next.text));
    grn_obj_set_value(&context, ids, number, &id, GRN_OBJ_SET);
    grn_obj_set_value(&context, bodies, number, &body, GRN_OBJ_SET);
  }
  command("column_create Word index COLUMN_INDEX|WITH_POSITION Passage body", &length);
  printf("{\"version\": \"Groonga %s\", \"wall_s\": %.3f, \"cpu_s\": %.3f, \"bytes\": %zu}\n",
         grn_get_version(), (nanoseconds() - started) / 1e9, cpu_seconds(),
         grn_obj_get_disk_usage(&context, object("Word.index")) +
             grn_obj_get_disk_usage(&context, object("Word")));
}

// A word in quotes, with what its query language and the command line treat specially escaped.
static char *quoted(char *end, const char *word) {
  for (; *word; word++) {
    if (*word == '"' || *word == '\\') end = stpcpy(end, "\\\\");
    if (*word == '\'') end = stpcpy(end, "\\");
    *end++ = *word;
  }
  return end;
}

static void serve(const char *path) {
  unsigned length;
  require(grn_db_open(&context, path) != NULL, "the database cannot be opened");
  command("cache_limit 0", &length);
  static char text[1 << 16];
  for (struct request request; next_request(&request);) {
    long long started = nanoseconds(), count = 0;
    if (request.limit < 0) {
      unsupported();
      continue;
    }
    const char *between = request.kind == '+' ? "\" \"" : request.kind == '|' ? "\" OR \"" : " ";
    char *end = stpcpy(text, "select Passage --match_columns body --query '\"");
    for (int index = 0; index < request.count; index++)
      end = quoted(index ? stpcpy(end, between) : end, request.words[index]);
    sprintf(end, "\"' --output_columns _id --limit %d%s", request.limit,
            request.limit ? " --sort_keys -_score" : "");
    char *result = command(text, &length);
    result[length] = 0;
    sscanf(result, "[[[%lld]", &count);
    answer(request.counts || count < request.limit ? count : request.limit, started);
  }
}

int main(int count, char **arguments) {
  grn_default_logger_set_path("/dev/null");
  grn_init();
  grn_ctx_init(&context, 0);
  if (count == 4 && strcmp(arguments[1], "build") == 0) build(arguments[2], arguments[3]);
  else if (count == 3 && strcmp(arguments[1], "serve") == 0) serve(arguments[2]);
  else return 2;
  grn_obj_close(&context, grn_ctx_db(&context));
  return 0;
}
