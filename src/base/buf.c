#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

char *
buf_reserve(struct buf *b, size_t n)
{
	size_t need = b->n + n;

	if (need < n || (b->max && need > b->max)) {
		b->full = true;
		return NULL;
	}
	if (!b->p || need + 1 > b->cap) {
		size_t cap = b->cap ? b->cap * 2 : 64;

		b->cap = cap > need + 1 ? cap : need + 1;
		b->p = mem_realloc(b->p, b->cap, 1);
	}
	b->p[need] = '\0';
	return b->p + b->n;
}

/* Whether n bytes and the NUL fit into what is there. */
static bool
has_room(const struct buf *b, size_t n)
{
	return n < b->cap - b->n && (!b->max || n <= b->max - b->n);
}

int
buf_add_bytes(struct buf *b, const void *p, size_t n)
{
	char *to = has_room(b, n) ? b->p + b->n : buf_reserve(b, n);

	if (!to)
		return -1;
	if (n)
		memcpy(to, p, n);
	b->n += n;
	b->p[b->n] = '\0';
	return 0;
}

int
buf_fill(struct buf *b, char c, size_t n)
{
	char *to = buf_reserve(b, n);

	if (!to)
		return -1;
	memset(to, c, n);
	b->n += n;
	return 0;
}

int
buf_number(struct buf *b, int64_t n)
{
	char digits[20], *first = digits + sizeof digits;
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;

	do
		*--first = (char)('0' + rest % 10);
	while (rest /= 10);
	if (n < 0)
		*--first = '-';
	return buf_add_bytes(b, first, (size_t)(digits + sizeof digits - first));
}

int
buf_vprintf(struct buf *b, const char *format, va_list args)
{
	size_t room = b->p || buf_reserve(b, 0) ? b->cap - b->n : 0;
	va_list again;
	char *to;
	int n;

	va_copy(again, args);
	n = vsnprintf(room ? b->p + b->n : NULL, room, format, again); /* most of it is short */
	va_end(again);
	if (n >= 0 && (size_t)n < room && !(b->max && b->n + (size_t)n > b->max)) {
		b->n += (size_t)n;
		return 0;
	}
	if (room)
		b->p[b->n] = '\0';
	if (n < 0)
		return -1;
	to = buf_reserve(b, (size_t)n);
	if (!to)
		return -1;
	(void)vsnprintf(to, (size_t)n + 1, format, args);
	b->n += (size_t)n;
	return 0;
}

int
buf_printf(struct buf *b, const char *format, ...)
{
	va_list args;
	int rc;

	va_start(args, format);
	rc = buf_vprintf(b, format, args);
	va_end(args);
	return rc;
}

void
buf_truncate(struct buf *b, size_t n)
{
	if (n >= b->n)
		return;
	b->n = n;
	b->p[n] = '\0';
}

void
buf_clear(struct buf *b)
{
	buf_truncate(b, 0);
	b->full = false;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ .max = b->max };
}

const char *
buf_cstr(const struct buf *b)
{
	return b->p ? b->p : "";
}
