// What the C library knows of its memory and Swift's module of it leaves out.
#ifndef HASKAP_CMEMORY_SHIM_H
#define HASKAP_CMEMORY_SHIM_H

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Gives what was freed back to the system, so that it counts again when it is taken again.
static inline void memory_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#endif
