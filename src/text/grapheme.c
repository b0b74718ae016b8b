#include "text/grapheme.h"

#include <unictype.h>
#include <unigbrk.h>

#include "text/plain.h"
#include "text/utf8.h"

/* What libunistring's rule for two neighbours cannot see: pairs of regional indicators, emoji joined by ZWJ. */
struct context {
	int32_t last;
	bool is_odd_flag; /* an odd number of regional indicators ends here */
	bool is_emoji;    /* an emoji and marks behind it end here */
};

static bool
is_flag_letter(int32_t cp)
{
	return cp >= 0x1f1e6 && cp <= 0x1f1ff;
}

static struct context
after(struct context c, int32_t cp)
{
	bool is_extended = cp == 0x200d || uc_graphemeclusterbreak_property((ucs4_t)cp) == GBP_EXTEND;

	c.is_odd_flag = is_flag_letter(cp) && !c.is_odd_flag;
	c.is_emoji = (c.is_emoji && is_extended) || uc_is_property_extended_pictographic((ucs4_t)cp);
	c.last = cp;
	return c;
}

static bool
is_joined(struct context c, int32_t cp)
{
	if (is_flag_letter(cp) && is_flag_letter(c.last))
		return c.is_odd_flag;
	if (c.last == 0x200d && c.is_emoji && uc_is_property_extended_pictographic((ucs4_t)cp))
		return true;
	return !uc_is_grapheme_break((ucs4_t)c.last, (ucs4_t)cp);
}

/* What is left of s, not empty, behind its first cluster. */
static struct str
behind_first(struct str s)
{
	struct context c = after((struct context){ 0 }, utf8_next(&s));
	struct str ahead = s;

	while (ahead.n) {
		int32_t cp = utf8_next(&ahead);

		if (!is_joined(c, cp))
			break;
		c = after(c, cp);
		s = ahead;
	}
	return s;
}

/* True when s is empty or a cluster surely begins at its start: nothing plain joins what is plain. */
static bool
begins_plain(struct str s)
{
	return !s.n || plain_simple_len(s) || plain_is(utf8_next(&s));
}

struct str
grapheme_next(struct str *s)
{
	struct str rest = *s, cluster;

	if (!s->n)
		return STR_NONE;
	if (!plain_is(utf8_next(&rest)) || !begins_plain(rest))
		rest = behind_first(*s);
	cluster = str_new(s->p, s->n - rest.n);
	*s = rest;
	return cluster;
}

struct str
grapheme_last(struct str *s)
{
	struct str before = *s, tail, cluster;

	if (!s->n)
		return STR_NONE;
	while (before.n && !plain_is_simple(utf8_last(&before)))
		;
	tail = str_sub(*s, before.n, s->n);
	do
		cluster = grapheme_next(&tail);
	while (tail.n);
	s->n = (size_t)(cluster.p - s->p);
	return cluster;
}
