#include "ui/term_links.h"

#include <stdint.h>

#include "ui/hyperlinks.h"

/* The same for all parts of one link, whenever each was written: the terminal lights them up together. */
static uint32_t
number_of(struct str url)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < url.n; i++)
		hash = (hash ^ (unsigned char)url.p[i]) * 16777619u; /* FNV-1a */
	return hash;
}

bool
term_links_begin(struct buf *out, struct str url)
{
	size_t before = out->n;

	(void)buf_printf(out, "\033]8;id=%x;", (unsigned)number_of(url));
	if (!hyperlinks_encode(out, url)) {
		buf_truncate(out, before);
		return false;
	}
	(void)buf_puts(out, "\033\\");
	return true;
}

void
term_links_end(struct buf *out)
{
	(void)buf_puts(out, "\033]8;;\033\\");
}
