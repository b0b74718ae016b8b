#include "page/meta.h"

#include "base/buf.h"
#include "base/clock.h"
#include "text/clean.h"

static struct str
line_of(struct arena *a, struct str text)
{
	struct buf line = { 0 };
	struct str ret;

	clean_line(&line, text);
	ret = arena_dup(a, str_trim(buf_str(&line)));
	buf_free(&line);
	return ret;
}

static struct str
text_of(struct arena *a, const struct dom_node *node)
{
	struct buf text = { 0 };
	struct str ret;

	if (node)
		dom_text(&text, node);
	ret = line_of(a, buf_str(&text));
	buf_free(&text);
	return ret;
}

void
meta_read(struct arena *a, const struct dom_node *root, struct str url, int64_t now, struct page_meta *ret)
{
	(void)url;
	(void)now;
	*ret = (struct page_meta){ .published = CLOCK_NONE, .updated = CLOCK_NONE };
	ret->title = text_of(a, dom_find(root, DOM_TITLE));
	ret->language = line_of(a, dom_attr(root, "lang"));
}
