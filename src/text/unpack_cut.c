#include "text/unpack_cut.h"

#include <stdlib.h>
#define ZLIB_CONST
#include <zlib.h>

enum {
	PIECE = 64 << 10,
	GZIP_BITS = 16,                 /* beside MAX_WBITS: there is a gzip's head */
	LAST_BLOCK = 64, BLOCK_END = 128, /* in z_stream.data_type; see inflate() in zlib.h */
};

/* Goes on to the end of a block, of the bytes or of the room; false at the limit. */
static bool
step(z_stream *z, struct buf *out, int *rc)
{
	size_t most = out->max - out->n, room = most < PIECE ? most : PIECE;

	z->next_out = (Bytef *)buf_reserve(out, room);
	z->avail_out = (uInt)room;
	*rc = inflate(z, Z_BLOCK);
	out->n += room - z->avail_out;
	return out->n < out->max || *rc == Z_STREAM_END;
}

enum unpacked
unpack_cut(struct buf *out, struct str packed, enum unpack_wrap wrap)
{
	static const int bits[] = { MAX_WBITS + GZIP_BITS, MAX_WBITS, -MAX_WBITS };
	z_stream z = { .next_in = (const Bytef *)packed.p, .avail_in = (uInt)packed.n };
	size_t before = out->n;
	bool has_all = false, has_room;
	int rc;

	if (inflateInit2(&z, bits[wrap]) != Z_OK)
		abort(); /* only for lack of memory, or by our own mistake */
	do {
		has_room = step(&z, out, &rc);
		has_all |= (z.data_type & (LAST_BLOCK | BLOCK_END)) == (LAST_BLOCK | BLOCK_END);
	} while (has_room && rc == Z_OK);
	(void)inflateEnd(&z);
	if (!has_room)
		return UNPACK_LARGE;
	if (rc == Z_STREAM_END || (rc == Z_BUF_ERROR && has_all))
		return UNPACK_WHOLE;
	if (rc == Z_BUF_ERROR && out->n > before)
		return UNPACK_CUT;
	out->n = before;
	return UNPACK_BROKEN;
}
