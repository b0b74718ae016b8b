#include "ui/history.h"

void
history_free(struct history *h)
{
	for (size_t i = 0; i < h->n; i++)
		buf_free(&h->lines[i]);
	h->n = 0;
}

static void
take_out(struct history *h, size_t at)
{
	buf_free(&h->lines[at]);
	h->n--;
	memmove(&h->lines[at], &h->lines[at + 1], (h->n - at) * sizeof *h->lines);
}

void
history_add(struct history *h, struct str line)
{
	struct buf kept = { 0 };
	size_t same = 0;

	line = str_trim(line);
	if (!line.n)
		return;
	(void)buf_add(&kept, line);
	while (same < h->n && !str_eq(buf_str(&h->lines[same]), line))
		same++;
	if (same < h->n)
		take_out(h, same);
	else if (h->n == HISTORY_LINES)
		take_out(h, 0);
	h->lines[h->n++] = kept;
}

struct str
history_line(const struct history *h, size_t back)
{
	return buf_str(&h->lines[h->n - back]);
}
