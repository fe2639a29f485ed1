// The functions of ICU that HaskapText calls, by names that Swift sees: ICU's own carry its version,
// put there by macros that Swift does not import.
//
// ICU's headers of types stay out on purpose. Foundation carries an ICU of another version, whose
// enumerations of the same names would clash with them in every module that sees both; so each
// function is declared here by its C signature, with a status as `int32_t` (`UErrorCode`) and
// opaque pointers. Source: ICU4C API reference, ubrk.h, uchar.h, udata.h, unorm2.h, utypes.h.
#ifndef HASKAP_CICU_SHIM_H
#define HASKAP_CICU_SHIM_H

#include <stdint.h>
#include <unicode/uvernum.h>

typedef struct CICUBreakIterator CICUBreakIterator;
typedef struct CICUNormalizer CICUNormalizer;
typedef struct CICUData CICUData;
typedef struct CICUConverter CICUConverter;

#define CICU(name) U_ICU_ENTRY_POINT_RENAME(name)

extern const char *CICU(u_errorName)(int32_t code);
extern void CICU(u_getVersion)(uint8_t version[4]);
extern CICUBreakIterator *CICU(ubrk_open)(
    int32_t type, const char *locale, const uint16_t *text, int32_t length, int32_t *status);
extern void CICU(ubrk_close)(CICUBreakIterator *iterator);
extern void CICU(ubrk_setText)(
    CICUBreakIterator *iterator, const uint16_t *text, int32_t length, int32_t *status);
extern int32_t CICU(ubrk_next)(CICUBreakIterator *iterator);
extern int32_t CICU(ubrk_getRuleStatus)(CICUBreakIterator *iterator);
extern const CICUNormalizer *CICU(unorm2_getNFKCCasefoldInstance)(int32_t *status);
extern int32_t CICU(unorm2_normalize)(
    const CICUNormalizer *normalizer, const uint16_t *source, int32_t length, uint16_t *target,
    int32_t capacity, int32_t *status);
extern int8_t CICU(unorm2_hasBoundaryBefore)(const CICUNormalizer *normalizer, int32_t scalar);
extern int32_t CICU(u_getIntPropertyValue)(int32_t scalar, int32_t property);
extern CICUData *CICU(udata_open)(
    const char *path, const char *type, const char *name, int32_t *status);
extern const void *CICU(udata_getMemory)(CICUData *data);
extern void CICU(udata_close)(CICUData *data);
extern CICUConverter *CICU(ucnv_open)(const char *name, int32_t *status);
extern void CICU(ucnv_close)(CICUConverter *converter);
extern void CICU(UCNV_TO_U_CALLBACK_STOP)(
    const void *context, void *arguments, const char *units, int32_t length, int32_t reason,
    int32_t *status);
extern void CICU(ucnv_setToUCallBack)(
    CICUConverter *converter,
    void (*callback)(const void *, void *, const char *, int32_t, int32_t, int32_t *),
    const void *context, void **earlier, const void **earlierContext, int32_t *status);
extern int32_t CICU(ucnv_toUChars)(
    CICUConverter *converter, uint16_t *target, int32_t capacity, const char *source,
    int32_t length, int32_t *status);

/// Statuses above this are failures, those below it warnings (`U_ZERO_ERROR`).
static const int32_t cicu_success = 0;
/// The target was too short (`U_BUFFER_OVERFLOW_ERROR`).
static const int32_t cicu_buffer_overflow = 15;
/// What `cicu_ubrk_next` gives behind the last boundary (`UBRK_DONE`).
static const int32_t cicu_ubrk_done = -1;
/// The first rule status of words (`UBRK_WORD_NONE_LIMIT`).
static const int32_t cicu_ubrk_word = 100;

static inline const char *cicu_error_name(int32_t code) { return CICU(u_errorName)(code); }

static inline void cicu_version(uint8_t *version) { CICU(u_getVersion)(version); }

/// An iterator over words (`UBRK_WORD`), without a text.
static inline CICUBreakIterator *cicu_ubrk_open_words(const char *locale, int32_t *status) {
  return CICU(ubrk_open)(1, locale, 0, 0, status);
}

static inline void cicu_ubrk_close(CICUBreakIterator *iterator) { CICU(ubrk_close)(iterator); }

static inline void cicu_ubrk_set_text(
    CICUBreakIterator *iterator, const uint16_t *text, int32_t length, int32_t *status) {
  CICU(ubrk_setText)(iterator, text, length, status);
}

static inline int32_t cicu_ubrk_next(CICUBreakIterator *iterator) {
  return CICU(ubrk_next)(iterator);
}

static inline int32_t cicu_ubrk_rule_status(CICUBreakIterator *iterator) {
  return CICU(ubrk_getRuleStatus)(iterator);
}

static inline const CICUNormalizer *cicu_nfkc_casefold(int32_t *status) {
  return CICU(unorm2_getNFKCCasefoldInstance)(status);
}

static inline int32_t cicu_normalize(
    const CICUNormalizer *normalizer, const uint16_t *source, int32_t length, uint16_t *target,
    int32_t capacity, int32_t *status) {
  return CICU(unorm2_normalize)(normalizer, source, length, target, capacity, status);
}

static inline int8_t cicu_has_boundary_before(const CICUNormalizer *normalizer, int32_t scalar) {
  return CICU(unorm2_hasBoundaryBefore)(normalizer, scalar);
}

/// The Word_Break property of a scalar (`UCHAR_WORD_BREAK`); its values are `UWordBreakValues`.
static inline int32_t cicu_word_break(int32_t scalar) {
  return CICU(u_getIntPropertyValue)(scalar, 0x1014);
}

/// Converts bytes of an encoding to UTF-16. A byte that the encoding does not have is a failure.
/// Returns the length, which may be above the capacity.
static inline int32_t cicu_decode(
    const char *encoding, const char *source, int32_t length, uint16_t *target, int32_t capacity,
    int32_t *status) {
  CICUConverter *converter = CICU(ucnv_open)(encoding, status);
  if (*status > cicu_success) return 0;
  CICU(ucnv_setToUCallBack)(converter, CICU(UCNV_TO_U_CALLBACK_STOP), 0, 0, 0, status);
  int32_t count = CICU(ucnv_toUChars)(converter, target, capacity, source, length, status);
  CICU(ucnv_close)(converter);
  return count;
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define CICU_BREAK_DATA "icudt" U_ICU_VERSION_SHORT "l-brkitr"
#else
#define CICU_BREAK_DATA "icudt" U_ICU_VERSION_SHORT "b-brkitr"
#endif

/// A break dictionary of ICU's own data, for instance `cjdict`.
static inline CICUData *cicu_open_dictionary(const char *name, int32_t *status) {
  return CICU(udata_open)(CICU_BREAK_DATA, "dict", name, status);
}

static inline const void *cicu_data_memory(CICUData *data) { return CICU(udata_getMemory)(data); }

static inline void cicu_data_close(CICUData *data) { CICU(udata_close)(data); }

#endif
