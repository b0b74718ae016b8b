#include "cmd/cmd_export_epub.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/tr.h"
#include "cmd/cmd_article.h"
#include "cmd/cmd_index.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_signal.h"
#include "cmd/cmd_post.h"
#include "cmd/cmd_progress.h"
#include "cmd/cmd_query.h"
#include "cmd/cmd_words.h"
#include "epub/epub.h"
#include "html/doc_read.h"
#include "html/print_page.h"
#include "store/identity.h"
#include "text/url.h"

struct export {
	struct store *store;
	struct str title;   /* that was asked for; may be empty */
	struct str query;
	bool has_names;     /* the query is names of posts */
	bool is_progress;   /* each post is told */
	struct epub *epub;
	struct epub_book book;
	struct map stories; /* those that are in the book */
	struct buf feed;    /* the name of the feed of all posts so far; empty when there are several */
	struct buf first;   /* the title of the first post */
	size_t n;
};

/* ---- posts */

static int
read_doc(struct export *e, struct arena *a, const struct posts_row *row, struct doc *ret, struct err *err)
{
	struct str xhtml;

	if (posts_text(e->store, a, row->id, &xhtml, err) < 0)
		return -1;
	if (xhtml.n)
		return cmd_article_read(a, xhtml, row->title, ret, err);
	doc_read_text(a, row->excerpt, ret);
	return 0;
}

static struct str
language_of(const struct posts_row *row, const struct doc *doc)
{
	struct str language = print_page_language(row->title);

	for (size_t i = 0; i < doc->n && !language.n; i++)
		language = print_page_language(doc->blocks[i].text);
	return language;
}

/* What the book is known by follows from the query and its posts. */
static void
count_in(struct export *e, const struct posts_row *row, struct str language)
{
	int64_t time = row->published != CLOCK_NONE ? row->published : row->sort;

	if (!e->n)
		buf_add(&e->first, row->title);
	if (!e->n)
		buf_add(&e->feed, row->feed_name);
	else if (!str_eq(buf_str(&e->feed), row->feed_name))
		buf_clear(&e->feed);
	e->book.id[0] = identity_hash(identity_hash(e->book.id[0], row->link), row->title);
	e->book.id[1] = identity_hash(identity_hash(e->book.id[1], row->title), row->feed_name);
	e->book.modified = e->n && e->book.modified > time ? e->book.modified : time;
	if (!e->book.language.n || str_is(language, "ko"))
		e->book.language = language;
	e->n++;
}

/* A story that several feeds have is one chapter. */
static bool
is_told(struct export *e, const struct posts_row *row)
{
	void **slot;
	bool is;

	if (!row->story_id)
		return false;
	slot = map_at(&e->stories, map_number(&row->story_id));
	is = *slot != NULL;
	*slot = e;
	return is;
}

static int
add_post(struct export *e, struct arena *a, int64_t id, struct err *err)
{
	struct buf byline = { 0 };
	struct posts_row row;
	struct epub_post post;
	struct doc doc = { 0 };
	int rc;

	if (posts_get(e->store, a, id, &row, err) < 0)
		return -1;
	if (is_told(e, &row))
		return 0;
	if (read_doc(e, a, &row, &doc, err) < 0)
		return err_wrap(err, tr("post %lld"), (long long)id);
	cmd_post_byline(&byline, &row, &doc);
	post = (struct epub_post){
		.title = row.title.n ? row.title : row.link.n ? row.link : str_lit("…"),
		.byline = buf_str(&byline), .link = row.link, .language = language_of(&row, &doc), .doc = &doc,
	};
	rc = epub_add(e->epub, &post, err);
	count_in(e, &row, post.language);
	buf_free(&byline);
	return rc;
}

/* The oldest first, as one reads them. */
static int
add_posts(struct export *e, const int64_t *ids, size_t n, struct err *err)
{
	struct arena a = { 0 };
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++) {
		rc = add_post(e, &a, ids[n - 1 - i], err);
		arena_reset(&a);
		if (e->is_progress)
			cmd_progress_say(i + 1, n);
	}
	arena_free(&a);
	return rc;
}

/* What was asked for; else what all its posts are of. */
static struct str
title_of(const struct export *e)
{
	if (e->title.n)
		return e->title;
	if (e->n == 1 && e->first.n)
		return buf_str(&e->first);
	if (e->feed.n)
		return buf_str(&e->feed);
	if (e->has_names)
		return str_of(tr("Posts"));
	return e->query.n ? e->query : str_of(tr("All posts"));
}

static int
write_book(struct export *e, int fd, const char *path, const int64_t *ids, size_t n, struct err *err)
{
	int rc = epub_new(&e->epub, fd, path, err);

	e->book.id[0] = identity_hash(0, e->query);
	e->book.id[1] = identity_hash(1, e->query);
	if (!rc)
		rc = add_posts(e, ids, n, err);
	e->book.title = title_of(e);
	e->book.creator = buf_str(&e->feed);
	if (!rc)
		rc = epub_finish(e->epub, &e->book, err);
	epub_free(e->epub);
	map_free(&e->stories);
	buf_free(&e->feed);
	buf_free(&e->first);
	return rc;
}

/* ---- where it goes */

/* A place that is no file of ours to replace: a pipe, a device. */
static bool
is_special(const char *path)
{
	struct stat st;

	return !stat(path, &st) && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

static int
write_to_special(struct export *e, const char *path, const int64_t *ids, size_t n, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC), rc;

	if (fd < 0)
		return err_errno(err, ERR_FAILED, tr("cannot write %s"), path);
	rc = write_book(e, fd, path, ids, n, err);
	(void)close(fd);
	return rc;
}

static int
write_to_file(struct export *e, const char *path, const int64_t *ids, size_t n, struct err *err)
{
	struct file_new file;
	int fd, rc;

	cmd_signal_defer(e->store);
	fd = file_new_open(&file, path, err);
	if (fd < 0)
		return -1;
	rc = write_book(e, fd, path, ids, n, err);
	if (rc < 0) {
		(void)close(fd);
		file_new_drop(&file);
		return -1;
	}
	rc = file_new_close(&file, fd, err);
	return rc ? rc : file_new_commit(&file, err);
}

/* Whether nobody reads standard output any more. */
static bool
is_closed(void)
{
	struct pollfd out = { .fd = STDOUT_FILENO, .events = POLLOUT };

	return poll(&out, 1, 0) > 0 && out.revents & POLLERR;
}

/* Who has read enough is no fault, as for the other commands. */
static int
write_to_output(struct export *e, const int64_t *ids, size_t n, struct err *err)
{
	int rc = write_book(e, STDOUT_FILENO, tr("standard output"), ids, n, err);

	return rc < 0 && err->code == ERR_IO && is_closed() ? 0 : rc;
}

static int
write_anywhere(struct export *e, const char *path, const int64_t *ids, size_t n, struct err *err)
{
	if (!n)
		return err_set(err, ERR_NOT_FOUND, tr("no post is found; nothing is written"));
	if (!path)
		return write_to_output(e, ids, n, err);
	return is_special(path) ? write_to_special(e, path, ids, n, err) : write_to_file(e, path, ids, n, err);
}

/* ---- which posts */

/* What names one post, as for the commands that take one: a number, id:N, a link. */
static bool
is_name(const char *word)
{
	struct str number = str_starts(str_of(word), "id:") ? str_of(word + 3) : str_of(word);
	int64_t id;

	return num_parse(number, 1, INT64_MAX, &id) || url_is_web(str_of(word));
}

static bool
are_names(int n, char **words)
{
	for (int i = 0; i < n; i++)
		if (!is_name(words[i]))
			return false;
	return n > 0;
}

static bool
has_id(const int64_t *ids, size_t n, int64_t id)
{
	while (n && ids[n - 1] != id)
		n--;
	return n > 0;
}

/* The posts in the order of their names, each once; the last one first, as those of a query come. */
static int
find_named(struct store *s, size_t n, char **words, int64_t **ret, size_t *ret_n, struct err *err)
{
	int64_t *ids = *ret = mem_zalloc(n, sizeof *ids), id;

	for (*ret_n = 0; n; n--) {
		if (posts_find(s, str_of(words[n - 1]), &id, err) < 0)
			return -1;
		if (!has_id(ids, *ret_n, id))
			ids[(*ret_n)++] = id;
	}
	return 0;
}

static int
find_posts(struct export *e, struct arena *a, int argc, char **argv, int64_t **ids, size_t *n, struct err *err)
{
	struct query *query = NULL;

	if (e->has_names)
		return find_named(e->store, (size_t)argc, argv, ids, n, err);
	if (e->query.n && cmd_query_parse(a, e->query, &query, err) < 0)
		return -1;
	if (posts_ids(e->store, &(struct posts_view){ .query = query }, ids, n, err) < 0)
		return -1;
	return cmd_index_tell(e->store, query, err);
}

int
cmd_export_epub(const char *path, const char *title, bool is_progress, int argc, char **argv, struct err *err)
{
	struct arena a = { 0 };
	struct export e = { .title = str_trim(str_of(title)), .query = cmd_words_join(&a, argc, argv), .has_names = are_names(argc, argv),
		.is_progress = is_progress };
	int64_t *ids = NULL;
	size_t n = 0;
	int rc = 0;

	if (path && !strcmp(path, "-"))
		path = NULL;
	if (!path && isatty(STDOUT_FILENO))
		rc = err_set(err, ERR_USAGE, tr("an EPUB is nothing for a terminal: name a file, -o FILE"));
	if (!rc)
		rc = cmd_open_store(&e.store, STORE_READ, err);
	if (!rc)
		rc = find_posts(&e, &a, argc, argv, &ids, &n, err);
	if (!rc)
		rc = write_anywhere(&e, path, ids, n, err);
	free(ids);
	store_close(e.store);
	arena_free(&a);
	return rc;
}
