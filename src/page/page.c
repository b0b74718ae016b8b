#include "page/page.h"

#include "base/limits.h"
#include "html/tidy.h"
#include "html/tidy_link.h"
#include "page/choose.h"
#include "page/hide.h"
#include "page/meta.h"
#include "page/wall.h"
#include "text/utf8.h"

static void
take_meta(const struct page_meta *meta, struct page_result *ret)
{
	ret->title = meta->title;
	ret->author = meta->author;
	ret->site = meta->site;
	ret->language = meta->language;
	ret->excerpt = meta->excerpt;
	ret->image = meta->image;
	ret->canonical = meta->canonical;
	ret->published = meta->published;
	ret->updated = meta->updated;
}

/* What the page itself does not say is taken from its article. */
static void
take_body(const struct tidy_result *tidy, struct page_result *ret)
{
	ret->xhtml = tidy->xhtml;
	ret->letters = tidy->letters;
	ret->is_cut = ret->is_cut || tidy->is_cut;
	if (!ret->title.n)
		ret->title = tidy->title;
	if (!ret->author.n)
		ret->author = tidy->author;
	if (!ret->excerpt.n)
		ret->excerpt = tidy->excerpt;
	if (!ret->image.n)
		ret->image = tidy->image;
	if (ret->published == CLOCK_NONE)
		ret->published = tidy->published;
}

void
page_extract(struct arena *a, const struct page_input *in, struct page_result *ret)
{
	struct arena own = { 0 };
	struct str html = utf8_prefix(in->html, LIMIT_PAGE_BYTES);
	struct tidy_result tidy = { .published = CLOCK_NONE };
	struct tidy_input how = { .now = in->now };
	struct page_meta meta;
	struct dom_node *root, *body;
	struct gauge gauge;
	bool is_cut;

	root = dom_parse(&own, html, &is_cut);
	*ret = (struct page_result){ .is_cut = is_cut || html.n < in->html.n };
	meta_read(a, root, in->url, in->now, &meta);
	take_meta(&meta, ret);
	how.url = tidy_link_base(&own, root, in->url);
	how.title = meta.title;
	gauge_read(&own, root, in->url, &gauge);
	hide_unseen(&gauge);
	body = choose_article(&own, &gauge);
	if (body)
		tidy_nodes(a, &how, &body, 1, &tidy);
	ret->kind = wall_find(root, &meta, in->url, tidy.letters);
	if (ret->kind == PAGE_ARTICLE)
		take_body(&tidy, ret);
	arena_free(&own);
}
