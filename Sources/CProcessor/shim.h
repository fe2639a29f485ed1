// What processors do and Swift has no word for.
#ifndef HASKAP_CPROCESSOR_SHIM_H
#define HASKAP_CPROCESSOR_SHIM_H

/// Has the cache line of an address brought near, to be written soon. Advice only; the address need
/// not be valid.
static inline void processor_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }

/// The same of an address that is to be read.
static inline void processor_prefetch_read(const void *address) { __builtin_prefetch(address, 0, 3); }

#endif
