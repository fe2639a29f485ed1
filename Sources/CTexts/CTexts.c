#include "CTexts.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// There is nothing to debug, and Valgrind 3.19 cannot read what the compiler would write for it.
#define EMBEDDED __attribute__((nodebug))

EMBEDDED static const unsigned char thesaurus[] = {
#embed "../HaskapDocuments/Resources/thesaurus.txt"
};

EMBEDDED static const unsigned char sentences[] = {
#embed "../HaskapCLI/Resources/sentences.txt"
};

EMBEDDED EmbeddedText embedded_thesaurus(void) {
  return (EmbeddedText){thesaurus, sizeof thesaurus};
}

EMBEDDED EmbeddedText embedded_sentences(void) {
  return (EmbeddedText){sentences, sizeof sentences};
}
