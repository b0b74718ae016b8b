#include "page/page.h"

#include "base/limits.h"
#include "html/tidy.h"
#include "html/tidy_link.h"
#include "page/choose.h"
#include "page/go.h"
#include "page/hide.h"
#include "page/meta.h"
#include "page/wall.h"
#include "text/utf8.h"

static void
take_meta(const struct page_meta *meta, struct page_result *ret)
{
	ret->title = meta->title;
	ret->author = meta->author;
	ret->byline = meta->byline;
	ret->site = meta->site;
	ret->language = meta->language;
	ret->excerpt = meta->excerpt;
	ret->image = meta->image;
	ret->canonical = meta->canonical;
	ret->published = meta->published;
	ret->updated = meta->updated;
}

/* The text of the first paragraph; of an article without one, its first letters. */
static struct str
first_paragraph(struct arena *a, const struct tidy_result *tidy)
{
	size_t at = str_find(tidy->xhtml, str_lit("<p>"));
	struct str text = str_sub(tidy->xhtml, at, tidy->xhtml.n), ret;
	struct buf line = { 0 };

	tidy_plain(&line, str_sub(text, 0, str_find(text, str_lit("</p>"))));
	ret = line.n ? arena_dup(a, utf8_prefix(buf_str(&line), LIMIT_TITLE)) : tidy->excerpt;
	buf_free(&line);
	return ret;
}

/* What the page itself does not say is taken from its article. */
static void
take_body(struct arena *a, const struct tidy_result *tidy, struct page_result *ret)
{
	ret->xhtml = tidy->xhtml;
	ret->letters = tidy->letters;
	ret->is_cut = ret->is_cut || tidy->is_cut;
	if (!ret->title.n)
		ret->title = tidy->title;
	if (!ret->author.n)
		ret->author = ret->byline = tidy->author;
	if (!ret->excerpt.n)
		ret->excerpt = first_paragraph(a, tidy);
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
	gauge_read(&own, root, in->url, meta.canonical, &gauge);
	hide_unseen(&gauge);
	body = choose_article(&own, &gauge);
	if (body)
		tidy_nodes(a, &how, &body, 1, &tidy);
	ret->kind = wall_find(root, &meta, in->url, &tidy, &ret->is_teaser);
	if (ret->kind == PAGE_ARTICLE)
		take_body(a, &tidy, ret);
	else if (ret->kind == PAGE_NONE && go_find(a, html, in->url, &ret->go))
		ret->kind = PAGE_GO;
	arena_free(&own);
}
