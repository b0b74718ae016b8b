#include "epub/toc.h"

#include "text/entity.h"

/* Closes the entries that one of that level does not stand in. */
static void
close_to(struct toc *t, int level)
{
	for (; t->depth > level; t->depth--) {
		(void)buf_puts(&t->list, "</li>\n</ol>\n");
		(void)buf_puts(&t->points, "</navPoint>\n");
	}
}

void
toc_add(struct toc *t, int level, struct str title, const char *href)
{
	level = level < 1 ? 1 : level > t->depth + 1 ? t->depth + 1 : level;
	close_to(t, level);
	if (t->depth < level) {
		(void)buf_puts(&t->list, "\n<ol>\n");
	} else {
		(void)buf_puts(&t->list, "</li>\n");
		(void)buf_puts(&t->points, "</navPoint>\n");
	}
	t->depth = level;
	t->deepest = level > t->deepest ? level : t->deepest;
	t->n++;
	(void)buf_printf(&t->list, "<li><a href=\"%s\">", href);
	entity_escape(&t->list, title);
	(void)buf_puts(&t->list, "</a>");
	(void)buf_printf(&t->points, "<navPoint id=\"n%zu\" playOrder=\"%zu\">\n<navLabel><text>", t->n, t->n);
	entity_escape(&t->points, title);
	(void)buf_printf(&t->points, "</text></navLabel>\n<content src=\"%s\"/>\n", href);
}

void
toc_end(struct toc *t)
{
	close_to(t, 0);
}

void
toc_free(struct toc *t)
{
	buf_free(&t->list);
	buf_free(&t->points);
}
