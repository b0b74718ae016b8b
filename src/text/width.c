#include "text/width.h"

#include <uniwidth.h>

#include "text/grapheme.h"
#include "text/plain.h"
#include "text/utf8.h"
#include "text/wcwidth.h"

/* One terminal, one answer: set once at the start, asked also by ncursesw through wcwidth(). */
static int width_of_ambiguous = 1;

/* Where the table of libunistring is behind Unicode, or not what terminals do; in order. */
static const struct {
	int32_t first, last;
	int cols;
} overrides[] = {
	{ 0x1160, 0x11ff, 0 },    /* vowels and finals join the consonant before */
	{ 0x20a9, 0x20a9, 1 },    /* the won sign is no wide one */
	{ 0x20e3, 0x20e3, 2 },    /* a keycap is drawn in brackets: wrap_show() */
	{ 0x302e, 0x302f, 0 },    /* tone marks */
	{ 0xd7b0, 0xd7ff, 0 },    /* more vowels and finals */
	{ 0xfe00, 0xfe0f, 0 },    /* variation selectors */
	{ 0xffa0, 0xffdc, 1 },    /* halfwidth jamo */
	{ 0x1f3fb, 0x1f3ff, 0 },  /* skin tones: left out of what is shown */
	{ 0x1f6d8, 0x1f6d8, 2 },  /* emoji since Unicode 14 */
	{ 0x1f6dc, 0x1f6dc, 2 },
	{ 0x1fa70, 0x1faff, 2 },
	{ 0xe0000, 0xe0fff, 0 },  /* tags, variation selectors */
};

void
width_set_ambiguous(int cols)
{
	width_of_ambiguous = cols == 2 ? 2 : 1;
	/* Keeps wcwidth.o in every program that measures, so that ncursesw finds it there. */
	__asm__ volatile("" : : "r"(wcwidth));
}

int
width_ambiguous(void)
{
	return width_of_ambiguous;
}

int
width_char(int32_t cp)
{
	int cols;

	if (cp >= 0x20 && cp < 0x7f)
		return 1;
	if (cp >= 0xac00 && cp <= 0xd7a3)
		return 2;
	if (cp < 0xa0 || cp > 0x10ffff || (cp >= 0xd800 && cp <= 0xdfff))
		return -1;
	for (size_t i = 0; i < sizeof overrides / sizeof *overrides && cp >= overrides[i].first; i++)
		if (cp <= overrides[i].last)
			return overrides[i].cols;
	cols = uc_width((ucs4_t)cp, width_of_ambiguous == 2 ? "EUC-KR" : "UTF-8");
	return cols < 0 ? 1 : cols;
}

int
width_next(struct str *s)
{
	int cols = width_char(utf8_next(s));

	while (str_starts(*s, "\u200d")) {
		*s = str_sub(*s, strlen("\u200d"), s->n);
		(void)utf8_next(s);
	}
	return cols > 0 ? cols : 0;
}

int
width_str(struct str s)
{
	int cols = 0;

	while (s.n)
		cols += width_next(&s);
	return cols;
}

int
width_cluster(struct str cluster)
{
	return width_str(cluster);
}

struct str
width_prefix(struct str s, int cols, int *used)
{
	struct str rest = s, cluster;
	int total = 0, n;
	size_t at = 0;

	while ((cluster = grapheme_next(&rest)).n) {
		n = width_cluster(cluster);
		if (total + n > cols)
			break;
		total += n;
		at += cluster.n;
	}
	if (used)
		*used = total;
	return str_sub(s, 0, at);
}
