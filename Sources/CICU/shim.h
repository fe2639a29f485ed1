// ICU's C functions carry its version in their names through macros, which Swift does not import.
// Each function that HaskapText needs gets a `static inline` wrapper of a stable name here.
#ifndef HASKAP_CICU_SHIM_H
#define HASKAP_CICU_SHIM_H

#include <unicode/ubrk.h>
#include <unicode/udata.h>
#include <unicode/unorm2.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

static inline UBreakIterator *cicu_ubrk_open(
    UBreakIteratorType type, const char *locale, const UChar *text, int32_t length,
    UErrorCode *status) {
  return ubrk_open(type, locale, text, length, status);
}

static inline void cicu_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }

#endif
