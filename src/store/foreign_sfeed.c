#include "store/foreign_sfeed.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/num.h"
#include "base/vec.h"
#include "text/url.h"

enum column { DATE, TITLE, LINK, CONTENT, CONTENT_TYPE, ID, COLUMNS };

struct reading {
	struct arena *a;
	struct map urls; /* that were read */
	vec(struct subscribe_post) posts;
	int64_t passed;
};

/* A file's bytes, none when it is not there. */
static int
read_file(const char *path, struct buf *bytes, struct err *err)
{
	struct err why = { 0 };

	if (!file_read(path, LIMIT_BATCH_BYTES, bytes, &why))
		return 0;
	buf_clear(bytes);
	if (why.code == ERR_NOT_FOUND)
		return 0;
	if (err)
		*err = why;
	return -1;
}

static void
take_line(struct reading *r, struct str line, struct str feed)
{
	struct subscribe_post post = { .feed = feed, .is_read = true, .published = CLOCK_NONE };
	struct str columns[COLUMNS] = { { 0 } };
	int64_t date;

	for (enum column i = 0; i < COLUMNS; i++)
		str_cut(line, '\t', &columns[i], &line);
	if (!map_find(&r->urls, columns[LINK].n ? columns[LINK] : columns[ID]))
		return;
	if (!foreign_line(r->a, columns[TITLE], LIMIT_TITLE, &post.title) || !foreign_line(r->a, columns[LINK], LIMIT_URL, &post.link) ||
	    !foreign_line(r->a, columns[ID], LIMIT_GUID, &post.guid)) {
		r->passed++;
		return;
	}
	if (num_parse(columns[DATE], 1, (int64_t)1 << 38, &date))
		post.published = date;
	if (!url_is_web(post.link) || str_find_char(post.link, ' ') < post.link.n)
		post.link = STR_NONE;
	if (r->posts.n < LIMIT_UNDO_POSTS)
		*vec_add(&r->posts) = post;
}

/* The file of a feed: its name, "_" for "/". */
static int
read_feed(struct reading *r, const char *folder, const struct subs_feed *feed, struct err *err)
{
	struct buf name = { 0 }, bytes = BUF_CAPPED(LIMIT_BATCH_BYTES);
	struct str rest, line;
	int rc = 0;

	for (size_t i = 0; i < feed->name.n; i++)
		(void)buf_putc(&name, feed->name.p[i] == '/' ? '_' : feed->name.p[i]);
	if (name.n && *buf_cstr(&name) != '.')
		rc = read_file(arena_printf(r->a, "%s/%s", folder, buf_cstr(&name)).p, &bytes, err);
	rest = buf_str(&bytes);
	while (!rc && str_line(&rest, &line))
		take_line(r, line, feed->url);
	buf_free(&name);
	buf_free(&bytes);
	return rc;
}

int
foreign_sfeed_read(const char *urls, const char *folder, const struct subs_feed *feeds, size_t n, struct arena *a,
    struct foreign *ret, struct err *err)
{
	struct reading r = { .a = a };
	struct buf bytes = BUF_CAPPED(LIMIT_BATCH_BYTES);
	struct str rest, line;
	int rc = read_file(urls, &bytes, err);

	rest = buf_str(&bytes);
	while (!rc && str_line(&rest, &line))
		if (line.n)
			*map_at(&r.urls, line) = &r;
	for (size_t i = 0; i < n && !rc && r.urls.n; i++)
		rc = read_feed(&r, folder, &feeds[i], err);
	*ret = (struct foreign){ arena_new(a, struct subscribe_post, r.posts.n), r.posts.n, r.passed };
	for (size_t i = 0; i < r.posts.n; i++)
		ret->posts[i] = r.posts.v[i];
	vec_free(&r.posts);
	map_free(&r.urls);
	buf_free(&bytes);
	return rc;
}
