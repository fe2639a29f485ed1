#include "UbrkLoop.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

struct UbrkLoop {
  UBreakIterator *iterator;
  const UNormalizer2 *normalizer;
  UChar *units, *normalized;
  int32_t capacity;
};

UbrkLoop *ubrk_loop_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UbrkLoop *loop = calloc(1, sizeof *loop);
  if (!loop) return NULL;
  loop->iterator = ubrk_open(UBRK_WORD, "ja", NULL, 0, &status);
  loop->normalizer = unorm2_getNFKCCasefoldInstance(&status);
  if (U_SUCCESS(status)) return loop;
  ubrk_loop_close(loop);
  return NULL;
}

void ubrk_loop_close(UbrkLoop *loop) {
  if (loop->iterator) ubrk_close(loop->iterator);
  free(loop->units);
  free(loop->normalized);
  free(loop);
}

// Decodes the text and hands it to the iterator.
static bool set_text(UbrkLoop *loop, const char *text, size_t length, bool normalize) {
  int32_t needed = (int32_t)length * 4 + 16;
  if (needed > loop->capacity) {
    free(loop->units);
    free(loop->normalized);
    loop->units = malloc((size_t)needed * sizeof(UChar));
    loop->normalized = malloc((size_t)needed * sizeof(UChar));
    loop->capacity = needed;
  }
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  UChar *units = loop->units;
  u_strFromUTF8WithSub(
      units, loop->capacity, &count, text, (int32_t)length, 0xFFFD, NULL, &status);
  if (normalize) {
    units = loop->normalized;
    count = unorm2_normalize(
        loop->normalizer, loop->units, count, units, loop->capacity, &status);
  }
  ubrk_setText(loop->iterator, units, count, &status);
  return U_SUCCESS(status);
}

int64_t ubrk_loop_count_words(UbrkLoop *loop, const char *text, size_t length, bool normalize) {
  if (!set_text(loop, text, length, normalize)) return -1;
  int64_t words = 0;
  while (ubrk_next(loop->iterator) != UBRK_DONE)
    words += ubrk_getRuleStatus(loop->iterator) >= UBRK_WORD_NONE_LIMIT;
  return words;
}

int64_t ubrk_loop_pieces(
    UbrkLoop *loop, const char *text, size_t length, uint32_t *ends, bool *words) {
  if (!set_text(loop, text, length, false)) return -1;
  int64_t pieces = 0;
  int32_t unit = 0, end;
  uint32_t byte = 0;
  while ((end = ubrk_next(loop->iterator)) != UBRK_DONE) {
    for (; unit < end; unit++) {
      UChar c = loop->units[unit];
      // A pair of surrogates is four bytes: two for each.
      byte += c < 0x80 ? 1 : c < 0x800 || U16_IS_SURROGATE(c) ? 2 : 3;
    }
    ends[pieces] = byte;
    words[pieces++] = ubrk_getRuleStatus(loop->iterator) >= UBRK_WORD_NONE_LIMIT;
  }
  return pieces;
}
