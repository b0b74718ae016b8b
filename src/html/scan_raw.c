#include "html/scan_raw.h"

/* Scripts shorter than this are kept as they are: some hold the notice that an article is gone. */
enum { PROGRAM_MIN = 4 << 10 };

/* What no reader of the tree looks into, and the parser would go through letter by letter: styles, and long programs that do not begin with data. */
static bool
is_needless(const struct scan_tag *tag, struct str text, struct str raw)
{
	if (tag->tag == DOM_STYLE)
		return true;
	if (tag->tag != DOM_SCRIPT || raw.n < PROGRAM_MIN || str_starts(str_trim(raw), "window."))
		return false;
	return !str_has(text, "json") && !str_has(text, "math") && !str_has(text, "data-module");
}

/* Adds a part of it; references mean something in titles and fields of forms only. */
static void
add_part(struct buf *out, struct standin *standins, const struct scan_tag *tag, struct str part)
{
	if (tag->tag == DOM_TITLE || tag->tag == DOM_TEXTAREA)
		(void)buf_add(out, part);
	else
		standin_add(standins, out, part);
}

/* What would begin a state in which "</script>" is no end is broken up. */
void
scan_raw_add(struct buf *out, struct standin *standins, const struct scan_tag *tag, struct str text, struct str raw)
{
	if (is_needless(tag, text, raw))
		return;
	for (;;) {
		size_t at = str_find(raw, str_lit("<!--"));

		add_part(out, standins, tag, str_sub(raw, 0, at));
		if (at == raw.n)
			return;
		(void)buf_puts(out, "<! --");
		raw = str_sub(raw, at + 4, raw.n);
	}
}
