#include "ui/article_progress.h"

#include "base/tr.h"
#include "html/reading.h"

/* The last block that begins in sight. */
static size_t
last_block(const struct article_pane *p)
{
	size_t end = p->top + (size_t)p->rows;

	for (size_t i = end < p->article.n ? end : p->article.n; i-- > p->top;)
		if (p->article.lines[i].block < p->article.doc.n)
			return p->article.lines[i].block;
	return p->top < p->article.head ? SIZE_MAX : p->article.doc.n;
}

void
article_progress_add(const struct article_pane *p, int section, struct buf *out)
{
	int minutes = article_pane_is_at_end(p) ? 0 : reading_minutes_behind(&p->article.doc, last_block(p));

	if (p->search.found.n)
		(void)buf_printf(out, "[%zu/%zu]  ", p->search.at + 1, p->search.found.n);
	if (section >= 0 && (!p->search.found.n || p->search.is_by_words))
		(void)buf_printf(out, "%d/%zu  ", section + 1, p->article.doc.n_sections);
	(void)buf_printf(out, "%d%%", article_pane_percent(p));
	if (minutes)
		(void)buf_printf(out, tr("  %d min left"), minutes);
}
