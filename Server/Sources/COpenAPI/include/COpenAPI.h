// What the HTTP interface is, as the C compiler embeds it at once; Swift's takes half a minute.
#ifndef HASKAP_COPENAPI_H
#define HASKAP_COPENAPI_H

#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} EmbeddedText;

/// Over an index of reports.
EmbeddedText openapi_of_reports(void);

/// Over an index of any documents.
EmbeddedText openapi_of_documents(void);

#endif
