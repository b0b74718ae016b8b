#include "page/stage.h"

#include "base/buf.h"

enum { STAGE_TEXT_MIN = 140 }; /* bytes of text that an article has at least */

enum stage_by { BY_TAG, BY_CLASS, BY_ID, BY_ITEMPROP };

/* The surest first. */
static const struct {
	enum stage_by by;
	enum dom_tag tag;
	const char *name;
} stages[] = {
	{ BY_ITEMPROP, DOM_OTHER, "articleBody" },
	{ BY_CLASS, DOM_OTHER, "entry-content" },
	{ BY_CLASS, DOM_OTHER, "post-content" },
	{ BY_CLASS, DOM_OTHER, "article-content" },
	{ BY_CLASS, DOM_OTHER, "article-body" },
	{ BY_CLASS, DOM_OTHER, "post-body" },
	{ BY_TAG, DOM_ARTICLE, NULL },
	{ BY_ID, DOM_OTHER, "content" },
	{ BY_TAG, DOM_MAIN, NULL },
	{ BY_TAG, DOM_BODY, NULL },
};

static bool
is_at(const struct dom_node *node, size_t stage)
{
	switch (stages[stage].by) {
	case BY_TAG:
		return node->tag == stages[stage].tag;
	case BY_CLASS:
		return dom_has_class(node, stages[stage].name);
	case BY_ID:
		return str_is(dom_attr(node, "id"), stages[stage].name);
	case BY_ITEMPROP:
		return str_has_word(dom_attr(node, "itemprop"), stages[stage].name);
	}
	return false;
}

static bool
has_text(const struct dom_node *node)
{
	struct buf text = { 0 };
	bool ret;

	dom_text(&text, node);
	ret = str_trim(buf_str(&text)).n >= STAGE_TEXT_MIN;
	buf_free(&text);
	return ret;
}

struct dom_node *
stage_find(struct dom_node *root)
{
	for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
		for (struct dom_node *node = root; node; node = dom_next(node, root))
			if (node->tag != DOM_TEXT && is_at(node, i))
				if (has_text(node))
					return node;
	return NULL;
}
