// Zstandard, which packs the stored text of an index, and unpacks `.zst` files.
#ifndef HASKAP_CZSTD_SHIM_H
#define HASKAP_CZSTD_SHIM_H

#include <zstd.h>

#endif
