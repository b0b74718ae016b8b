#include "store/feeds_lost.h"

#include <unistd.h>

#include "base/limits.h"
#include "base/map.h"
#include "base/tr.h"
#include "store/feeds.h"
#include "store/store_impl.h"
#include "store/subs_line.h"
#include "store/subs_seen.h"
#include "text/josa.h"

/* The lines that the cache has of the file, in their order, and their addresses. */
static int
read_rows(struct store *s, struct buf *lines, struct map *urls, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_DUMP_FEEDS, err);
	int got = -1;

	if (!st)
		return -1;
	while ((got = stmt_step(s, st, err)) > 0) {
		struct str url = stmt_peek(st, 2), rest = str_trim(stmt_peek(st, 4));

		if (stmt_num(st, 3) == FEEDS_HIDDEN || !url.n)
			continue;
		(void)buf_printf(lines, "%.*s%s%.*s\n", STR(url), rest.n ? " " : "", STR(rest));
		*map_at(urls, url) = urls;
	}
	return got;
}

/* The lines of those addresses as they read, in a file that has something else by now without the comments. False when they are not all there. */
static bool
read_seen(struct str seen, struct map *urls, bool is_alone, struct buf *lines)
{
	struct arena a = { 0 };
	size_t n = 0;

	if (str_starts(seen, "\xef\xbb\xbf"))
		seen = str_sub(seen, 3, seen.n);
	while (seen.n) {
		struct str line, url;

		str_cut(seen, '\n', &line, &seen);
		url = subs_line_url(&a, line);
		if (url.n && map_find(urls, url)) {
			*map_at(urls, url) = NULL; /* a second line counts for nothing */
			n++;
		}
		if (is_alone || url.n)
			(void)buf_printf(lines, "%.*s\n", STR(line));
	}
	arena_free(&a);
	return n == urls->n;
}

/* As the file read, where that is known. */
static int
read_lines(struct store *s, struct str now, struct buf *lines, size_t *n, struct err *err)
{
	struct buf seen = BUF_CAPPED(LIMIT_SUBS_BYTES);
	struct map urls = { 0 };
	struct arena a = { 0 };
	struct str text;
	int rc = read_rows(s, lines, &urls, err);

	if (!rc)
		rc = subs_seen_get(s, &a, &text, err);
	if (!rc && read_seen(text, &urls, !str_trim(now).n, &seen)) {
		buf_clear(lines);
		(void)buf_add(lines, buf_str(&seen));
	}
	*n = urls.n;
	buf_free(&seen);
	map_free(&urls);
	arena_free(&a);
	return rc;
}

/* The lines that are lost; *n is 0 when none are. */
static int
find(struct store *s, const char *file, const struct subs *subs, struct buf *lines, size_t *n, struct err *err)
{
	bool is_missing = access(file, F_OK) < 0;

	*n = 0;
	if (subs->n)
		return 0;
	if (read_lines(s, subs->text, lines, n, err) < 0)
		return -1;
	if (*n == 1 && !is_missing && !subs->n_problems)
		*n = 0;
	if (!*n)
		buf_clear(lines);
	return 0;
}

static struct str
words(struct arena *a, const char *file, size_t n)
{
	const char *form = access(file, F_OK) < 0 ?
		tr_n("%s is missing: the %zu feed that it had stays subscribed; put it back, or ‘sosik doctor --repair’ makes it anew",
			"%s is missing: the %zu feeds that it had stay subscribed; put it back, or ‘sosik doctor --repair’ makes it anew", n) :
		tr_n("%s has no feed left: the %zu that it had stays subscribed; ‘sosik doctor --repair’ puts it back, ‘sosik remove --all’ ends it",
			"%s has no feed left: the %zu that it had stay subscribed; ‘sosik doctor --repair’ puts them back, ‘sosik remove --all’ ends them", n);
	struct buf text = { 0 }, settled = { 0 };
	struct str ret;

	(void)buf_printf(&text, form, file, n);
	josa_apply(&settled, buf_str(&text));
	ret = arena_dup(a, buf_str(&settled));
	buf_free(&text);
	buf_free(&settled);
	return ret;
}

static void
fill(struct arena *a, struct subs *subs, struct str lines, const char *file, size_t n)
{
	struct subs filled;

	subs_parse(a, lines, file, &filled);
	for (size_t i = 0; i < filled.n; i++)
		(void)subs_line_drop_programs(&filled.feeds[i]);
	filled.problems = arena_new(a, struct str, subs->n_problems + 1);
	for (size_t i = 0; i < subs->n_problems; i++)
		filled.problems[i + 1] = subs->problems[i];
	filled.problems[0] = words(a, file, n);
	filled.n_problems = subs->n_problems + 1;
	filled.is_lost = true;
	*subs = filled;
}

int
feeds_lost_fill(struct store *s, struct arena *a, struct subs *subs, struct err *err)
{
	struct buf lines = BUF_CAPPED(LIMIT_SUBS_BYTES);
	struct path file;
	size_t n = 0;
	int rc = path_config(&file, "feeds", err);

	if (!rc)
		rc = find(s, file.p, subs, &lines, &n, err);
	if (!rc && n)
		fill(a, subs, buf_str(&lines), file.p, n);
	buf_free(&lines);
	return rc;
}

int
feeds_lost_read(struct store *s, struct arena *a, struct subs *subs, struct err *err)
{
	return subs_read(a, subs, err) < 0 ? -1 : feeds_lost_fill(s, a, subs, err);
}

int
feeds_lost_take(struct store *s, struct subs_edit_file *file, struct err *err)
{
	struct subs subs;
	size_t n;

	subs_parse(&file->a, buf_str(&file->before), file->path.p, &subs);
	if (find(s, file->path.p, &subs, &file->lost, &n, err) < 0)
		return -1;
	(void)buf_add(&file->text, buf_str(&file->lost));
	return 0;
}

int
feeds_lost_repair(struct store *s, size_t *n, struct err *err)
{
	struct subs_edit_file file;
	struct subs subs;
	int rc;

	*n = 0;
	if (subs_edit_open(&file, err) < 0)
		return -1;
	rc = feeds_lost_take(s, &file, err);
	if (!rc && file.lost.n) {
		subs_parse(&file.a, buf_str(&file.lost), file.path.p, &subs);
		*n = subs.n;
		rc = subs_edit_make(&file, NULL, 0, err);
	}
	if (!rc)
		rc = subs_edit_save(&file, err);
	return subs_edit_close(&file, rc);
}
