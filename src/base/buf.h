/*
 * Growing bytes with a cap. p is never NULL after an add and always has a NUL
 * one past n. What would pass the cap is refused whole and full is set, which
 * stays until buf_clear(); callers that feed a buffer from outside look at it.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdint.h>

#include "base/str.h"

struct buf {
	char *p;
	size_t n, cap, max; /* max 0: no cap (only for what we make ourselves) */
	bool full;
};

#define BUF_CAPPED(bytes) ((struct buf){ .max = (bytes) })

/* Each adds and returns 0, or sets full and returns -1. */
int buf_add_bytes(struct buf *b, const void *p, size_t n);
int buf_fill(struct buf *b, char c, size_t n);
int buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
int buf_vprintf(struct buf *b, const char *format, va_list args);

/* As "%lld" has it, in less time. */
int buf_number(struct buf *b, int64_t n);

static inline int
buf_add(struct buf *b, struct str s)
{
	return buf_add_bytes(b, s.p, s.n);
}

static inline int
buf_puts(struct buf *b, const char *text)
{
	return buf_add_bytes(b, text, strlen(text));
}

static inline int
buf_putc(struct buf *b, char c)
{
	if (b->n + 1 >= b->cap || (b->max && b->n >= b->max))
		return buf_add_bytes(b, &c, 1);
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
	return 0;
}

/* Room for n more bytes, where the caller writes and then adds to b->n; NULL when it would pass the cap. */
char *buf_reserve(struct buf *b, size_t n);

/* Cuts to n bytes. */
void buf_truncate(struct buf *b, size_t n);
void buf_clear(struct buf *b);
void buf_free(struct buf *b);

static inline struct str
buf_str(const struct buf *b)
{
	return str_new(b->p, b->n);
}

/* The bytes as a C string, "" when empty; valid until the next change. */
const char *buf_cstr(const struct buf *b);

#endif
