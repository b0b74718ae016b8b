#include "text/date_fold.h"

#include "text/utf8.h"

enum { FULL_WIDTH = 0xff00 - ' ' }; /* how far the full-width letters lie behind those of ASCII */

/* What stands for one letter of ASCII; 0 is nothing. */
static const struct {
	int32_t first, last;
	char as;
} folds[] = {
	{ 0xa0, 0xa0, ' ' }, { 0xad, 0xad, '\0' }, { 0x2000, 0x200a, ' ' }, { 0x200b, 0x200f, '\0' }, { 0x2010, 0x2015, '-' },
	{ 0x2018, 0x2019, '\'' }, { 0x202a, 0x202e, '\0' }, { 0x202f, 0x202f, ' ' }, { 0x205f, 0x205f, ' ' }, { 0x2060, 0x2069, '\0' },
	{ 0x2212, 0x2212, '-' }, { 0x2236, 0x2236, ':' }, { 0x3000, 0x3000, ' ' }, { 0xfe63, 0xfe63, '-' }, { 0xfeff, 0xfeff, '\0' },
};

static int32_t
fold(int32_t cp)
{
	if (cp > 0xff00 && cp < 0xff5f)
		return cp - FULL_WIDTH;
	for (size_t i = 0; i < sizeof folds / sizeof *folds; i++)
		if (cp >= folds[i].first && cp <= folds[i].last)
			return folds[i].as;
	return cp;
}

void
date_fold(struct buf *out, struct str s)
{
	while (s.n) {
		int32_t cp = fold(utf8_next(&s));

		if (cp)
			utf8_add(out, cp);
	}
}
