/*
 * Charsets whose letters are ASCII or pairs of bytes, by way of the C library's
 * converter, which goes from letter to letter in two steps: what it has said of a
 * pair is remembered.
 */
#ifndef TEXT_CHARSET_PAIRS_H
#define TEXT_CHARSET_PAIRS_H

#include <iconv.h>

struct charset_pairs;

/* Never NULL. Free with charset_pairs_free(). */
struct charset_pairs *charset_pairs_new(void);
void charset_pairs_free(struct charset_pairs *pairs);

/* As iconv() does it, with its errno; of a pair that is none nothing is passed over. cd, always the same one, goes to UTF-8 and has no states. */
size_t charset_pairs_convert(struct charset_pairs *pairs, iconv_t cd, char **in, size_t *left, char **to, size_t *room);

#endif
