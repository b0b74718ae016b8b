#include "store/subs_edit.h"

#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/tr.h"
#include "store/identity.h"
#include "store/state.h"
#include "store/subs_line.h"
#include "text/nfc.h"
#include "text/url.h"
#include "text/utf8.h"

/* The edits of one line, in their order. */
struct chain {
	struct subs_edit *edit;
	struct chain *next;
};

struct editing {
	struct arena a;
	struct map by_url; /* -> struct chain, of the edits of lines that are there */
	struct map keys;   /* of the feeds that the new text has */
	struct buf out;
	size_t done;
};

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

static bool
is_same_tag(struct str a, struct str b)
{
	struct buf one = { 0 }, other = { 0 };
	bool is_same;

	nfc_fold(&one, a);
	nfc_fold(&other, b);
	is_same = str_eq(buf_str(&one), buf_str(&other));
	buf_free(&one);
	buf_free(&other);
	return is_same;
}

static bool
has_tag(const struct str *tags, size_t n, struct str tag)
{
	for (size_t i = 0; i < n; i++)
		if (is_same_tag(tags[i], tag))
			return true;
	return false;
}

/* New tags stand behind the last word, in front of a comment. */
static void
tag_line(struct buf *out, struct arena *a, struct str line, const struct subs_feed *feed)
{
	struct str *missing = arena_new(a, struct str, feed->n_tags);
	struct subs_line_word word;
	size_t at = 0, end = 0, n = 0;

	for (size_t i = 0; i < feed->n_tags; i++)
		if (!has_tag(missing, n, feed->tags[i]))
			missing[n++] = feed->tags[i];
	while ((word = subs_line_next(a, line, &at)).kind != SUBS_LINE_END && word.kind != SUBS_LINE_COMMENT) {
		end = word.at + word.n;
		for (size_t i = 0; i < n && word.kind == SUBS_LINE_TAG; i++)
			if (is_same_tag(missing[i], word.value))
				missing[i--] = missing[--n];
	}
	(void)buf_add(out, str_sub(line, 0, end));
	for (size_t i = 0; i < n; i++)
		(void)buf_printf(out, " #%.*s", STR(missing[i]));
	(void)buf_add(out, str_sub(line, end, line.n));
}

static void
untag_line(struct buf *out, struct arena *a, struct str line, const struct subs_feed *feed)
{
	struct subs_line_word word;
	size_t at = 0, from = 0, end = 0;

	while ((word = subs_line_next(a, line, &at)).kind != SUBS_LINE_END) {
		if (word.kind == SUBS_LINE_TAG && has_tag(feed->tags, feed->n_tags, word.value)) {
			(void)buf_add(out, str_sub(line, from, end));
			from = word.at + word.n;
		}
		end = word.at + word.n;
	}
	(void)buf_add(out, str_sub(line, from, line.n));
}

/* A line after one edit, in the arena; empty when it goes. */
static struct str
edit_line(struct editing *e, struct str line, const struct subs_edit *edit)
{
	struct buf out = { 0 };
	struct str ret;

	if (edit->kind == SUBS_EDIT_RENAME)
		rename_line(&out, &e->a, line, edit->feed.name);
	else if (edit->kind == SUBS_EDIT_TAG)
		tag_line(&out, &e->a, line, &edit->feed);
	else if (edit->kind == SUBS_EDIT_UNTAG)
		untag_line(&out, &e->a, line, &edit->feed);
	ret = arena_dup(&e->a, buf_str(&out));
	buf_free(&out);
	return ret;
}

static void
mark(struct editing *e, struct subs_edit *edit)
{
	e->done += !edit->is_done;
	edit->is_done = true;
}

/* Where it is kept whether the new text has this feed. */
static void **
key_at(struct editing *e, struct str url)
{
	struct buf key = { 0 };
	void **at;

	identity_feed(&key, url);
	at = map_at(&e->keys, buf_str(&key));
	buf_free(&key);
	return at;
}

static void
copy_line(struct editing *e, struct str line)
{
	struct str url = subs_line_url(&e->a, line);
	struct chain *c = url.n ? map_find(&e->by_url, url) : NULL;

	for (; c && line.n; c = c->next) {
		struct str now = edit_line(e, line, c->edit);

		if (c->edit->kind == SUBS_EDIT_RENAME || !str_eq(now, line))
			mark(e, c->edit);
		line = now;
	}
	if (url.n && line.n)
		*key_at(e, url) = e;
	(void)buf_add(&e->out, line);
}

/* Takes a line with its line end off *rest. */
static struct str
raw_line(struct str *rest)
{
	size_t end = str_find_char(*rest, '\n');
	struct str line = str_sub(*rest, 0, end + 1);

	*rest = str_sub(*rest, line.n, rest->n);
	return line;
}

static void
copy_lines(struct editing *e, struct str text)
{
	if (str_starts(text, "\xef\xbb\xbf")) {
		(void)buf_add(&e->out, str_sub(text, 0, 3));
		text = str_sub(text, 3, text.n);
	}
	while (text.n)
		copy_line(e, raw_line(&text));
}

static void
add_line(struct editing *e, struct subs_edit *edit)
{
	void **at = key_at(e, edit->feed.url);

	if (*at)
		return;
	*at = e;
	if (e->out.n && e->out.p[e->out.n - 1] != '\n')
		(void)buf_putc(&e->out, '\n');
	(void)buf_add(&e->out, edit->feed.url);
	subs_line_rest(&e->out, &edit->feed);
	(void)buf_putc(&e->out, '\n');
	mark(e, edit);
}

static int
check_url(struct str url, struct err *err)
{
	bool is_good = url.n <= LIMIT_URL && url_is_web(url) && utf8_is_valid(url);

	for (size_t i = 0; i < url.n && is_good; i++)
		is_good = (unsigned char)url.p[i] > ' ' && url.p[i] != 0x7f;
	return is_good ? 0 : err_set(err, ERR_USAGE, tr("‘%.*s’ is not a web address"), STR(str_sub(url, 0, 200)));
}

/* What cannot be read back from the file is not written. */
static int
check(const struct subs_edit *edit, struct err *err)
{
	struct buf name = { 0 };
	int rc = 0;

	if (edit->kind == SUBS_EDIT_ADD)
		rc = check_url(edit->feed.url, err);
	for (size_t i = 0; i < edit->feed.n_tags && !rc; i++)
		rc = state_tag_name(&name, edit->feed.tags[i], err);
	buf_free(&name);
	return rc;
}

/* Notes which edits are of which line; the last one found stands behind the others. */
static int
prepare(struct editing *e, struct subs_edit *edits, size_t n, struct err *err)
{
	for (size_t i = n; i > 0; i--) {
		struct chain *link;
		void **at;

		edits[i - 1].is_done = false;
		if (check(&edits[i - 1], err) < 0)
			return -1;
		if (edits[i - 1].kind == SUBS_EDIT_ADD)
			continue;
		at = map_at(&e->by_url, edits[i - 1].feed.url);
		link = arena_new(&e->a, struct chain, 1);
		*link = (struct chain){ &edits[i - 1], *at };
		*at = link;
	}
	return 0;
}

int
subs_edit_open(struct subs_edit_file *f, struct err *err)
{
	struct path lock;

	*f = (struct subs_edit_file){ .before = BUF_CAPPED(LIMIT_SUBS_BYTES), .text = BUF_CAPPED(LIMIT_SUBS_BYTES) };
	if (path_state(&lock, "feeds.lock", err) < 0)
		return -1;
	f->lock = file_lock(lock.p, true, err);
	if (f->lock < 0)
		return -1;
	if (subs_text(&f->path, &f->before, err) < 0)
		return subs_edit_close(f, -1);
	(void)buf_add(&f->text, buf_str(&f->before));
	return 0;
}

int
subs_edit_make(struct subs_edit_file *f, struct subs_edit *edits, size_t n, struct err *err)
{
	struct editing e = { .out = BUF_CAPPED(LIMIT_SUBS_BYTES) };
	int rc = prepare(&e, edits, n, err);

	if (!rc) {
		copy_lines(&e, buf_str(&f->text));
		for (size_t i = 0; i < n; i++)
			if (edits[i].kind == SUBS_EDIT_ADD)
				add_line(&e, &edits[i]);
		if (e.out.full)
			rc = err_set(err, ERR_LIMIT, tr("%s is full"), f->path.p);
	}
	if (!rc && e.done) {
		buf_clear(&f->text);
		(void)buf_add(&f->text, buf_str(&e.out));
		f->is_changed = true;
	}
	map_free(&e.by_url);
	map_free(&e.keys);
	buf_free(&e.out);
	arena_free(&e.a);
	return rc;
}

int
subs_edit_save(struct subs_edit_file *f, struct err *err)
{
	if (!f->is_changed || f->is_saved)
		return 0;
	if (file_replace(f->path.p, buf_str(&f->text), err) < 0)
		return -1;
	f->is_saved = true;
	return 0;
}

int
subs_edit_close(struct subs_edit_file *f, int rc)
{
	if (rc < 0 && f->is_saved)
		(void)file_replace(f->path.p, buf_str(&f->before), NULL);
	(void)close(f->lock);
	buf_free(&f->before);
	buf_free(&f->text);
	return rc;
}

int
subs_edit_run(struct subs_edit *edits, size_t n, struct err *err)
{
	struct subs_edit_file f;
	int rc;

	if (subs_edit_open(&f, err) < 0)
		return -1;
	rc = subs_edit_make(&f, edits, n, err);
	if (!rc)
		rc = subs_edit_save(&f, err);
	return subs_edit_close(&f, rc);
}
