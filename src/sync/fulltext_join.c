#include "sync/fulltext_join.h"

static const struct str end = STR_INIT("</article>");

/* What stands between the tags of the article. */
static struct str
inside(struct str article)
{
	size_t start = str_find_char(article, '>') + 1;

	if (!str_ends(article, "</article>"))
		return STR_NONE;
	return str_sub(article, start, article.n - end.n);
}

/* The depth that a tag leads to. */
static int
depth_after(int depth, struct str tag)
{
	if (str_starts(tag, "</"))
		return depth - 1;
	return str_ends(tag, "/>") ? depth : depth + 1;
}

/* Takes the first block, with all that is in it. */
static struct str
take_block(struct str *rest)
{
	size_t at = 0;
	int depth = 0;
	struct str block;

	do {
		size_t start = at + str_find_char(str_sub(*rest, at, rest->n), '<');

		at = start + str_find_char(str_sub(*rest, start, rest->n), '>') + 1;
		depth = depth_after(depth, str_sub(*rest, start, at));
	} while (depth > 0 && at < rest->n);
	block = str_sub(*rest, 0, at);
	*rest = str_sub(*rest, at, rest->n);
	return block;
}

/* Drops the blocks that both begin with; a page always has something of its own, or nothing is left of it. */
static struct str
without_common(struct str first, struct str page)
{
	while (first.n && page.n) {
		struct str rest = page;

		if (!str_eq(take_block(&first), take_block(&rest)))
			break;
		page = rest;
	}
	return page;
}

enum fulltext_join
fulltext_join(struct buf *out, struct str page)
{
	struct str more = inside(page);
	bool is_first = !out->n;

	if (is_first)
		return buf_add(out, page) == 0 ? FULLTEXT_JOIN_MORE : FULLTEXT_JOIN_FULL;
	more = without_common(inside(buf_str(out)), more);
	if (!more.n)
		return FULLTEXT_JOIN_SAME;
	if (out->max && out->n + more.n > out->max)
		return FULLTEXT_JOIN_FULL;
	buf_truncate(out, out->n - end.n);
	(void)buf_add(out, more);
	(void)buf_add(out, end);
	return FULLTEXT_JOIN_MORE;
}
