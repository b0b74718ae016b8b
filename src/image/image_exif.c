#include "image/image_exif.h"

enum { TAG_ORIENTATION = 0x0112, TYPE_SHORT = 3, ENTRY = 12, ENTRIES_MOST = 512 };

/* n bytes as a number; 0 beyond the end. */
static unsigned
number(struct str s, size_t at, size_t n, bool is_little)
{
	unsigned value = 0;

	if (at > s.n || n > s.n - at)
		return 0;
	for (size_t i = 0; i < n; i++)
		value = value << 8 | (unsigned char)s.p[is_little ? at + n - 1 - i : at + i];
	return value;
}

int
image_exif_orientation(struct str block)
{
	bool is_little;
	size_t at;
	unsigned n;

	if (str_eq(str_sub(block, 0, 6), str_lit("Exif\0\0")))
		block = str_sub(block, 6, block.n);
	is_little = str_starts(block, "II");
	if ((!is_little && !str_starts(block, "MM")) || number(block, 2, 2, is_little) != 42)
		return 1;
	at = number(block, 4, 4, is_little);
	n = number(block, at, 2, is_little);
	for (unsigned i = 0; i < n && i < ENTRIES_MOST; i++) {
		size_t entry = at + 2 + (size_t)i * ENTRY;
		unsigned value = number(block, entry + 8, 2, is_little);

		if (number(block, entry, 2, is_little) == TAG_ORIENTATION)
			return number(block, entry + 2, 2, is_little) == TYPE_SHORT && value >= 1 && value <= 8 ? (int)value : 1;
	}
	return 1;
}
