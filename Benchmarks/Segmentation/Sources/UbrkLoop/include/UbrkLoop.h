// The reference: ICU's word iterator as a plain C program would use it. Text arrives as UTF-8, is
// decoded to UTF-16 once, and iterated; a piece whose rule status is 100 or more is a word.
#ifndef UBRK_LOOP_H
#define UBRK_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct UbrkLoop UbrkLoop;

/// NULL if ICU has no Japanese word iterator.
UbrkLoop *ubrk_loop_open(void);
void ubrk_loop_close(UbrkLoop *loop);

/// Cuts one text, after NFKC_Casefold if asked, and returns the number of words; -1 on an error.
int64_t ubrk_loop_count_words(UbrkLoop *loop, const char *text, size_t length, bool normalize);

/// Cuts one text and writes the end of each piece as a UTF-8 byte offset, and whether it is a
/// word. There is room for `length` pieces. Returns their number; -1 on an error.
int64_t ubrk_loop_pieces(
    UbrkLoop *loop, const char *text, size_t length, uint32_t *ends, bool *words);

#endif
