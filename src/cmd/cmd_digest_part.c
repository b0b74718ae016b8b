#include "cmd/cmd_digest_part.h"

#include "base/tr.h"
#include "cmd/cmd_post.h"
#include "text/date.h"

enum { LETTERS_A_MINUTE = 500 };

int
cmd_digest_part_minutes(const struct posts_row *row)
{
	if (!row->letters && !row->seconds)
		return 0;
	/* What the index has not looked at yet goes by its length. */
	return (int)((row->seconds ? row->seconds : row->letters * 60 / LETTERS_A_MINUTE) + 59) / 60;
}

void
cmd_digest_part_title(struct buf *out, const struct cmd_digest *d)
{
	struct buf date = { 0 };

	date_full(&date, d->now);
	buf_printf(out, tr("sosik, %s"), buf_cstr(&date));
	buf_free(&date);
}

void
cmd_digest_part_sum(struct buf *out, const struct cmd_digest *d)
{
	struct buf line = { 0 }, part = { 0 };

	if (!d->n) {
		date_full(&part, d->since);
		buf_printf(out, tr("No new posts since %s."), buf_cstr(&part));
		buf_free(&part);
		return;
	}
	buf_printf(&line, tr_n("%lld post", "%lld posts", (unsigned long)d->n), (long long)d->n);
	buf_printf(&part, tr_n("%zu feed", "%zu feeds", d->n_feeds), d->n_feeds);
	cmd_post_add_part(&line, buf_str(&part));
	buf_clear(&part);
	buf_printf(&part, tr("about %d min"), (int)(d->seconds / 60));
	if (d->seconds)
		cmd_post_add_part(&line, buf_str(&part));
	buf_add(out, buf_str(&line));
	buf_free(&line);
	buf_free(&part);
}

void
cmd_digest_part_left(struct buf *out, const struct cmd_digest *d)
{
	if (d->left)
		buf_printf(out, tr_n("And %lld more.", "And %lld more.", (unsigned long)d->left), (long long)d->left);
}

void
cmd_digest_part_headline(struct buf *out, const struct posts_row *row)
{
	buf_add(out, row->title.n ? row->title : row->link.n ? row->link : str_lit("…"));
}

void
cmd_digest_part_byline(struct buf *out, const struct posts_row *row)
{
	struct buf line = { 0 }, part = { 0 };

	buf_printf(&line, "%lld", (long long)row->id);
	if (!str_eq(row->author, row->feed_name))
		cmd_post_add_part(&line, row->author);
	cmd_post_add_date(&line, row->published);
	buf_printf(&part, tr("about %d min"), cmd_digest_part_minutes(row));
	if (cmd_digest_part_minutes(row))
		cmd_post_add_part(&line, buf_str(&part));
	buf_clear(&part);
	for (size_t i = 0; i < row->n_tags; i++)
		buf_printf(&part, "%s#%.*s", i ? " " : "", STR(row->tags[i]));
	cmd_post_add_part(&line, buf_str(&part));
	buf_add(out, buf_str(&line));
	buf_free(&line);
	buf_free(&part);
}
