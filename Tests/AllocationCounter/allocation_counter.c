#include "allocation_counter.h"
#include <stdlib.h>

// AddressSanitizer has an allocator of its own, and only glibc lets another function stand in front of its `malloc`.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COUNTS 0
#endif
#endif
#if !defined(COUNTS) && defined(__GLIBC__)
#define COUNTS 1
#endif

#if COUNTS
static _Thread_local unsigned long count;

extern void *__libc_malloc(size_t size);

void *malloc(size_t size) {
    count += 1;
    return __libc_malloc(size);
}

unsigned long allocation_count(void) { return count; }
#else
unsigned long allocation_count(void) { return 0; }
#endif
