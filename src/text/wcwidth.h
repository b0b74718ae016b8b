/*
 * The wcwidth() of the whole program. It must be exported: ncursesw imports the
 * name, and the dynamic linker then finds this one before that of libc.
 */
#ifndef TEXT_WCWIDTH_H
#define TEXT_WCWIDTH_H

#include <wchar.h>

__attribute__((visibility("default"))) int wcwidth(wchar_t wc);

#endif
