#include "ui/article_full.h"

#include "base/tr.h"
#include "html/teaser.h"

enum { ENOUGH = 48 }; /* bytes of a block by which it is known again */

const char *
article_full_which(const struct posts_row *post)
{
	if (!(post->full & POSTS_FULL_SHOWN))
		return "";
	return post->full & POSTS_FULL_PART ? tr("part of the full text") : tr("full text");
}

struct str
article_full_above(const struct posts_row *post)
{
	return str_of(post->link.n ? tr("The feed gave no full text; gf fetches it, o opens the page.") : tr("The feed gave no full text."));
}

static const char *
why_format(unsigned full)
{
	if (!(full & POSTS_FULL_THERE))
		return tr("No full text: %.*s");
	if (full & POSTS_FULL_FAILED)
		return tr("The full text could not be fetched anew: %.*s");
	return full & POSTS_FULL_PART ? tr("The full text ends here: %.*s") : tr("The full text: %.*s");
}

void
article_full_below(const struct article *a, struct buf *out)
{
	unsigned full = a->post.full;

	if (a->why_not.n)
		(void)buf_printf(out, why_format(full), STR(a->why_not));
	if (full & POSTS_FULL_THERE || !a->post.link.n || !a->post.has_text || !teaser_is(&a->doc))
		return;
	(void)buf_puts(out, out->n ? "\n" : "");
	if (a->is_retried)
		(void)buf_puts(out, tr("gf: try again now; a later sync does, too"));
	else
		(void)buf_puts(out, a->why_not.n ? tr("gf: try again") : tr("gf: the full text"));
}

static bool
is_same_text(const struct doc_block *a, const struct doc_block *b)
{
	return a->text.n && str_eq(str_sub(a->text, 0, ENOUGH), str_sub(b->text, 0, ENOUGH));
}

bool
article_full_place(const struct article *from, const struct article *to, struct article_place *place)
{
	const struct doc_block *at;

	if (place->part != ARTICLE_IN_TEXT)
		return true;
	at = &from->doc.blocks[place->block];
	if (place->block < to->doc.n && is_same_text(at, &to->doc.blocks[place->block]))
		return true;
	for (size_t i = 0; i < to->doc.n; i++)
		if (is_same_text(at, &to->doc.blocks[i])) {
			place->block = i;
			return true;
		}
	if (place->block >= to->doc.n)
		place->block = to->doc.n ? to->doc.n - 1 : 0;
	place->at = 0;
	return false;
}
