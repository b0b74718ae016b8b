#include "page/stage.h"

#include "page/select.h"

enum { STAGE_LETTERS = 250, STAGE_SURE = 14, STAGES = 20 };

/* The surest first; STAGE_SURE of them are used for nothing but articles. */
static const char selectors[] =
	"[itemprop~=articleBody], .entry-content, .post-content, .article-content, .article-body, .article__body, .articleBody,"
	".article-text, .post-body, .post__content, .story-body, .blog-post-content, .gh-content, .markdown-body,"
	"article, #article, #story, #content, main, [role=main]";

/* The surest of the selectors that fit; STAGES when none does. */
static int
stage_of(struct dom_node *node, const struct select *select)
{
	bool fits[STAGES] = { false };
	int stage = 0;

	select_mark(node, select, fits);
	while (stage < STAGES && !fits[stage])
		stage++;
	return stage;
}

uint32_t
stage_find(struct arena *a, const struct gauge *g, bool *is_sure)
{
	struct select select;
	uint32_t best = 0;
	int best_stage = 0;

	if (select_parse(a, str_of(selectors), &select, NULL) < 0)
		return 0;
	for (uint32_t i = 1; i < g->n; i++) {
		const struct gauge_node *node = &g->nodes[i];
		int stage;

		if (node->is_gone || node->node->tag == DOM_TEXT || node->sum.letters < STAGE_LETTERS)
			continue;
		stage = stage_of(node->node, &select);
		if (stage == STAGES || (best && stage > best_stage))
			continue;
		if (best && stage == best_stage && node->sum.letters <= g->nodes[best].sum.letters)
			continue;
		best = i;
		best_stage = stage;
	}
	*is_sure = best_stage < STAGE_SURE;
	return best;
}
