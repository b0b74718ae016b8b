#include "store/merge_match.h"

#include "store/identity.h"
#include "store/store_impl.h"

void
merge_match_take(struct merge_match *m, int64_t id)
{
	*map_at(&m->taken, map_number(&id)) = m;
}

void
merge_match_clear(struct merge_match *m)
{
	map_free(&m->taken);
	map_free(&m->guids);
	near_free(&m->own);
	near_free(&m->other);
}

int
merge_match_begin(struct merge_match *m, struct store *s, int64_t feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_HAS_POSTS, err);
	int64_t has;

	*m = (struct merge_match){ .s = s, .feed = feed };
	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	if (stmt_int(s, st, 0, &has, err) < 0)
		return -1;
	m->is_first = !has;
	return 0;
}

void
merge_match_added(struct merge_match *m, struct str guid)
{
	if (m->is_first)
		*map_at(&m->guids, guid) = m;
}

bool
merge_match_has_added(const struct merge_match *m, struct str guid)
{
	return m->is_first && map_find(&m->guids, guid);
}

bool
merge_match_is_taken(const struct merge_match *m, int64_t id)
{
	return map_find(&m->taken, map_number(&id)) != NULL;
}

static int
read_hit(struct merge_match *m, sqlite3_stmt *st, struct merge_hit *hit, struct err *err)
{
	int got = stmt_step(m->s, st, err);

	if (got < 0)
		return -1;
	if (got)
		*hit = (struct merge_hit){
			.id = stmt_num(st, 0), .stub = stmt_num(st, 1), .hash = stmt_num(st, 2),
			.published = stmt_time(st, 3), .first_seen = stmt_num(st, 4), .is_alike = stmt_num(st, 5),
			.categories = stmt_num(st, 6),
		};
	stmt_done(st);
	return 0;
}

int
merge_match_guid(struct merge_match *m, struct str guid, struct str link_key, const struct post *post,
    struct merge_hit *hit, struct err *err)
{
	sqlite3_stmt *st;

	if (m->is_first && !merge_match_has_added(m, guid))
		return 0;
	st = stmt_get(m->s, STMT_POST_KNOWN, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, m->feed);
	stmt_bind_str(st, 2, guid);
	if (link_key.n && post->id.n)
		stmt_bind_str(st, 3, link_key);
	stmt_bind_str(st, 4, post->title);
	if (!post->id.n && identity_is_exact(post->published))
		stmt_bind_int(st, 5, post->published);
	return read_hit(m, st, hit, err);
}

int
merge_match_is_shared(struct merge_match *m, struct str link_key, int64_t id, bool *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(m->s, STMT_POST_SAME_LINK, err);
	int got = -1;

	*ret = false;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, m->feed);
	stmt_bind_str(st, 2, link_key);
	while (!*ret && (got = stmt_step(m->s, st, err)) > 0)
		*ret = stmt_num(st, 0) != id;
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

static struct str
fragment_of(struct str address)
{
	return str_sub(address, str_find_char(address, '#'), address.n);
}

/* Addresses as ids, which differ in what makes no other post: the scheme, tracking parameters. Two places of one page are two. */
static bool
is_same_id(struct str a, struct str b)
{
	struct buf x = { 0 }, y = { 0 };
	bool is_same;

	identity_link(&x, a);
	identity_link(&y, b);
	is_same = x.n && str_eq(buf_str(&x), buf_str(&y));
	buf_free(&x);
	buf_free(&y);
	a = fragment_of(a);
	b = fragment_of(b);
	return is_same && (!a.n || !b.n || str_eq(a, b));
}

struct str
merge_match_given(const struct merge_post *given)
{
	return given->xhtml.n ? given->xhtml : given->excerpt;
}

/* What a row tells of itself, as STMT_POST_SAME_LINK and STMT_POST_SAME_TITLE give it. */
struct told {
	int64_t id, published;
	bool is_stub, has_id;
	struct str title, guid, link_key;
};

/* What stands as the guid of a post that has no id: see identity_post(). */
static bool
is_id(struct str guid, struct str link_key)
{
	struct str head;

	(void)str_cut(guid, '\n', &head, &guid);
	return !identity_is_hash(head) && !str_eq(head, link_key);
}

static struct told
read_told(sqlite3_stmt *st)
{
	struct str guid = stmt_peek(st, 3), link_key = stmt_peek(st, 5);

	return (struct told){
		.id = stmt_num(st, 0), .title = stmt_peek(st, 1), .published = stmt_time(st, 2), .guid = guid,
		.is_stub = stmt_num(st, 4), .link_key = link_key, .has_id = is_id(guid, link_key),
	};
}

/* Whether the text of a row is that of the post. Two without a text are not the same for that. */
static int
is_same_text(struct merge_match *m, int64_t id, const struct merge_post *given, bool *ret, struct err *err)
{
	struct arena a = { 0 };
	struct merge_text row;
	int rc = merge_match_text(m, &a, id, given->xhtml.n > 0, &row, err);

	*ret = false;
	if (!rc) {
		near_set(&m->own, given->post->title, merge_match_given(given));
		near_set(&m->other, row.title, row.text);
		*ret = m->own.text.n && (letters_eq(&m->own.text, &m->other.text) || near_is_copy(&m->own, &m->other));
	}
	arena_free(&a);
	return rc;
}

int
merge_match_is_reused(struct merge_match *m, const struct merge_hit *hit, const struct merge_post *given, bool *ret, struct err *err)
{
	int64_t published = given->post->published;
	bool is_same = true;
	int rc = 0;

	if (hit->published != CLOCK_NONE && published != CLOCK_NONE && hit->published != published && merge_match_given(given).n)
		rc = is_same_text(m, hit->id, given, &is_same, err);
	*ret = !rc && !is_same;
	return rc;
}

/* Of one link: feeds whose every post links to one page (a homepage) must not melt into one post. A stub without a title has only its link. */
static int
is_same_link(struct merge_match *m, const struct told *told, const struct merge_post *given, bool *ret, struct err *err)
{
	const struct post *post = given->post;
	bool has_title = post->title.n && str_eq(told->title, post->title), is_untitled = !post->title.n && !told->title.n;
	bool has_dates = told->published != CLOCK_NONE && post->published != CLOCK_NONE;
	bool has_date = has_dates && told->published == post->published;

	*ret = is_same_id(told->guid, post->id) || (has_title && (has_date || !has_dates));
	if (told->is_stub)
		*ret |= !told->title.n || has_title || has_date;
	if (!post->id.n || !told->has_id)
		*ret |= has_title || (has_date && identity_is_exact(post->published));
	return *ret || !(has_title || has_date || is_untitled) ? 0 : is_same_text(m, told->id, given, ret, err);
}

/* Of one title, and of one date where one of them has an id or a link. With another id or link it is another post, unless the time is too exact for that or the text says otherwise. */
static int
is_same_title(struct merge_match *m, const struct told *told, const struct merge_post *given, bool *ret, struct err *err)
{
	const struct post *post = given->post;
	bool has_ids = post->id.n && told->has_id, has_links = post->link.n && told->link_key.n;
	bool has_date = told->published == post->published, is_exact = has_date && identity_is_exact(post->published);

	*ret = told->is_stub || (is_exact && !(has_ids && has_links && merge_match_given(given).n)) ||
		(has_date && post->published != CLOCK_NONE && !has_ids && !has_links);
	return *ret ? 0 : is_same_text(m, told->id, given, ret, err);
}

/* The first row that is the post, of those that a statement of (feed, key) gives. */
static int
first_same(struct merge_match *m, sqlite3_stmt *st, const struct merge_post *given, int64_t *id,
    int (*is_same)(struct merge_match *, const struct told *, const struct merge_post *, bool *, struct err *), struct err *err)
{
	int got = 0;

	*id = 0;
	while (!*id && (got = stmt_step(m->s, st, err)) > 0) {
		struct told told = read_told(st);
		bool same = false;

		if ((m->with_taken || !merge_match_is_taken(m, told.id)) && is_same(m, &told, given, &same, err) < 0)
			got = -1;
		if (got < 0)
			break;
		*id = same ? told.id : 0;
	}
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

static int
by_link(struct merge_match *m, const struct merge_post *given, struct str link_key, int64_t *id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(m->s, STMT_POST_SAME_LINK, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, m->feed);
	stmt_bind_str(st, 2, link_key);
	return first_same(m, st, given, id, is_same_link, err);
}

static int
by_title(struct merge_match *m, const struct merge_post *given, int64_t title_key, int64_t *id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(m->s, STMT_POST_SAME_TITLE, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, m->feed);
	stmt_bind_int(st, 2, title_key);
	return first_same(m, st, given, id, is_same_title, err);
}

int
merge_match_other(struct merge_match *m, const struct merge_post *given, const struct merge_row *row,
    struct merge_hit *hit, struct err *err)
{
	sqlite3_stmt *st;
	int64_t id = 0;

	if (m->is_first && !m->with_taken)
		return 0; /* all rows are of posts of this fetch */
	if (row->link_key.n && by_link(m, given, buf_str(&row->link_key), &id, err) < 0)
		return -1;
	if (!id && row->has_title_key && by_title(m, given, row->title_key, &id, err) < 0)
		return -1;
	if (!id)
		return 0;
	st = stmt_get(m->s, STMT_POST_BY_ROW, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	return read_hit(m, st, hit, err);
}

int
merge_match_text(struct merge_match *m, struct arena *a, int64_t id, bool with_text, struct merge_text *ret,
    struct err *err)
{
	sqlite3_stmt *st = stmt_get(m->s, with_text ? STMT_STORY_POST : STMT_POST_EXCERPT, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	got = stmt_step(m->s, st, err);
	if (got < 0)
		return -1;
	*ret = (struct merge_text){ 0 };
	if (got)
		*ret = (struct merge_text){ .link_key = stmt_str(st, 3, a), .title = stmt_str(st, 4, a), .text = stmt_str(st, 5, a) };
	stmt_done(st);
	return 0;
}

int
merge_match_taken(struct merge_match *m, const struct merge_post *given, const struct merge_row *row,
    struct merge_hit *hit, struct err *err)
{
	int rc;

	m->with_taken = true;
	rc = merge_match_other(m, given, row, hit, err);
	m->with_taken = false;
	return rc;
}

int
merge_match_change(struct merge_match *m, int64_t id, const struct merge_post *given, struct str link_key,
    struct merge_change *ret, struct err *err)
{
	struct letters was = { 0 }, is = { 0 };
	struct arena a = { 0 };
	struct merge_text old;
	int rc = merge_match_text(m, &a, id, given->xhtml.n > 0, &old, err);

	if (!rc) {
		ret->is_moved = !str_eq(old.link_key, link_key);
		ret->is_other = !str_eq(old.title, given->post->title);
	}
	if (!rc && !ret->is_other) {
		letters_fold(&was, old.text, SIZE_MAX);
		letters_fold(&is, merge_match_given(given), SIZE_MAX);
		ret->is_other = is.n && !letters_eq(&was, &is);
	}
	letters_free(&was);
	letters_free(&is);
	arena_free(&a);
	return rc;
}
