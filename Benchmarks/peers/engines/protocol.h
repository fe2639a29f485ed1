// What the engines in C and C++ share: lines of passages, lines of queries, and clocks.
#ifndef PROTOCOL_H
#define PROTOCOL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static inline long long nanoseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static inline double cpu_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

// Ends the program where something has failed.
static inline void require(int holds, const char *problem) {
  if (holds) return;
  fprintf(stderr, "%s\n", problem);
  exit(1);
}

// Reads `id TAB text`; the text is NULL at the end of the file.
struct passage { char *id, *text; };
static inline struct passage next_passage(FILE *file) {
  static char *line;
  static size_t capacity;
  struct passage passage = {NULL, NULL};
  ssize_t length = getline(&line, &capacity, file);
  if (length <= 0) return passage;
  if (line[length - 1] == '\n') line[length - 1] = 0;
  char *tab = strchr(line, '\t');
  require(tab != NULL, "a line without a tab");
  *tab = 0;
  passage.id = line;
  passage.text = tab + 1;
  return passage;
}

enum { MAX_WORDS = 64 };

// A line `COMMAND TAB QUERY`: one word, `+a +b` for all, `a b` for any, `"a b"` side by side.
struct request {
  int counts, limit; // whether the number of all is wanted, and how many hits
  char kind;         // 't', '+', '|' or '"'
  int count;
  char *words[MAX_WORDS];
};

// Returns 0 at the end of the input. A command that is not known has a limit below 0.
static inline int next_request(struct request *request) {
  static char *line;
  static size_t capacity;
  ssize_t length = getline(&line, &capacity, stdin);
  if (length <= 0) return 0;
  if (line[length - 1] == '\n') line[--length] = 0;
  char *query = strchr(line, '\t');
  require(query != NULL, "a query without a command");
  *query++ = 0;
  request->counts = strstr(line, "COUNT") != NULL;
  request->limit = strncmp(line, "TOP_", 4) == 0 ? atoi(line + 4) : request->counts ? 0 : -1;
  request->kind = *query == '"' ? '"' : *query == '+' ? '+' : '|';
  if (*query == '"') {
    query++;
    line[length - 1] = 0;
  }
  request->count = 0;
  for (char *word = strtok(query, " "); word != NULL && request->count < MAX_WORDS;
       word = strtok(NULL, " "))
    request->words[request->count++] = word + (*word == '+');
  if (request->count == 1) request->kind = 't';
  return 1;
}

static inline void answer(long long count, long long started) {
  printf("%lld\t%lld\n", count, nanoseconds() - started);
  fflush(stdout);
}

static inline void unsupported(void) {
  puts("UNSUPPORTED");
  fflush(stdout);
}

#endif
