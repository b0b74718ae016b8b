#include "text/url.h"

void
url_wire(struct buf *out, struct str text)
{
	struct url url;
	size_t behind_host;

	url_split(text, &url);
	behind_host = url.path.p ? (size_t)(url.path.p - text.p) : text.n;
	for (size_t i = 0; i < text.n; i++)
		if (i < behind_host || (unsigned char)text.p[i] < 0x80)
			buf_putc(out, text.p[i]);
		else
			buf_printf(out, "%%%02X", (unsigned char)text.p[i]);
}
