#include "store/merge.h"

#include "base/mem.h"
#include "store/feeds_fetch.h"
#include "store/full.h"
#include "store/identity.h"
#include "store/merge_add.h"
#include "store/merge_impl.h"
#include "store/merge_twice.h"
#include "store/met.h"
#include "store/relink.h"
#include "store/store_impl.h"

int
merge_begin(struct store *s, int64_t feed_id, struct merge **ret, struct err *err)
{
	struct merge *m;

	if (store_begin(s, err) < 0)
		return -1;
	if (relink_feed(s, feed_id, err) < 0) {
		store_rollback(s);
		return -1;
	}
	m = mem_zalloc(1, sizeof *m);
	m->s = s;
	m->feed = feed_id;
	m->now = clock_now();
	m->story = (struct story){ .s = s };
	if (merge_match_begin(&m->match, s, feed_id, err) < 0) {
		merge_drop(m);
		return -1;
	}
	*ret = m;
	return 0;
}

int
merge_source(struct merge *m, const struct source *source, struct err *err)
{
	return merge_source_begin(&m->source, m->s, m->feed, source, err);
}

/* It stands twice in its feed. */
static void
pass(struct merge *m, const struct merge_post *given)
{
	merge_source_note(&m->source, given->source, 0);
	m->count.same++;
}

/* A feed that now gives clearly more than the page did is shown again (store/full.h). */
static int
yield(struct merge *m, int64_t id, const struct merge_post *given, struct err *err)
{
	sqlite3_stmt *st = given->xhtml.n ? stmt_get(m->s, STMT_FULL_YIELD, err) : NULL;

	if (!st)
		return given->xhtml.n ? -1 : 0;
	stmt_bind_int(st, 1, id);
	stmt_bind_int(st, 2, given->letters);
	stmt_bind_int(st, 3, FULL_SHORTER_PERCENT);
	return stmt_run(m->s, st, err);
}

/* What the feed says now; one that says nothing of them takes none away. */
static int
set_categories(struct merge *m, int64_t id, const struct post *post, int64_t was, int64_t is, struct err *err)
{
	return !is || is == was ? 0 : category_set(m->s, &m->names, id, post, err);
}

/* A stub is filled in, a post whose text is another is changed: both keep their state and, where it was known, their date, so that they stay where they stood. */
static int
update(struct merge *m, const struct merge_hit *hit, const struct merge_post *given, const struct merge_row *row,
    struct err *err)
{
	int64_t published = hit->published == CLOCK_NONE || hit->stub ? merge_row_date(given->post) : hit->published;
	struct merge_change change = { 0 };
	sqlite3_stmt *st;

	if (fresh_run_queue(m->s, &m->fresh, err) < 0)
		return -1;
	merge_add_take(m, hit->id, given);
	if (hit->stub == STORE_PURGED) {
		m->count.same++;
		return 0;
	}
	if (set_categories(m, hit->id, given->post, hit->categories, row->categories, err) < 0)
		return -1;
	if (!hit->stub && hit->hash == row->hash) {
		m->count.same++;
		return 0;
	}
	if (!hit->stub && merge_match_change(&m->match, hit->id, given, buf_str(&row->link_key), &change, err) < 0)
		return -1;
	st = stmt_get(m->s, hit->stub ? STMT_POST_FILL : STMT_POST_CHANGE, err);
	if (!st)
		return -1;
	merge_row_bind(row, st, 0, m->feed, given, published, hit->first_seen);
	stmt_bind_int(st, 17, hit->id);
	if (!hit->stub)
		stmt_bind_int(st, 18, change.is_other);
	if (stmt_run(m->s, st, err) < 0 || fresh_body_of_known(m->s, hit->id, given->xhtml, row->body_hash, err) < 0 ||
	    yield(m, hit->id, given, err) < 0)
		return -1;
	*(hit->stub ? &m->count.added : change.is_other ? &m->count.changed : &m->count.same) += 1;
	return hit->stub || change.is_other || change.is_moved ? story_renew(&m->story, hit->id, err) : 0;
}

/*
 * By its own identity. Where a feed gives several posts one identity, at once
 * or one after another, those after the first are known by a second one. *is_sure: the row that is found
 * cannot belong to a post that comes later.
 */
static int
find_own(struct merge *m, const struct merge_post *given, struct merge_row *row, struct merge_hit *hit, bool *is_sure,
    struct err *err)
{
	const struct post *post = given->post;
	struct str link = buf_str(&row->link_key);
	struct merge_hit both = { 0 };
	size_t n = row->guid.n;
	bool is_shared = false, is_reused = false;

	*is_sure = true;
	if (merge_match_guid(&m->match, buf_str(&row->guid), link, post, hit, err) < 0)
		return -1;
	if (!hit->id || hit->is_alike || !link.n)
		return 0;
	identity_second(&row->guid, post);
	if (merge_match_guid(&m->match, buf_str(&row->guid), link, post, &both, err) < 0)
		return -1;
	if (!both.id && !post->id.n && merge_match_is_shared(&m->match, link, hit->id, &is_shared, err) < 0)
		return -1;
	if (!both.id && post->id.n && merge_match_is_reused(&m->match, hit, given, &is_reused, err) < 0)
		return -1;
	is_shared |= map_find(&m->links, link) == &m->links;
	if (both.id || is_shared || is_reused || merge_match_is_taken(&m->match, hit->id)) {
		*hit = both;
		return 0;
	}
	buf_truncate(&row->guid, n);
	*is_sure = post->id.n > 0;
	return 0;
}

/* Until all others have been met: a row may belong to a post that comes later. */
static int
defer(struct merge *m, const struct merge_post *given)
{
	struct later *later = vec_add(&m->later);

	later->given = merge_row_keep(&m->a, given, &later->post);
	return 0;
}

/* A row that another post of the feed is. A known one that stands behind it gives way, as one that is given does (merge_posts()). */
static int
meet(struct merge *m, const struct merge_hit *hit, const struct merge_post *given, const struct merge_row *row,
    struct err *err)
{
	bool is_before = false;

	if (merge_source_meets(&m->source, hit->id, given, &is_before) && is_before)
		return update(m, hit, given, row, err);
	pass(m, given);
	return 0;
}

/* One that no row is. Where it could be the row of a known post, it waits for the next time, when both are looked at. */
static int
add_clear(struct merge *m, const struct merge_post *given, struct merge_row *row, struct err *err)
{
	struct merge_hit hit = { 0 };
	bool is_before;

	if (m->source.places.n && merge_match_taken(&m->match, given, row, &hit, err) < 0)
		return -1;
	if (!merge_source_meets(&m->source, hit.id, given, &is_before))
		return merge_add(m, given, row, err);
	m->count.same++;
	return 0;
}

static int
merge_row(struct merge *m, const struct merge_post *given, struct merge_row *row, bool is_last, struct err *err)
{
	struct merge_hit hit = { 0 };
	bool is_sure;

	if (merge_match_has_added(&m->match, buf_str(&row->guid)) && merge_add_settle(m, err) < 0)
		return -1;
	if (find_own(m, given, row, &hit, &is_sure, err) < 0)
		return -1;
	if (hit.id && merge_match_is_taken(&m->match, hit.id))
		return meet(m, &hit, given, row, err);
	if (hit.id && !is_sure && !is_last) {
		void **link = map_at(&m->links, buf_str(&row->link_key));

		*link = *link ? (void *)&m->links : m;
		return defer(m, given);
	}
	if (hit.id)
		return update(m, &hit, given, row, err);
	if (merge_match_other(&m->match, given, row, &hit, err) < 0)
		return -1;
	if (!hit.id)
		return add_clear(m, given, row, err);
	return is_last ? update(m, &hit, given, row, err) : defer(m, given);
}

static int
merge_given(struct merge *m, const struct merge_post *post, bool is_last, struct err *err)
{
	struct merge_row row = merge_row_make(post);
	int rc = merge_row(m, post, &row, is_last, err);

	merge_row_clear(&row);
	return rc;
}

int
merge_post(struct merge *m, const struct merge_post *post, struct err *err)
{
	return merge_given(m, post, false, err) < 0 ? -1 : merge_add_settle(m, err);
}

/* Known posts come first: their rows are no one else's. */
static void
take_known(struct merge *m, const struct merge_post *posts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct source_post *known = posts[i].known;

		if (!known)
			continue;
		if (known->post)
			merge_match_take(&m->match, known->post);
		merge_source_known(&m->source, &posts[i]);
		m->count.same++;
	}
}

int
merge_posts(struct merge *m, const struct merge_post *posts, size_t n, struct err *err)
{
	bool *is_twice = mem_zalloc(n ? n : 1, sizeof *is_twice);
	int rc = 0;

	take_known(m, posts, n);
	merge_twice(posts, n, is_twice);
	for (size_t i = n; i > 0 && !rc; i--)
		if (posts[i - 1].known)
			continue;
		else if (is_twice[i - 1])
			pass(m, &posts[i - 1]);
		else
			rc = merge_given(m, &posts[i - 1], false, err);
	if (!rc)
		rc = merge_add_settle(m, err);
	free(is_twice);
	return rc;
}

static int
merge_later(struct merge *m, struct err *err)
{
	for (size_t i = 0; i < m->later.n; i++) {
		struct later *later = &m->later.v[i];

		later->given.post = &later->post;
		if (merge_given(m, &later->given, true, err) < 0)
			return -1;
	}
	return merge_add_settle(m, err);
}

static void
free_merge(struct merge *m)
{
	merge_add_clear(m);
	merge_match_clear(&m->match);
	merge_source_clear(&m->source);
	story_free(&m->story);
	category_names_free(&m->names);
	vec_free(&m->later);
	map_free(&m->links);
	arena_free(&m->a);
	free(m);
}

/* A body that is to be looked at once more is asked for without validators. */
static int
end_fetch(struct merge *m, const struct feeds_fetch *fetch, struct err *err)
{
	struct feeds_fetch found = *fetch;

	if (merge_source_is_unclear(&m->source))
		found.etag = found.last_modified = STR_NONE;
	if (met_first(m->s, m->feed, fetch->unread, err) < 0)
		return -1;
	return feeds_fetch_store(m->s, m->feed, &found, err);
}

int
merge_end(struct merge *m, const struct feed *feed, const struct feeds_fetch *fetch, struct merge_count *count,
    struct err *err)
{
	int rc = merge_later(m, err);

	if (!rc && (fresh_run_queue(m->s, &m->fresh, err) < 0 || category_settle(m->s, &m->names, err) < 0))
		rc = -1;
	if (!rc)
		rc = fresh_count(m->s, m->feed, m->fresh.n, err);
	if (!rc && feed)
		rc = feeds_fetch_values(m->s, m->feed, feed, err);
	if (!rc && m->count.added)
		rc = feeds_fetch_rhythm(m->s, m->feed, err);
	if (!rc && fetch)
		rc = end_fetch(m, fetch, err);
	if (!rc)
		rc = merge_source_end(&m->source, m->s, m->feed, err);
	if (rc < 0)
		store_rollback(m->s);
	else
		rc = store_commit(m->s, err);
	if (!rc && count)
		*count = m->count;
	free_merge(m);
	return rc;
}

void
merge_drop(struct merge *m)
{
	store_rollback(m->s);
	free_merge(m);
}
