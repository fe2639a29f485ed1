// Long texts that are part of the program. The C compiler embeds them at once; Swift's takes a minute
// for an array of as many numbers.
#ifndef HASKAP_CTEXTS_H
#define HASKAP_CTEXTS_H

#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} EmbeddedText;

/// Words of the same meaning.
EmbeddedText embedded_thesaurus(void);

/// What the program says, in both languages.
EmbeddedText embedded_sentences(void);

#endif
