// The part of zlib that decompresses, without the macros that Swift does not import.
#ifndef HASKAP_CZLIB_SHIM_H
#define HASKAP_CZLIB_SHIM_H

#include <stdint.h>
#include <stdlib.h>
#include <zlib.h>

/// Decompresses raw deflate data (RFC 1951). Returns the number of bytes written, or -1 where the
/// data is damaged or does not fit the room.
static inline int64_t czlib_inflate(
    const uint8_t *source, uint32_t length, uint8_t *target, uint32_t room) {
  z_stream stream = {0};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return -1;
  stream.next_in = (Bytef *)source;
  stream.avail_in = length;
  stream.next_out = target;
  stream.avail_out = room;
  int status = inflate(&stream, Z_FINISH);
  int64_t written = (int64_t)stream.total_out;
  inflateEnd(&stream);
  return status == Z_STREAM_END ? written : -1;
}

/// A stream for what gzip has packed (RFC 1952); NULL where there is no memory.
static inline z_stream *czlib_open_gzip(void) {
  z_stream *stream = calloc(1, sizeof *stream);
  if (stream == NULL || inflateInit2(stream, MAX_WBITS + 16) == Z_OK) return stream;
  free(stream);
  return NULL;
}

static inline void czlib_close(z_stream *stream) {
  inflateEnd(stream);
  free(stream);
}

#endif
