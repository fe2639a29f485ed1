#include "COpenAPI.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char reports[] = {
#embed "openapi.json"
};

static const unsigned char documents[] = {
#embed "openapi_documents.json"
};

EmbeddedText openapi_of_reports(void) { return (EmbeddedText){reports, sizeof reports}; }

EmbeddedText openapi_of_documents(void) { return (EmbeddedText){documents, sizeof documents}; }
