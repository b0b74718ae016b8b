#include "text/unpack.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"
#include "text/unpack_cut.h"

enum {
	GZIP_HEAD = 10,
	GZIP_LEAST = GZIP_HEAD + 8, /* with the sum and the size behind it */
	SIZE_BYTES = 4,
	RATIO = 4,         /* feeds are packed to a fourth or a fifth, */
	RATIO_MAX = 1032,  /* and nothing to less than that */
};

struct unpacker {
	struct libdeflate_decompressor *with;
	struct str left; /* packed */
	struct buf out;
};

typedef enum libdeflate_result run_fn(struct libdeflate_decompressor *with, const void *in, size_t in_n, void *out, size_t out_n, size_t *in_ret,
	size_t *out_ret);

bool
unpack_coding(struct str name, enum unpack_coding *ret)
{
	static const struct {
		const char *name;
		enum unpack_coding coding;
	} codings[] = { { "gzip", UNPACK_GZIP }, { "x-gzip", UNPACK_GZIP }, { "deflate", UNPACK_DEFLATE }, { "none", UNPACK_NONE } };

	for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
		if (str_is_icase(name, codings[i].name)) {
			*ret = codings[i].coding;
			return true;
		}
	return false;
}

size_t
unpack_size(struct str packed, enum unpack_coding coding)
{
	const unsigned char *end = (const unsigned char *)packed.p + packed.n;
	size_t n = 0;

	if (coding != UNPACK_GZIP || packed.n < GZIP_LEAST)
		return packed.n * RATIO + 1;
	for (size_t i = 1; i <= SIZE_BYTES; i++)
		n = n << 8 | end[-(ptrdiff_t)i];
	return n && n / RATIO_MAX <= packed.n ? n : packed.n * RATIO;
}

/* libdeflate does not say whether a piece is wrong or only ends too early. */
static enum unpacked
take_cut(struct unpacker *u, enum unpack_wrap wrap)
{
	enum unpacked rc = unpack_cut(&u->out, u->left, wrap);

	if (unpack_is_readable(rc))
		u->left = STR_NONE;
	return rc;
}

/* One piece, which stands alone but for a gzip of several; room is made until it is enough. */
static enum unpacked
run(struct unpacker *u, run_fn *piece, enum unpack_wrap wrap, size_t room)
{
	enum libdeflate_result rc;
	size_t most = u->out.max - u->out.n, in, got;
	char *to;

	for (;;) {
		room = room < most ? room : most;
		to = buf_reserve(&u->out, room);
		if (!to)
			return UNPACK_LARGE;
		rc = piece(u->with, u->left.p, u->left.n, to, room, &in, &got);
		if (rc != LIBDEFLATE_INSUFFICIENT_SPACE)
			break;
		if (room == most)
			return UNPACK_LARGE;
		room = room * RATIO + 1;
	}
	if (rc != LIBDEFLATE_SUCCESS)
		return take_cut(u, wrap);
	u->out.n += got;
	u->left = str_sub(u->left, in, u->left.n);
	return UNPACK_WHOLE;
}

static bool
is_gzip(struct str s)
{
	return s.n >= GZIP_LEAST && str_starts(s, "\x1f\x8b");
}

/* Several in a row are one. */
static enum unpacked
run_gzip(struct unpacker *u)
{
	size_t room = unpack_size(u->left, UNPACK_GZIP);
	enum unpacked rc;

	do
		rc = run(u, libdeflate_gzip_decompress_ex, UNPACK_WRAP_GZIP, room);
	while (rc == UNPACK_WHOLE && is_gzip(u->left));
	return rc;
}

/* As RFC 1950 has it or, as some servers mean the word, without what that puts around it. */
static enum unpacked
run_deflate(struct unpacker *u)
{
	size_t room = unpack_size(u->left, UNPACK_DEFLATE);
	enum unpacked rc = run(u, libdeflate_zlib_decompress_ex, UNPACK_WRAP_ZLIB, room);

	return rc == UNPACK_BROKEN ? run(u, libdeflate_deflate_decompress_ex, UNPACK_WRAP_NONE, room) : rc;
}

/* What there is of room, for as much as there will be; none that is too small for it. */
static struct buf
take_room(struct buf *room, size_t max, size_t least)
{
	struct buf out = BUF_CAPPED(max);

	if (room->cap <= least)
		return out;
	out.p = room->p;
	out.cap = room->cap;
	*room = (struct buf){ 0 };
	return out;
}

enum unpacked
unpack_into(struct buf *body, enum unpack_coding coding, struct buf *room)
{
	struct unpacker u = { .left = buf_str(body) };
	enum unpacked rc = UNPACK_BROKEN;

	if (coding == UNPACK_NONE || !body->n)
		return UNPACK_WHOLE;
	u.out = take_room(room, body->max, unpack_size(u.left, coding));
	libdeflate_set_memory_allocator(mem_alloc, free);
	u.with = libdeflate_alloc_decompressor();
	rc = coding == UNPACK_GZIP ? run_gzip(&u) : run_deflate(&u);
	libdeflate_free_decompressor(u.with);
	if (unpack_is_readable(rc))
		u.out.p[u.out.n] = '\0';
	else
		buf_free(&u.out);
	buf_free(body);
	*body = u.out;
	return rc;
}

enum unpacked
unpack(struct buf *body, enum unpack_coding coding)
{
	struct buf none = { 0 };

	return unpack_into(body, coding, &none);
}

struct str
unpack_content(struct str packed, enum unpack_coding coding)
{
	return coding == UNPACK_GZIP ? str_sub(packed, GZIP_HEAD, packed.n) : packed;
}
