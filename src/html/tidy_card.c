#include "html/tidy_card.h"

#include "base/buf.h"
#include "html/tidy_link.h"
#include "text/clean.h"

/* A card holds no more elements and bytes of text than these. */
enum { CARD_NODES = 60, CARD_TEXT = 800 };

struct str
tidy_card_text(struct arena *a, const struct dom_node *node)
{
	struct buf text = { 0 }, line = { 0 };
	struct str ret;

	dom_text(&text, node);
	clean_line(&line, buf_str(&text));
	ret = arena_dup(a, buf_str(&line));
	buf_free(&text);
	buf_free(&line);
	return ret;
}

/* ---- title */

static bool
has_title_class(const struct dom_node *node)
{
	static const char *const classes[] = {
		"og-title", "se-oglink-title", "se_og_tit", "kg-bookmark-title", "bookmark-title", "filename", "se-file-name-container",
		"se-map-title", "link-card-title", "blogcard-title", "blog-card-title", "og_title", "title", "tit", "card-title",
		NULL,
	};

	return dom_has_one_class(node, classes);
}

static bool
is_heading(const struct dom_node *node)
{
	return (node->tag >= DOM_H1 && node->tag <= DOM_H6) || node->tag == DOM_STRONG || node->tag == DOM_B;
}

static bool
is_text_link(const struct dom_node *node)
{
	return node->tag == DOM_A;
}

/* The text of the first element below card that is so and has any. */
static struct str
first_text(struct arena *a, const struct dom_node *card, bool (*is_so)(const struct dom_node *))
{
	struct str ret = STR_NONE;
	size_t n = 0;

	for (const struct dom_node *node = card->first; node && !ret.n && n++ < CARD_NODES; node = dom_next(node, card))
		if (is_so(node))
			ret = tidy_card_text(a, node);
	return ret;
}

static struct str
card_title(struct arena *a, const struct dom_node *card)
{
	static const char *const names[] = { "data-og-title", "data-video-title" };
	struct str title = STR_NONE;

	for (size_t i = 0; i < sizeof names / sizeof *names && !title.n; i++)
		title = str_trim(dom_attr(card, names[i]));
	if (!title.n)
		title = first_text(a, card, has_title_class);
	if (!title.n)
		title = first_text(a, card, is_heading);
	return title.n ? title : first_text(a, card, is_text_link);
}

/* ---- link */

bool
tidy_card_link(struct arena *a, struct str base, const struct dom_node *card, struct str *url, struct str *title)
{
	static const char *const names[] = { "data-og-source-url", "data-video-url" };
	const struct dom_node *node = card;

	*url = STR_NONE;
	for (size_t i = 0; i < sizeof names / sizeof *names && !url->n; i++)
		*url = tidy_link_page(a, base, dom_attr(card, names[i]));
	for (size_t n = 0; node && !url->n && n < CARD_NODES; node = dom_next(node, card), n++)
		if (node->tag == DOM_A)
			*url = tidy_link_page(a, base, dom_attr(node, "href"));
	*title = card_title(a, card);
	if (!title->n && card->tag == DOM_A)
		*title = tidy_card_text(a, card);
	if (!title->n)
		*title = *url;
	return url->n > 0;
}

bool
tidy_card_is_link(const struct dom_node *link)
{
	size_t nodes = 0, letters = 0, blocks = 0;
	bool has_heading = false;

	for (const struct dom_node *node = link->first; node; node = dom_next(node, link)) {
		bool is_block = dom_tag_kinds(node->tag) & DOM_IS_BLOCK;

		letters += node->tag == DOM_TEXT ? node->text.n : 0;
		has_heading = has_heading || (node->tag >= DOM_H2 && node->tag <= DOM_H6);
		blocks += is_block && node->tag != DOM_DIV;
		if (++nodes > CARD_NODES || letters > CARD_TEXT)
			return false;
	}
	return has_heading && blocks > 1;
}

const struct dom_node *
tidy_card_caption(const struct dom_node *card)
{
	return card->tag == DOM_FIGURE ? dom_find(card, DOM_FIGCAPTION) : NULL;
}
