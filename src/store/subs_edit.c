#include "store/subs_edit.h"

#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/tr.h"
#include "store/identity.h"
#include "store/state.h"
#include "store/subs_edit_line.h"
#include "store/subs_line.h"
#include "text/clean.h"
#include "text/tag.h"
#include "text/url.h"
#include "text/utf8.h"

enum { EDIT_TIMES = 8 }; /* an editor saves once, a loop of a shell is not waited for */

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
	size_t done, n_feeds; /* edits that did something; lines that were there */
};

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

	e->n_feeds += url.n > 0;
	for (; c && line.n; c = c->next) {
		struct str now = subs_edit_line(&e->a, line, c->edit);

		if (c->edit->kind == SUBS_EDIT_RENAME || !str_eq(now, line))
			mark(e, c->edit);
		line = now;
	}
	if (url.n && line.n)
		*key_at(e, subs_line_url(&e->a, line)) = e;
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

/* Unless the file has a feed again by now. */
static void
copy_lost(struct editing *e, struct str lost)
{
	if (!lost.n || e->n_feeds)
		return;
	if (e->out.n && e->out.p[e->out.n - 1] != '\n')
		(void)buf_putc(&e->out, '\n');
	copy_lines(e, lost);
	e->done++;
}

/* The line as it was, in its place; the feed's address may be another by now. */
static void
return_line(struct editing *e, const struct subs_edit *edit)
{
	struct buf out = BUF_CAPPED(LIMIT_SUBS_BYTES);
	struct str text = buf_str(&e->out), line = edit->place->text;
	size_t at = subs_place_of(text, edit->place), end = 0;
	struct subs_line_word url = subs_line_next(&e->a, line, &end);

	(void)buf_add(&out, str_sub(text, 0, at));
	if (at && text.p[at - 1] != '\n')
		(void)buf_putc(&out, '\n');
	(void)buf_add(&out, str_sub(line, 0, url.at));
	(void)buf_add(&out, edit->feed.url);
	(void)buf_add(&out, str_sub(line, url.at + url.n, line.n));
	(void)buf_putc(&out, '\n');
	(void)buf_add(&out, str_sub(text, at, text.n));
	buf_free(&e->out);
	e->out = out;
}

static void
add_line(struct editing *e, struct subs_edit *edit)
{
	void **at = key_at(e, edit->feed.url);

	if (*at)
		return;
	*at = e;
	mark(e, edit);
	if (edit->place) {
		return_line(e, edit);
		return;
	}
	if (e->out.n && e->out.p[e->out.n - 1] != '\n')
		(void)buf_putc(&e->out, '\n');
	(void)buf_add(&e->out, edit->feed.url);
	subs_line_rest(&e->out, &edit->feed);
	(void)buf_putc(&e->out, '\n');
}

static int
check_url(struct str url, struct err *err)
{
	bool is_good = url.n <= LIMIT_URL && url_is_web(url) && utf8_is_valid(url);

	for (struct str rest = url; rest.n && is_good;) {
		int32_t cp = utf8_next(&rest);

		is_good = cp != ' ' && !clean_is_control(cp);
	}
	return is_good ? 0 : err_set(err, ERR_USAGE, tr("‘%.*s’ is not a web address"), STR(str_sub(url, 0, 200)));
}

static int
check_tag(struct str tag, struct err *err)
{
	struct buf name = { 0 };
	int rc = tag_keep(&name, tag) ? 0 : tag_name(&name, tag, err);

	buf_free(&name);
	return rc;
}

/* What cannot be read back from the file is not written. */
static int
check(const struct subs_edit *edit, struct err *err)
{
	struct str rest = edit->kind == SUBS_EDIT_RETAG ? edit->to : STR_NONE, name;
	int rc = 0;

	if (edit->kind == SUBS_EDIT_ADD || edit->kind == SUBS_EDIT_MOVE)
		rc = check_url(edit->kind == SUBS_EDIT_ADD ? edit->feed.url : edit->to, err);
	for (size_t i = 0; i < edit->feed.n_tags && !rc; i++)
		rc = check_tag(edit->feed.tags[i], err);
	while (!rc && (name = str_word(&rest)).n)
		rc = check_tag(name, err);
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

	*f = (struct subs_edit_file){ .before = BUF_CAPPED(LIMIT_SUBS_BYTES), .text = BUF_CAPPED(LIMIT_SUBS_BYTES),
		.first = BUF_CAPPED(LIMIT_SUBS_BYTES), .lost = BUF_CAPPED(LIMIT_SUBS_BYTES) };
	if (path_data(&lock, "feeds.lock", err) < 0)
		return -1;
	f->lock = file_lock(lock.p, true, err);
	if (f->lock < 0)
		return -1;
	if (subs_text(&f->path, &f->before, err) < 0)
		return subs_edit_close(f, -1);
	file_new_sweep(f->path.p);
	(void)buf_add(&f->text, buf_str(&f->before));
	return 0;
}

/* f->text of f->before. */
static int
make(struct subs_edit_file *f, struct err *err)
{
	struct editing e = { .out = BUF_CAPPED(LIMIT_SUBS_BYTES) };
	int rc = prepare(&e, f->edits, f->n, err);

	if (!rc) {
		copy_lines(&e, buf_str(&f->before));
		copy_lost(&e, buf_str(&f->lost));
		for (size_t i = 0; i < f->n; i++)
			if (f->edits[i].kind == SUBS_EDIT_ADD)
				add_line(&e, &f->edits[i]);
		if (e.out.full)
			rc = err_set(err, ERR_LIMIT, tr("%s would be larger than %d MB; first take feeds out of it with ‘sosik remove’"),
				f->path.p, LIMIT_SUBS_BYTES >> 20);
	}
	if (!rc) {
		buf_clear(&f->text);
		(void)buf_add(&f->text, e.done ? buf_str(&e.out) : buf_str(&f->before));
		f->is_changed = e.done > 0;
	}
	map_free(&e.by_url);
	map_free(&e.keys);
	buf_free(&e.out);
	arena_free(&e.a);
	return rc;
}

static void
set(struct buf *to, const struct buf *from)
{
	buf_clear(to);
	(void)buf_add(to, buf_str(from));
}

/* What was written is what further edits are made in. */
static void
go_on(struct subs_edit_file *f)
{
	set(&f->before, &f->text);
	buf_clear(&f->lost);
	f->is_saved = f->is_changed = false;
}

int
subs_edit_make(struct subs_edit_file *f, struct subs_edit *edits, size_t n, struct err *err)
{
	if (f->is_saved)
		go_on(f);
	f->edits = edits;
	f->n = n;
	return make(f, err);
}

/* Whether the file still says that; it is read into now. */
static int
compare(const struct subs_edit_file *f, const struct buf *that, struct buf *now, bool *is_same, struct err *err)
{
	struct path path;

	*is_same = false;
	if (subs_text(&path, now, err) < 0)
		return -1;
	*is_same = !strcmp(path.p, f->path.p) && str_eq(buf_str(now), buf_str(that));
	return 0;
}

/* Writes f->text; where the file is no longer what it was made of, it is made again instead. */
static int
try_save(struct subs_edit_file *f, struct err *err)
{
	struct buf now = BUF_CAPPED(LIMIT_SUBS_BYTES);
	struct file_new new;
	bool is_same;
	int rc;

	if (file_new_write(&new, f->path.p, buf_str(&f->text), err) < 0)
		return -1;
	rc = compare(f, &f->before, &now, &is_same, err); /* as late as can be */
	if (!rc && is_same) {
		rc = file_new_commit(&new, err);
		f->is_saved = !rc;
		if (!rc && !f->was_saved)
			set(&f->first, &f->before);
		f->was_saved |= f->is_saved;
	} else
		file_new_drop(&new);
	if (!rc && !is_same) {
		set(&f->before, &now);
		set(&f->first, &now);
		rc = make(f, err);
	}
	buf_free(&now);
	return rc;
}

int
subs_edit_save(struct subs_edit_file *f, struct err *err)
{
	for (int i = 0; i < EDIT_TIMES && f->is_changed && !f->is_saved; i++)
		if (try_save(f, err) < 0)
			return -1;
	if (f->is_changed && !f->is_saved)
		return err_set(err, ERR_FAILED, tr("another program keeps changing %s; try again"), f->path.p);
	return 0;
}

bool
subs_edit_moves(const struct subs_edit_file *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->edits[i].kind == SUBS_EDIT_MOVE)
			return true;
	return false;
}

static void
put_back(struct subs_edit_file *f)
{
	struct buf now = BUF_CAPPED(LIMIT_SUBS_BYTES);
	bool is_same;

	if (!compare(f, f->is_saved ? &f->text : &f->before, &now, &is_same, NULL) && is_same)
		(void)file_replace(f->path.p, buf_str(&f->first), NULL);
	buf_free(&now);
}

int
subs_edit_close(struct subs_edit_file *f, int rc)
{
	if (rc < 0 && f->was_saved)
		put_back(f);
	(void)close(f->lock);
	buf_free(&f->before);
	buf_free(&f->text);
	buf_free(&f->first);
	buf_free(&f->lost);
	arena_free(&f->a);
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
