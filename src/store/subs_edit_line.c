#include "store/subs_edit_line.h"

#include "store/subs_line.h"

/* The line with another name: in the place of the old one, or behind the URL. */
static void
rename_line(struct buf *out, struct arena *a, struct str line, struct str name)
{
	struct buf option = { 0 };
	struct subs_line_word word;
	size_t at = 0, from, to;

	word = subs_line_next(a, line, &at);
	from = to = word.at + word.n;
	while ((word = subs_line_next(a, line, &at)).kind != SUBS_LINE_END)
		if (word.kind == SUBS_LINE_NAME) {
			from = word.at - 1;
			to = word.at + word.n;
			break;
		}
	if (name.n) {
		(void)buf_putc(&option, ' ');
		subs_line_option(&option, str_lit("name"), name);
	}
	(void)buf_add(out, str_sub(line, 0, from));
	(void)buf_add(out, buf_str(&option));
	(void)buf_add(out, str_sub(line, to, line.n));
	buf_free(&option);
}

/* Those of the tags that a line has not. */
static size_t
missing_tags(struct arena *a, struct str line, const struct subs_feed *feed, struct str *ret)
{
	struct str *has = arena_new(a, struct str, line.n / 2 + 1);
	size_t at = 0, n_has = 0, n = 0;
	struct subs_line_word word;

	while ((word = subs_line_next(a, line, &at)).kind != SUBS_LINE_END)
		if (word.kind == SUBS_LINE_TAG)
			has[n_has++] = word.value;
	for (size_t i = 0; i < feed->n_tags; i++)
		if (!subs_line_has_tag(has, n_has, feed->tags[i]) && !subs_line_has_tag(ret, n, feed->tags[i]))
			ret[n++] = feed->tags[i];
	return n;
}

/* Whether a tag stood before another. among: "a b". */
static bool
stood_before(struct str among, struct str tag, struct str other)
{
	bool is_behind = false;
	struct str word;

	while ((word = str_word(&among)).n) {
		if (is_behind && subs_line_has_tag(&word, 1, other))
			return true;
		is_behind |= subs_line_has_tag(&word, 1, tag);
	}
	return false;
}

/* New tags stand behind the last word, in front of a comment; one that comes back in front of those that stood behind it. */
static void
tag_line(struct buf *out, struct arena *a, struct str line, const struct subs_edit *edit)
{
	struct str *missing = arena_new(a, struct str, edit->feed.n_tags);
	size_t at = 0, end = 0, from = 0, put = 0, n = missing_tags(a, line, &edit->feed, missing);
	struct subs_line_word word;

	while ((word = subs_line_next(a, line, &at)).kind != SUBS_LINE_END && word.kind != SUBS_LINE_COMMENT) {
		for (; put < n && word.kind == SUBS_LINE_TAG && stood_before(edit->to, missing[put], word.value); put++, from = end)
			(void)buf_printf(out, "%.*s #%.*s", STR(str_sub(line, from, end)), STR(missing[put]));
		end = word.at + word.n;
	}
	(void)buf_add(out, str_sub(line, from, end));
	for (; put < n; put++)
		(void)buf_printf(out, " #%.*s", STR(missing[put]));
	(void)buf_add(out, str_sub(line, end, line.n));
}

static void
untag_line(struct buf *out, struct arena *a, struct str line, const struct subs_feed *feed)
{
	struct subs_line_word word;
	size_t at = 0, from = 0, end = 0;

	while ((word = subs_line_next(a, line, &at)).kind != SUBS_LINE_END) {
		if (word.kind == SUBS_LINE_TAG && subs_line_has_tag(feed->tags, feed->n_tags, word.value)) {
			(void)buf_add(out, str_sub(line, from, end));
			from = word.at + word.n;
		}
		end = word.at + word.n;
	}
	(void)buf_add(out, str_sub(line, from, line.n));
}

/* What a tag is called from now on; empty where the edit is not about it. */
static struct str
new_name(const struct subs_edit *edit, struct str tag)
{
	struct str rest = edit->to, name;

	for (size_t i = 0; i < edit->feed.n_tags; i++) {
		name = str_word(&rest);
		if (subs_line_has_tag(&edit->feed.tags[i], 1, tag))
			return name;
	}
	return STR_NONE;
}

/* The tags of a line that keep their names. */
static size_t
kept_tags(struct arena *a, struct str line, const struct subs_edit *edit, struct str *ret)
{
	struct subs_line_word word;
	size_t at = 0, n = 0;

	while ((word = subs_line_next(a, line, &at)).kind != SUBS_LINE_END)
		if (word.kind == SUBS_LINE_TAG && !new_name(edit, word.value).n)
			ret[n++] = word.value;
	return n;
}

static void
retag_line(struct buf *out, struct arena *a, struct str line, const struct subs_edit *edit)
{
	struct str *has = arena_new(a, struct str, line.n / 2 + 1);
	size_t at = 0, from = 0, end = 0, n = kept_tags(a, line, edit, has);
	struct subs_line_word word;

	for (; (word = subs_line_next(a, line, &at)).kind != SUBS_LINE_END; end = word.at + word.n) {
		struct str name = word.kind == SUBS_LINE_TAG ? new_name(edit, word.value) : STR_NONE;

		if (!name.n)
			continue;
		if (subs_line_has_tag(has, n, name))
			(void)buf_add(out, str_sub(line, from, end)); /* without the blank before it */
		else
			(void)buf_printf(out, "%.*s#%.*s", STR(str_sub(line, from, word.at)), STR(name));
		has[n++] = name;
		from = word.at + word.n;
	}
	(void)buf_add(out, str_sub(line, from, line.n));
}

/* Everything behind the address stays. */
static void
move_line(struct buf *out, struct arena *a, struct str line, struct str to)
{
	size_t at = 0;
	struct subs_line_word url = subs_line_next(a, line, &at);

	(void)buf_add(out, str_sub(line, 0, url.at));
	(void)buf_add(out, to);
	(void)buf_add(out, str_sub(line, url.at + url.n, line.n));
}

struct str
subs_edit_line(struct arena *a, struct str line, const struct subs_edit *edit)
{
	struct buf out = { 0 };
	struct str ret;

	if (edit->kind == SUBS_EDIT_RENAME)
		rename_line(&out, a, line, edit->feed.name);
	else if (edit->kind == SUBS_EDIT_TAG)
		tag_line(&out, a, line, edit);
	else if (edit->kind == SUBS_EDIT_UNTAG)
		untag_line(&out, a, line, &edit->feed);
	else if (edit->kind == SUBS_EDIT_MOVE)
		move_line(&out, a, line, edit->to);
	else if (edit->kind == SUBS_EDIT_RETAG)
		retag_line(&out, a, line, edit);
	ret = arena_dup(a, buf_str(&out));
	buf_free(&out);
	return ret;
}
