#include "CTexts.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char thesaurus[] = {
#embed "../HaskapDocuments/Resources/thesaurus.txt"
};

static const unsigned char sentences[] = {
#embed "../HaskapCLI/Resources/sentences.txt"
};

EmbeddedText embedded_thesaurus(void) {
  return (EmbeddedText){thesaurus, sizeof thesaurus};
}

EmbeddedText embedded_sentences(void) {
  return (EmbeddedText){sentences, sizeof sentences};
}
