// What the C library knows of its memory and Swift's module of it leaves out.
#ifndef HASKAP_CMEMORY_SHIM_H
#define HASKAP_CMEMORY_SHIM_H

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#endif

/// Gives what was freed back to the system, so that it counts again when it is taken again.
static inline void memory_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

/// Lets what the calling thread asks for next lie on huge pages, where the system has them, and stay
/// in the process when it is freed: a page of 4 KiB takes longer to get than to fill.
///
/// The heap is not the program's own, so one large piece of it is asked for, marked and given back:
/// out of it the next are cut. It takes no memory before it is written to.
static inline void memory_expect_much(void) {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  const size_t most = 32 << 20;  // What is larger is not of the heap.
  const size_t length = most - (1 << 20), page = 4096;
  mallopt(M_MMAP_THRESHOLD, (int)most);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  char *piece = (char *)malloc(length);
  if (piece == NULL) return;
  const uintptr_t start = ((uintptr_t)piece + page - 1) & ~(uintptr_t)(page - 1);
  madvise((void *)start, ((uintptr_t)piece + length - start) & ~(page - 1), MADV_HUGEPAGE);
  free(piece);
#endif
}

#endif
