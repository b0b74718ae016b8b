/*
 * Thirty-two bytes of a text looked at together (text/plain_block.h), where the
 * processor can do that.
 */
#ifndef TEXT_PLAIN_WIDE_H
#define TEXT_PLAIN_WIDE_H

#include <stdbool.h>
#include <stddef.h>

enum { PLAIN_WIDE = 32 };

bool plain_wide_is_there(void);

/*
 * Where from `at` on, which is 2 at least, the first of n bytes at p stands that plain_block_other() names, also being ASCII that is
 * none; what fewer than PLAIN_WIDE bytes are left to without one. Only where plain_wide_is_there().
 */
size_t plain_wide_len(const char *p, size_t at, size_t n, char also);

/* The same, or the second of two spaces. */
size_t plain_wide_words_len(const char *p, size_t at, size_t n);

#endif
