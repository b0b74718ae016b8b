#include "store/subs.h"

#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/path.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/state.h"
#include "store/subs_line.h"
#include "text/url.h"
#include "text/utf8.h"

struct reading {
	struct arena *a;
	const char *file;
	vec(struct subs_feed) feeds;
	vec(struct str) problems;
	struct map urls; /* seen: two lines of one URL are one feed */
};

static void
problem(struct reading *r, size_t line, size_t at, const char *what)
{
	*vec_add(&r->problems) = arena_printf(r->a, "%s:%zu:%zu: %s", r->file, line, at + 1, what);
}

/* What stands behind the URL. */
static void
read_words(struct reading *r, struct str line, size_t at, struct subs_feed *feed)
{
	vec(struct str) tags = { 0 };
	vec(struct subs_option) options = { 0 };
	struct subs_line_word word;

	while ((word = subs_line_next(r->a, line, &at)).kind != SUBS_LINE_END)
		if (word.kind == SUBS_LINE_NAME)
			feed->name = word.value;
		else if (word.kind == SUBS_LINE_TAG)
			*vec_add(&tags) = arena_dup(r->a, word.value);
		else if (word.kind == SUBS_LINE_OPTION)
			*vec_add(&options) = (struct subs_option){ arena_dup(r->a, word.key), word.value };
		else if (word.kind == SUBS_LINE_BAD)
			problem(r, feed->line, word.at, tr("expected name=\"…\", #tag or option=value"));
	feed->n_tags = tags.n;
	feed->n_options = options.n;
	feed->tags = arena_new(r->a, struct str, tags.n);
	feed->options = arena_new(r->a, struct subs_option, options.n);
	for (size_t i = 0; i < tags.n; i++)
		feed->tags[i] = tags.v[i];
	for (size_t i = 0; i < options.n; i++)
		feed->options[i] = options.v[i];
	vec_free(&tags);
	vec_free(&options);
}

static void
read_line(struct reading *r, struct str line, size_t number)
{
	struct subs_feed feed = { .line = number };
	size_t at = 0;
	struct subs_line_word word = subs_line_next(r->a, line, &at);
	void **seen;

	if (word.kind != SUBS_LINE_URL)
		return;
	if (!utf8_is_valid(line)) {
		problem(r, number, word.at, tr("is not UTF-8"));
		return;
	}
	if (!url_is_web(word.value) || word.value.n > LIMIT_URL) {
		problem(r, number, word.at, tr("expected an address that begins with http:// or https://"));
		return;
	}
	seen = map_at(&r->urls, word.value);
	if (*seen) {
		problem(r, number, word.at, tr("this feed is here already"));
		return;
	}
	*seen = r;
	feed.url = arena_dup(r->a, word.value);
	read_words(r, line, at, &feed);
	*vec_add(&r->feeds) = feed;
}

static int
read_file(struct path *file, struct buf *text, struct err *err)
{
	struct err local = { 0 };

	if (path_config(file, "feeds", err) < 0)
		return -1;
	if (!file_read(file->p, LIMIT_SUBS_BYTES, text, &local))
		return 0;
	if (local.code == ERR_NOT_FOUND) {
		buf_clear(text);
		return 0;
	}
	if (local.code != ERR_IO)
		local.code = ERR_USAGE; /* a file of settings: its user is to put it right */
	if (err)
		*err = local;
	return -1;
}

void
subs_parse(struct arena *a, struct str text, const char *file, struct subs *ret)
{
	struct reading r = { .a = a, .file = file };
	struct str line;

	if (str_starts(text, "\xef\xbb\xbf"))
		text = str_sub(text, 3, text.n);
	for (size_t number = 1; str_line(&text, &line); number++)
		read_line(&r, line, number);
	*ret = (struct subs){
		.feeds = arena_new(a, struct subs_feed, r.feeds.n), .n = r.feeds.n,
		.problems = arena_new(a, struct str, r.problems.n), .n_problems = r.problems.n,
	};
	for (size_t i = 0; i < ret->n; i++)
		ret->feeds[i] = r.feeds.v[i];
	for (size_t i = 0; i < ret->n_problems; i++)
		ret->problems[i] = r.problems.v[i];
	vec_free(&r.feeds);
	vec_free(&r.problems);
	map_free(&r.urls);
}

int
subs_read(struct arena *a, struct subs *ret, struct err *err)
{
	struct path file;
	struct buf text = BUF_CAPPED(LIMIT_SUBS_BYTES);
	int rc = read_file(&file, &text, err);

	if (!rc)
		subs_parse(a, buf_str(&text), file.p, ret);
	buf_free(&text);
	return rc;
}

/* Two sosiks that change the file at once take turns. Returns the lock's descriptor. */
static int
begin_edit(struct path *file, struct buf *text, struct err *err)
{
	struct path lock;
	int fd;

	if (path_state(&lock, "feeds.lock", err) < 0)
		return -1;
	fd = file_lock(lock.p, true, err);
	if (fd >= 0 && read_file(file, text, err) < 0) {
		(void)close(fd);
		return -1;
	}
	return fd;
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

/* The line with another name: in the place of the old one, or behind the URL. */
static void
rename_line(struct buf *out, struct str line, struct str name)
{
	struct arena a = { 0 };
	struct buf option = { 0 };
	struct subs_line_word word;
	size_t at = 0, from, to;

	word = subs_line_next(&a, line, &at);
	from = to = word.at + word.n;
	while ((word = subs_line_next(&a, line, &at)).kind != SUBS_LINE_END)
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
	arena_free(&a);
}

/* Copies the lines, without those of url or, where name is given, with that name in them. Returns how many they were. */
static size_t
copy_lines(struct buf *out, struct str text, struct str url, const struct str *name)
{
	struct arena a = { 0 };
	size_t found = 0;

	while (text.n) {
		struct str line = raw_line(&text);
		bool is_it = str_eq(subs_line_url(&a, line), url);

		found += is_it;
		if (!is_it)
			(void)buf_add(out, line);
		else if (name)
			rename_line(out, line, *name);
	}
	arena_free(&a);
	return found;
}

static int
edit(struct str url, const struct str *name, struct err *err)
{
	struct path file;
	struct buf text = BUF_CAPPED(LIMIT_SUBS_BYTES), out = { 0 };
	int fd = begin_edit(&file, &text, err), rc = -1;

	if (fd < 0)
		goto out;
	if (copy_lines(&out, buf_str(&text), url, name))
		rc = file_replace(file.p, buf_str(&out), err);
	else
		err_set(err, ERR_NOT_FOUND, tr("%.*s is not in %s"), STR(url), file.p);
	(void)close(fd);
out:
	buf_free(&text);
	buf_free(&out);
	return rc;
}

/* A tag that cannot be read back from the file is not written. */
static int
check_tags(const struct subs_feed *feed, struct err *err)
{
	struct buf name = { 0 };
	int rc = 0;

	for (size_t i = 0; i < feed->n_tags && !rc; i++)
		rc = state_tag_name(&name, feed->tags[i], err);
	buf_free(&name);
	return rc;
}

int
subs_add(const struct subs_feed *feed, struct err *err)
{
	struct path file;
	struct buf text = BUF_CAPPED(LIMIT_SUBS_BYTES), same = { 0 };
	int fd, rc = -1;

	if (check_tags(feed, err) < 0)
		return -1;
	fd = begin_edit(&file, &text, err);
	if (fd < 0)
		goto out;
	if (copy_lines(&same, buf_str(&text), feed->url, NULL)) {
		err_set(err, ERR_FAILED, tr("%.*s is subscribed already"), STR(feed->url));
		goto close;
	}
	if (text.n && text.p[text.n - 1] != '\n')
		(void)buf_putc(&text, '\n');
	(void)buf_add(&text, feed->url);
	subs_line_rest(&text, feed);
	(void)buf_putc(&text, '\n');
	if (text.full)
		err_set(err, ERR_LIMIT, tr("%s is full"), file.p);
	else
		rc = file_replace(file.p, buf_str(&text), err);
close:
	(void)close(fd);
out:
	buf_free(&text);
	buf_free(&same);
	return rc;
}

int
subs_remove(struct str url, struct err *err)
{
	return edit(url, NULL, err);
}

int
subs_rename(struct str url, struct str name, struct err *err)
{
	return edit(url, &name, err);
}
