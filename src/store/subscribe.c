#include "store/subscribe_impl.h"

#include "base/limits.h"
#include "store/feeds_lost.h"
#include "store/identity.h"
#include "store/line_feed.h"
#include "store/reconcile.h"
#include "store/store_impl.h"
#include "store/subs_line.h"

/* What the file says goes into the cache first, as lines of its own: they are no part of the action. */
static int
read_file(struct subscribing *g, struct buf *elements, struct err *err)
{
	subs_parse(&g->a, buf_str(&g->file.text), g->file.path.p, &g->subs);
	return reconcile_within(&g->w, &g->subs, elements, err);
}

static void **
listed_at(struct subscribing *g, struct str url)
{
	struct buf key = { 0 };
	void **at;

	identity_feed(&key, url);
	at = map_at(&g->feeds, buf_str(&key));
	buf_free(&key);
	return at;
}

static void
list(struct subscribing *g, const struct subs_feed *feed, bool is_new)
{
	void **at = listed_at(g, feed->url);
	struct listed *listed;

	if (*at)
		return;
	listed = arena_new(&g->a, struct listed, 1);
	*listed = (struct listed){ .feed = feed, .is_new = is_new };
	*at = listed;
}

/* The feed that url stands for: its own, or one that has moved away from it. NULL when there is none. */
static int
find(struct subscribing *g, struct str url, struct listed **ret, struct err *err)
{
	struct buf key = { 0 };
	sqlite3_stmt *st;
	struct str now;
	int got;

	*ret = *listed_at(g, url);
	if (*ret)
		return 0;
	st = stmt_get(g->s, STMT_FEED_MOVED_TO, err);
	if (!st)
		return -1;
	identity_feed(&key, url);
	stmt_bind_str(st, 1, buf_str(&key));
	got = stmt_step(g->s, st, err);
	now = got > 0 ? stmt_str(st, 0, &g->a) : STR_NONE;
	stmt_done(st);
	buf_free(&key);
	if (now.n)
		*ret = *listed_at(g, now);
	return got < 0 ? -1 : 0;
}

/* Its number and permanent id in the cache. */
int
subscribe_look_up(struct subscribing *g, struct listed *feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(g->s, STMT_FEED_NAME, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, feed->feed->url);
	got = stmt_step(g->s, st, err);
	feed->id = got > 0 ? stmt_num(st, 0) : 0;
	feed->uid = got > 0 ? stmt_str(st, 1, &g->a) : STR_NONE;
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

/* The tags of given that feed lacks; their edit and its element. */
static bool
add_tags(struct subscribing *g, const struct listed *known, const struct subs_feed *given)
{
	const struct subs_feed *feed = known->feed;
	struct subs_edit edit = { .kind = SUBS_EDIT_TAG, .feed = { .url = feed->url } };
	struct buf words = { 0 };

	edit.feed.tags = arena_new(&g->a, struct str, given->n_tags);
	for (size_t i = 0; i < given->n_tags; i++) {
		if (subs_line_has_tag(feed->tags, feed->n_tags, given->tags[i]) ||
		    subs_line_has_tag(edit.feed.tags, edit.feed.n_tags, given->tags[i]))
			continue;
		(void)buf_printf(&words, "%s%.*s", words.n ? " " : "", STR(given->tags[i]));
		edit.feed.tags[edit.feed.n_tags++] = given->tags[i];
	}
	if (edit.feed.n_tags) {
		line_feed_add_tags(&g->elements, LINE_FEED_TAG, known->uid, feed->url, buf_str(&words), STR_NONE);
		*vec_add(&g->edits) = edit;
	}
	buf_free(&words);
	return edit.feed.n_tags > 0;
}

static int
plan_one(struct subscribing *g, const struct subscribe *what, size_t i, struct err *err)
{
	enum subscribe_outcome outcome = SUBSCRIBE_NEW;
	const struct subs_feed *feed = &what->feeds[i];
	struct listed *known;

	if (find(g, feed->url, &known, err) < 0)
		return -1;
	if (known && what->is_tagging && !known->is_new && !known->id && subscribe_look_up(g, known, err) < 0)
		return -1;
	if (!known) {
		list(g, feed, true);
		*vec_add(&g->edits) = (struct subs_edit){ .kind = SUBS_EDIT_ADD, .feed = *feed };
	} else if (what->is_tagging && !known->is_new && add_tags(g, known, feed))
		outcome = SUBSCRIBE_TAGGED;
	else
		outcome = SUBSCRIBE_KNOWN;
	if (what->outcomes)
		what->outcomes[i] = outcome;
	return 0;
}

static int
plan(struct subscribing *g, const struct subscribe *what, struct err *err)
{
	for (size_t i = 0; i < g->subs.n; i++)
		list(g, &g->subs.feeds[i], false);
	for (size_t i = 0; i < what->n; i++)
		if (plan_one(g, what, i, err) < 0)
			return -1;
	return 0;
}

/* Which feed of ours each post is of; those of others are counted. */
static int
place(struct subscribing *g, const struct subscribe *what, struct err *err)
{
	struct str last = STR_NONE;
	struct listed *feed = NULL;

	g->placed = arena_new(&g->a, struct subscribe_placed, what->n_posts);
	for (size_t i = 0; i < what->n_posts; i++) {
		const struct subscribe_post *post = &what->posts[i];

		if (!str_eq(post->feed, last) && find(g, post->feed, &feed, err) < 0)
			return -1;
		last = post->feed;
		if (!feed) {
			g->count.strange++;
			continue;
		}
		if (!what->is_trial && !feed->id && subscribe_look_up(g, feed, err) < 0)
			return -1;
		g->placed[g->n_placed++] = (struct subscribe_placed){ post, feed->id, feed->uid };
	}
	return 0;
}

/* Posts of one feed together, otherwise as they were. */
static int
by_feed(const void *a, const void *b)
{
	const struct subscribe_placed *one = a, *other = b;

	if (one->feed != other->feed)
		return one->feed < other->feed ? -1 : 1;
	return one->post < other->post ? -1 : one->post > other->post;
}

static int
write_line(struct subscribing *g, const struct buf *parts, struct err *err)
{
	struct buf line = { 0 };
	int64_t place;
	int rc;

	line_begin(&line, ++g->w.seq, "change");
	if (g->first)
		line_number(&line, "with", g->first);
	else
		g->first = g->w.seq;
	if (g->elements.n)
		(void)buf_printf(&line, ",\"feeds\":[%s]", buf_cstr(&g->elements));
	if (g->lines.n)
		(void)buf_printf(&line, ",\"lines\":[%s]", buf_cstr(&g->lines));
	if (g->as.n)
		(void)buf_printf(&line, ",\"as\":[%s]", buf_cstr(&g->as));
	if (parts->n)
		(void)buf_printf(&line, ",\"parts\":[%s]", buf_cstr(parts));
	(void)buf_putc(&line, '}');
	buf_clear(&g->elements);
	buf_clear(&g->lines);
	/* As late as can be: whoever is killed between the two cannot undo it. */
	rc = subs_edit_moves(&g->file) ? 0 : subs_edit_save(&g->file, err);
	if (!rc)
		rc = writing_write(&g->w, buf_str(&line), &place, err);
	if (!rc)
		rc = subs_edit_save(&g->file, err);
	if (!rc)
		rc = writing_apply(&g->w, buf_str(&line), place, err);
	buf_free(&line);
	return rc;
}

/* The line of the action; where there are very many posts, several. */
static int
write_lines(struct subscribing *g, const struct subscribe *what, struct err *err)
{
	struct buf parts = { 0 };
	size_t done = 0, n = 0;
	int rc = place(g, what, err);

	if (!rc && g->n_placed)
		qsort(g->placed, g->n_placed, sizeof *g->placed, by_feed);
	(void)buf_add(&parts, buf_str(&g->parts));
	do {
		if (!rc)
			rc = subscribe_parts_write(g->s, g->placed + done, g->n_placed - done, &n, &parts, &g->count, err);
		if (!rc && (g->elements.n || parts.n))
			rc = write_line(g, &parts, err);
		buf_clear(&parts);
		done += n;
	} while (!rc && done < g->n_placed);
	buf_free(&parts);
	return rc;
}

/* The cache after the file as it shall be, then the file, then the line of the action, which holds for both. */
int
subscribe_carry_out(struct subscribing *g, const struct subscribe *what, struct err *err)
{
	struct buf fresh = { 0 };
	int rc;

	if (subs_edit_make(&g->file, g->edits.v, g->edits.n, err) < 0)
		return -1;
	rc = read_file(g, &fresh, err);
	if (fresh.n && g->elements.n)
		(void)buf_putc(&fresh, ',');
	(void)buf_add(&fresh, buf_str(&g->elements));
	buf_free(&g->elements);
	g->elements = fresh;
	if (!rc)
		rc = write_lines(g, what, err);
	if (!rc)
		rc = subs_edit_save(&g->file, err);
	if (rc < 0)
		writing_cancel(&g->w);
	return rc;
}

int
subscribe_begin(struct subscribing *g, struct err *err)
{
	if (writing_begin(&g->w, g->s, err) < 0)
		return -1;
	if (!subs_edit_open(&g->file, err)) {
		if (!feeds_lost_take(g->s, &g->file, err) && !read_file(g, NULL, err))
			return 0;
		(void)subs_edit_close(&g->file, -1);
	}
	return writing_end(&g->w, -1, err);
}

int
subscribe_end(struct subscribing *g, int rc, struct err *err)
{
	return writing_end(&g->w, subs_edit_close(&g->file, rc), err);
}

/* What would be done to posts, those that are so already counted too. */
static int
count_only(struct subscribing *g, const struct subscribe *what, struct err *err)
{
	if (place(g, what, err) < 0)
		return -1;
	for (size_t i = 0; i < g->n_placed; i++) {
		const struct subscribe_post *post = g->placed[i].post;

		g->count.read += post->is_read;
		g->count.starred += post->is_starred;
		g->count.hidden += post->is_hidden;
	}
	return 0;
}

void
subscribe_clear(struct subscribing *g)
{
	vec_free(&g->edits);
	map_free(&g->feeds);
	buf_free(&g->elements);
	buf_free(&g->lines);
	buf_free(&g->as);
	buf_free(&g->parts);
	arena_free(&g->a);
}

/* Looks only: at the file and the cache as they are. */
static int
try_out(struct subscribing *g, const struct subscribe *what, struct err *err)
{
	if (subs_read(&g->a, &g->subs, err) < 0 || plan(g, what, err) < 0)
		return -1;
	return count_only(g, what, err);
}

/* What somebody did meanwhile, or took back, ends an action of several lines: undo would pass over it. */
static int
go_on(struct subscribing *g, struct err *err)
{
	sqlite3_stmt *st = g->first ? stmt_get(g->s, STMT_ACTION_GOES_ON, err) : NULL;
	int got;

	if (!st)
		return g->first ? -1 : 0;
	stmt_bind_int(st, 1, g->first);
	got = stmt_step(g->s, st, err);
	stmt_done(st);
	if (!got)
		g->first = 0;
	return got < 0 ? -1 : 0;
}

static int
add(struct subscribing *g, const struct subscribe *what, struct err *err)
{
	int rc;

	if (subscribe_begin(g, err) < 0)
		return -1;
	rc = go_on(g, err);
	if (!rc)
		rc = plan(g, what, err);
	if (!rc)
		rc = subscribe_carry_out(g, what, err);
	return subscribe_end(g, rc, err);
}

int
subscribe_add(struct store *s, const struct subscribe *what, struct err *err)
{
	struct subscribing g = { .s = s, .first = what->action ? *what->action : 0 };
	int rc = what->is_trial ? try_out(&g, what, err) : add(&g, what, err);

	if (!rc && what->count)
		*what->count = g.count;
	if (!rc && what->action)
		*what->action = g.first;
	subscribe_clear(&g);
	return rc;
}
