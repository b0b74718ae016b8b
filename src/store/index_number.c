#include "store/index_number.h"

enum { BITS = 7, MORE = 0x80 };

size_t
index_number_put_long(unsigned char room[INDEX_NUMBER_BYTES], uint64_t n)
{
	size_t len = 1;

	if (n >> 8 * BITS) {
		room[8] = (unsigned char)n;
		n >>= 8;
		for (int i = 7; i >= 0; i--, n >>= BITS)
			room[i] = (unsigned char)(n & 0x7f) | MORE;
		return INDEX_NUMBER_BYTES;
	}
	while (n >> BITS * len)
		len++;
	for (size_t i = len; i-- > 0; n >>= BITS)
		room[i] = (unsigned char)((n & 0x7f) | (i + 1 < len ? MORE : 0));
	return len;
}

void
index_number_add(struct buf *out, uint64_t n)
{
	unsigned char room[INDEX_NUMBER_BYTES];

	(void)buf_add_bytes(out, room, index_number_put(room, n));
}

uint64_t
index_number_take_long(struct str *bytes)
{
	uint64_t n = 0;

	for (int i = 0; i < INDEX_NUMBER_BYTES && bytes->n; i++) {
		unsigned char c = (unsigned char)*bytes->p;

		*bytes = str_sub(*bytes, 1, bytes->n);
		if (i == 8)
			return n << 8 | c;
		n = n << BITS | (c & 0x7fu);
		if (c < MORE)
			break;
	}
	return n;
}
