#include "text/width.h"

#include <uniwidth.h>

#include "text/ambiguous.h"
#include "text/grapheme.h"
#include "text/plain.h"
#include "text/utf8.h"

/* One terminal, one answer: set once at the start. */
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
	cols = uc_width((ucs4_t)cp, "UTF-8");
	if (cols == 1 && width_of_ambiguous == 2 && ambiguous_is(cp))
		return 2;
	return cols < 0 ? 1 : cols;
}

/* Takes off what ZWJs join to the character before. */
static void
skip_joined(struct str *s)
{
	while (s->n && *s->p == '\xe2' && str_starts(*s, "\u200d")) {
		*s = str_sub(*s, strlen("\u200d"), s->n);
		(void)utf8_next(s);
	}
}

int
width_next(struct str *s)
{
	int cols = width_char(utf8_next(s));

	skip_joined(s);
	return cols > 0 ? cols : 0;
}

int
width_str(struct str s)
{
	int cols = 0, simple;
	size_t n;

	while (s.n) {
		if (!(n = plain_simple_prefix(s, &simple))) {
			cols += width_next(&s);
			continue;
		}
		cols += simple;
		s = str_sub(s, n, s.n);
		skip_joined(&s);
	}
	return cols;
}

int
width_cluster(struct str cluster)
{
	return width_str(cluster);
}

struct str
width_take(struct str *s, int *cols)
{
	size_t n = plain_simple_len(*s);
	struct str rest = str_sub(*s, n, s->n), cluster = str_sub(*s, 0, n);

	if (!n || (rest.n && !plain_simple_len(rest))) {
		cluster = rest = grapheme_next(s);
		*cols = width_char(utf8_next(&rest));
		if (rest.n || *cols < 0)
			*cols = width_cluster(cluster);
		return cluster;
	}
	*cols = n == 1 ? 1 : 2;
	*s = rest;
	return cluster;
}

/* Takes characters of the simple kind off *s as long as they fit; the last one may have to wait for what stands behind. */
static int
take_simple(struct str *s, int cols)
{
	int total = 0, width;
	size_t n, next = plain_simple_len(*s);

	while ((n = next) && total + (width = n == 1 ? 1 : 2) <= cols) {
		struct str rest = str_sub(*s, n, s->n);

		next = plain_simple_len(rest);
		if (rest.n && !next)
			break;
		total += width;
		*s = rest;
	}
	return total;
}

struct str
width_prefix(struct str s, int cols, int *used)
{
	struct str rest = s, cluster;
	int total = take_simple(&rest, cols), n;
	size_t at = s.n - rest.n;

	while ((cluster = width_take(&rest, &n)).n) {
		if (total + n > cols)
			break;
		total += n + take_simple(&rest, cols - total - n);
		at = s.n - rest.n;
	}
	if (used)
		*used = total;
	return str_sub(s, 0, at);
}
