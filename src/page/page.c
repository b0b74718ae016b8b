#include "page/page.h"

#include "base/limits.h"
#include "html/tidy.h"
#include "html/tidy_link.h"
#include "page/choose.h"
#include "page/edge.h"
#include "page/go.h"
#include "page/hide.h"
#include "page/meta.h"
#include "page/overview.h"
#include "page/prune.h"
#include "page/rule.h"
#include "page/sequel.h"
#include "page/site.h"
#include "page/trim.h"
#include "page/wall.h"
#include "text/utf8.h"

enum { SHORT_LETTERS = 300 }; /* of an article that may not be all of it */

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

/* The rules of a site know better than what pages say in general. */
static void
take_site(const struct site *site, struct page_result *ret)
{
	if (site->title.n)
		ret->title = site->title;
	if (site->author.n)
		ret->author = ret->byline = site->author;
	if (site->published != CLOCK_NONE)
		ret->published = site->published;
	ret->next = site->next;
	ret->go = site->go;
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

/* The article by scores, none when there is none. */
static void
choose(struct arena *a, struct gauge *g, struct select_nodes *ret)
{
	ret->v = arena_new(a, struct dom_node *, 1);
	hide_unseen(g);
	ret->v[0] = choose_article(a, g);
	ret->n = ret->v[0] != NULL;
}

/* A theme sets its lists of posts as it sets a post: one of several is no article. */
static bool
is_listed(const struct gauge *g, const struct site *site)
{
	return site->is_loose && site->nodes.n == 1 && overview_has(g, site->nodes.v[0]->number);
}

/* What scores know not to belong to an article; where that is most of it, they know too much. */
static void
prune(struct arena *a, struct gauge *g, const struct select_nodes *nodes)
{
	uint32_t before = 0, after = 0;

	hide_unseen(g);
	for (size_t i = 0; i < nodes->n; i++) {
		uint32_t at = nodes->v[i]->number;

		before += g->nodes[at].sum.letters;
		prune_article(g, at, PRUNE_WEIGHS | PRUNE_CLEANS);
		trim_article(g, at);
		edge_trim(a, g, at);
		after += g->nodes[at].sum.letters;
	}
	for (uint32_t i = 0; i < g->n && after >= before / 2; i++)
		if (g->nodes[i].is_out)
			g->nodes[i].node->is_dropped = true;
}

/* Where the page shows next to nothing of its article, what its meta data have of it. */
static void
take_body_of_meta(struct arena *a, const struct page_meta *meta, const struct tidy_input *how, struct tidy_result *tidy)
{
	struct tidy_input in = *how;
	struct tidy_result other;

	if (tidy->letters >= SHORT_LETTERS || meta->body.n < SHORT_LETTERS)
		return;
	in.html = meta->body;
	in.is_text = str_find_char(meta->body, '<') == meta->body.n;
	tidy_html(a, &in, &other);
	if (other.letters > 2 * tidy->letters)
		*tidy = other;
}

/* Where the user says what leads to the next page, nothing else does. */
static bool
names_next(const struct page_input *in)
{
	const struct page_rule *rule = rule_find(in->rules, in->n_rules, in->url);

	return rule && rule->next.n;
}

void
page_extract(struct arena *a, const struct page_input *in, struct page_result *ret)
{
	struct arena own = { 0 };
	struct str html = utf8_prefix(in->html, LIMIT_PAGE_BYTES);
	struct tidy_result tidy = { .published = CLOCK_NONE };
	struct tidy_input how = { .now = in->now };
	struct page_meta meta;
	struct site site;
	struct gauge gauge;
	struct dom_node *root;
	bool is_cut, is_known;

	root = dom_parse(&own, html, &is_cut);
	*ret = (struct page_result){ .is_cut = is_cut || html.n < in->html.n };
	meta_read(a, root, in->url, in->now, &meta);
	take_meta(&meta, ret);
	how.url = tidy_link_base(&own, root, in->url);
	site_read(a, root, in, &site);
	take_site(&site, ret);
	how.title = ret->title;
	gauge_read(&own, root, in->url, meta.canonical, &gauge);
	gauge.title = ret->title;
	if (is_listed(&gauge, &site)) {
		site.nodes.n = 0;
		site.kind = PAGE_NONE;
	}
	is_known = site.nodes.n > 0;
	if (site.kind == PAGE_ARTICLE && !is_known)
		choose(&own, &gauge, &site.nodes);
	else if (site.is_loose)
		prune(&own, &gauge, &site.nodes);
	if (site.nodes.n)
		tidy_nodes(a, &how, site.nodes.v, site.nodes.n, &tidy);
	take_body_of_meta(a, &meta, &how, &tidy);
	ret->kind = wall_find(root, &meta, in->url, &tidy, is_known, &ret->is_teaser);
	if (site.kind != PAGE_ARTICLE && (ret->kind == PAGE_ARTICLE || ret->kind == PAGE_NONE))
		ret->kind = site.kind;
	if (ret->kind == PAGE_ARTICLE)
		take_body(a, &tidy, ret);
	if (ret->kind == PAGE_ARTICLE && !site.knows_next && !names_next(in))
		ret->next = sequel_find(a, &gauge, in->url, how.url);
	if (ret->kind == PAGE_NONE && go_find(a, html, in->url, &ret->go))
		ret->kind = PAGE_GO;
	arena_free(&own);
}
