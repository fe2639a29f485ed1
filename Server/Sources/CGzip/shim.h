// The part of zlib that compresses, without the macros that Swift does not import.
#ifndef HASKAP_CGZIP_SHIM_H
#define HASKAP_CGZIP_SHIM_H

#include <stdint.h>
#include <zlib.h>

/// Compresses to a gzip file (RFC 1952). Returns the number of bytes written, or -1 where they do
/// not fit the room.
static inline int64_t cgzip_compress(
    const uint8_t *source, uint32_t length, uint8_t *target, uint32_t room) {
  z_stream stream = {0};
  if (deflateInit2(&stream, 4, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return -1;
  stream.next_in = (Bytef *)source;
  stream.avail_in = length;
  stream.next_out = target;
  stream.avail_out = room;
  int status = deflate(&stream, Z_FINISH);
  int64_t written = (int64_t)stream.total_out;
  deflateEnd(&stream);
  return status == Z_STREAM_END ? written : -1;
}

#endif
