#include "cmd/cmd_post.h"

#include "base/tr.h"
#include "cmd/cmd_article.h"
#include "html/reading.h"
#include "store/full.h"
#include "store/posts_fold.h"
#include "text/date.h"
#include "text/say.h"

static int
read_text(struct store *s, struct arena *a, int64_t id, enum cmd_post_text which, struct str *ret, struct err *err)
{
	int rc;

	if (which == CMD_POST_SHOWN)
		return posts_text(s, a, id, ret, err);
	if (which == CMD_POST_FEED)
		return full_feed_text(s, a, id, ret, err);
	rc = full_page_text(s, a, id, ret, err);
	if (!rc && !ret->n)
		rc = err_set(err, ERR_NOT_FOUND, tr("post %lld: its page has not been fetched; ‘sosik fulltext %lld’ does"), (long long)id,
			(long long)id);
	return rc;
}

static int
read_row(struct store *s, struct arena *a, struct str what, enum cmd_post_text which, struct cmd_post *ret, struct str *xhtml,
	struct err *err)
{
	int64_t id;

	if (posts_find(s, what, &id, err) < 0 || posts_get(s, a, id, &ret->row, err) < 0)
		return -1;
	if (posts_fold_others(s, a, &ret->row, &ret->others, &ret->n_others, err) < 0)
		return -1;
	return read_text(s, a, id, which, xhtml, err);
}

static void
tell_what_lacks(const struct posts_row *row, struct str xhtml)
{
	if (xhtml.n)
		return;
	if (row->is_stub)
		say_err(tr("post %lld: only its title, link and date are kept; no feed carries it now"), (long long)row->id);
	else if (!row->link.n)
		say_err(tr("post %lld: the feed gave neither its text nor its page"), (long long)row->id);
	else
		say_err(tr("post %lld: the feed gave no text; ‘sosik fulltext %lld’ fetches it from %.*s"), (long long)row->id,
			(long long)row->id, STR(row->link));
}

int
cmd_post_read(struct store *s, struct arena *a, struct str what, enum cmd_post_text which, struct cmd_post *ret, struct err *err)
{
	struct str xhtml = STR_NONE;

	if (read_row(s, a, what, which, ret, &xhtml, err) < 0)
		return -1;
	tell_what_lacks(&ret->row, xhtml);
	return cmd_article_read(a, xhtml, ret->row.title, &ret->doc, err);
}

void
cmd_post_add_part(struct buf *line, struct str part)
{
	if (!part.n)
		return;
	if (line->n)
		buf_puts(line, " · ");
	buf_add(line, part);
}

void
cmd_post_add_date(struct buf *line, int64_t time)
{
	struct buf date = { 0 };

	if (time != CLOCK_NONE)
		date_full(&date, time);
	cmd_post_add_part(line, buf_str(&date));
	buf_free(&date);
}

void
cmd_post_byline(struct buf *out, const struct posts_row *row, const struct doc *doc)
{
	int minutes = row->has_text ? reading_minutes(doc) : 0;
	struct buf source = { 0 }, line = { 0 }, time = { 0 }, tags = { 0 }, names = { 0 };

	posts_source(&source, row);
	cmd_post_add_part(&line, buf_str(&source));
	if (!str_eq(row->author, row->feed_name))
		cmd_post_add_part(&line, row->author);
	cmd_post_add_date(&line, row->published);
	if (minutes)
		buf_printf(&time, tr("about %d min"), minutes);
	cmd_post_add_part(&line, buf_str(&time));
	if (row->is_changed)
		cmd_post_add_part(&line, str_of(tr("changed")));
	for (size_t i = 0; i < row->n_tags; i++)
		buf_printf(&tags, "%s#%.*s", i ? " " : "", STR(row->tags[i]));
	cmd_post_add_part(&line, buf_str(&tags));
	buf_clear(&tags);
	for (size_t i = 0; i < row->n_categories; i++)
		buf_printf(&names, "%s%.*s", i ? ", " : "", STR(row->categories[i]));
	if (names.n)
		buf_printf(&tags, tr("categories: %s"), buf_cstr(&names));
	cmd_post_add_part(&line, buf_str(&tags));
	buf_add(out, buf_str(&line));
	buf_free(&source);
	buf_free(&line);
	buf_free(&time);
	buf_free(&tags);
	buf_free(&names);
}
