#include "COpenAPI.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// There is nothing to debug, and Valgrind 3.19 cannot read what the compiler would write for it.
#define EMBEDDED __attribute__((nodebug))

EMBEDDED static const unsigned char reports[] = {
#embed "openapi.json"
};

EMBEDDED static const unsigned char documents[] = {
#embed "openapi_documents.json"
};

EMBEDDED EmbeddedText openapi_of_reports(void) { return (EmbeddedText){reports, sizeof reports}; }

EMBEDDED EmbeddedText openapi_of_documents(void) {
  return (EmbeddedText){documents, sizeof documents};
}
