#include "worker/record.h"

#include "base/limits.h"

enum { RECORD_HEAD = 5, FIELD_HEAD = 5 };

static void
put_u32(char *to, size_t value)
{
	for (int i = 0; i < 4; i++)
		to[i] = (char)(value >> (8 * i) & 0xff);
}

static size_t
get_u32(const char *from)
{
	size_t value = 0;

	for (int i = 0; i < 4; i++)
		value |= (size_t)(unsigned char)from[i] << (8 * i);
	return value;
}

size_t
record_begin(struct buf *b, enum record_kind kind)
{
	char head[RECORD_HEAD] = { 0, 0, 0, 0, (char)kind };
	size_t start = b->n;

	buf_add_bytes(b, head, sizeof head);
	return start;
}

void
record_add(struct buf *b, enum record_field field, struct str value)
{
	char head[FIELD_HEAD] = { (char)field };

	put_u32(head + 1, value.n);
	if (buf_add_bytes(b, head, sizeof head) == 0)
		buf_add(b, value);
}

void
record_add_number(struct buf *b, enum record_field field, int64_t value)
{
	char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (char)((uint64_t)value >> (8 * i) & 0xff);
	record_add(b, field, str_new(bytes, sizeof bytes));
}

void
record_end(struct buf *b, size_t start)
{
	if (b->n >= start + RECORD_HEAD)
		put_u32(b->p + start, b->n - start - 4);
}

int
record_take(struct str *bytes, struct record *ret)
{
	size_t n;

	if (bytes->n < RECORD_HEAD)
		return 0;
	n = get_u32(bytes->p);
	if (n < 1 || n > LIMIT_RECORD)
		return -1;
	if (bytes->n - 4 < n)
		return 0;
	ret->kind = (enum record_kind)(unsigned char)bytes->p[4];
	ret->rest = str_sub(*bytes, RECORD_HEAD, 4 + n);
	*bytes = str_sub(*bytes, 4 + n, bytes->n);
	return 1;
}

int
record_field(struct record *record, enum record_field *field, struct str *value)
{
	struct str rest = record->rest;
	size_t n;
	unsigned tag;

	if (!rest.n)
		return 0;
	if (rest.n < FIELD_HEAD)
		return -1;
	tag = (unsigned char)rest.p[0];
	n = get_u32(rest.p + 1);
	if (tag < 1 || tag >= RECORD_FIELDS_END || n > rest.n - FIELD_HEAD)
		return -1;
	*field = (enum record_field)tag;
	*value = str_sub(rest, FIELD_HEAD, FIELD_HEAD + n);
	record->rest = str_sub(rest, FIELD_HEAD + n, rest.n);
	return 1;
}

bool
record_number(struct str value, int64_t *ret)
{
	uint64_t number = 0;

	if (value.n != 8)
		return false;
	for (int i = 0; i < 8; i++)
		number |= (uint64_t)(unsigned char)value.p[i] << (8 * i);
	*ret = (int64_t)number;
	return true;
}
