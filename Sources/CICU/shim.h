// ICU's C functions carry its version in their names through macros, which Swift does not import.
// Each function that HaskapText needs gets a `static inline` wrapper of a stable name here.
#ifndef HASKAP_CICU_SHIM_H
#define HASKAP_CICU_SHIM_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/udata.h>
#include <unicode/unorm2.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

static inline const char *cicu_error_name(UErrorCode code) { return u_errorName(code); }

static inline void cicu_version(UVersionInfo version) { u_getVersion(version); }

static inline UBreakIterator *cicu_ubrk_open(
    UBreakIteratorType type, const char *locale, const UChar *text, int32_t length,
    UErrorCode *status) {
  return ubrk_open(type, locale, text, length, status);
}

static inline void cicu_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }

static inline void cicu_ubrk_set_text(
    UBreakIterator *iterator, const UChar *text, int32_t length, UErrorCode *status) {
  ubrk_setText(iterator, text, length, status);
}

static inline int32_t cicu_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }

static inline int32_t cicu_ubrk_rule_status(UBreakIterator *iterator) {
  return ubrk_getRuleStatus(iterator);
}

static inline const UNormalizer2 *cicu_nfkc_casefold(UErrorCode *status) {
  return unorm2_getNFKCCasefoldInstance(status);
}

static inline int32_t cicu_normalize(
    const UNormalizer2 *normalizer, const UChar *source, int32_t length, UChar *target,
    int32_t capacity, UErrorCode *status) {
  return unorm2_normalize(normalizer, source, length, target, capacity, status);
}

static inline UBool cicu_has_boundary_before(const UNormalizer2 *normalizer, UChar32 scalar) {
  return unorm2_hasBoundaryBefore(normalizer, scalar);
}

/// The Word_Break property of a scalar, as numbered by `UWordBreakValues`.
static inline int32_t cicu_word_break(UChar32 scalar) {
  return u_getIntPropertyValue(scalar, UCHAR_WORD_BREAK);
}

/// A break dictionary of ICU's own data, for instance `cjdict`.
static inline UDataMemory *cicu_open_dictionary(const char *name, UErrorCode *status) {
  return udata_open(U_ICUDATA_NAME "-brkitr", "dict", name, status);
}

static inline const void *cicu_data_memory(UDataMemory *data) { return udata_getMemory(data); }

static inline void cicu_data_close(UDataMemory *data) { udata_close(data); }

#endif
