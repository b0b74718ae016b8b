#include "store/subscribe_parts.h"

#include "base/clock.h"
#include "base/vec.h"
#include "store/identity.h"
#include "store/line_part.h"
#include "store/store_impl.h"

enum { PARTS_SIZE = 4 << 20 }; /* of a line: longer ones take much memory to be read back */

/* One name of a post, and what has to be done to it. */
struct named {
	const struct subscribe_placed *placed;
	struct str guid;
	bool read, star, hide;
	bool is_second; /* another name of the one before it, for lack of knowing better */
	char flags[SUBSCRIBE_POST_FLAGS + 1];
};

struct naming {
	struct store *s;
	struct arena a;
	vec(struct named) names;
};

/* A row of the cache. */
struct found {
	int64_t id;
	struct str guid;
	bool is_read, is_starred, is_hidden;
};

/* By identity, or by a link that only one post of the feed has. */
static int
look_up(struct naming *n, enum stmt which, int64_t feed, struct str key, struct found *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(n->s, which, err);
	struct found first = { 0 };
	int got, rows = 0;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, key);
	while ((got = stmt_step(n->s, st, err)) > 0 && ++rows == 1)
		first = (struct found){ stmt_num(st, 0), stmt_str(st, 1, &n->a), stmt_num(st, 2), stmt_num(st, 3), stmt_num(st, 4) };
	stmt_done(st);
	if (rows == 1)
		*ret = first;
	return got < 0 ? -1 : 0;
}

static int
find(struct naming *n, const struct subscribe_placed *p, struct str link_key, struct found *ret, struct err *err)
{
	*ret = (struct found){ 0 };
	if (p->post->guid.n && look_up(n, STMT_STATE_BY_GUID, p->feed, p->post->guid, ret, err) < 0)
		return -1;
	if (!ret->id && link_key.n && look_up(n, STMT_STATE_BY_GUID, p->feed, link_key, ret, err) < 0)
		return -1;
	if (!ret->id && link_key.n)
		return look_up(n, STMT_STATE_BY_LINK, p->feed, link_key, ret, err);
	return 0;
}

/* The tag of a flag. */
static struct str
tag_of(struct arena *a, char flag)
{
	return arena_printf(a, "flag/%c", flag);
}

/* The flags whose tags the row has not. */
static int
missing_flags(struct naming *n, int64_t id, const char *flags, char *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(n->s, STMT_POST_TAGS, err);
	char has[SUBSCRIBE_POST_FLAGS + 1] = "";
	size_t n_has = 0;
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	while ((got = stmt_step(n->s, st, err)) > 0) {
		struct str tag = stmt_peek(st, 0);

		if (tag.n == 6 && str_starts(tag, "flag/") && n_has < SUBSCRIBE_POST_FLAGS)
			has[n_has++] = str_lower(tag.p[5]);
	}
	for (; *flags; flags++)
		if (!strchr(has, *flags))
			*ret++ = *flags;
	*ret = '\0';
	return got < 0 ? -1 : 0;
}

static struct named *
add(struct naming *n, const struct subscribe_placed *p, struct str guid)
{
	struct named *name = vec_add(&n->names);

	*name = (struct named){ .placed = p, .guid = guid, .read = p->post->is_read, .star = p->post->is_starred,
		.hide = p->post->is_hidden };
	memcpy(name->flags, p->post->flags, sizeof name->flags);
	return name;
}

static int
add_found(struct naming *n, const struct subscribe_placed *p, const struct found *found, struct err *err)
{
	struct named *name = add(n, p, found->guid);

	name->read &= !found->is_read;
	name->star &= !found->is_starred;
	name->hide &= !found->is_hidden;
	return missing_flags(n, found->id, p->post->flags, name->flags, err);
}

/* One that no fetch has brought: a link as identity is the feed's own word for it, or stands in for none; then the form without tracking is what we would call it. */
static void
add_unknown(struct naming *n, const struct subscribe_placed *p, struct str link_key)
{
	const struct post post = { .id = p->post->guid, .title = p->post->title, .link = p->post->link, .published = p->post->published };
	struct buf guid = { 0 };
	struct named *second;

	if (!post.id.n && !link_key.n && (!post.title.n || post.published == CLOCK_NONE))
		return; /* nothing of it that a feed will name again */
	identity_post(&guid, &post, STR_NONE);
	(void)add(n, p, arena_dup(&n->a, buf_str(&guid)));
	if (link_key.n && str_eq(p->post->guid, p->post->link) && !str_eq(p->post->guid, link_key)) {
		second = add(n, p, arena_dup(&n->a, link_key));
		second->is_second = true;
		second->star = false; /* a star carries the link, by which the post is found */
		*second->flags = '\0';
	}
	buf_free(&guid);
}

static int
name_one(struct naming *n, const struct subscribe_placed *p, struct err *err)
{
	struct buf link_key = { 0 };
	struct found found;
	int rc;

	identity_link(&link_key, p->post->link);
	rc = find(n, p, buf_str(&link_key), &found, err);
	if (!rc && found.id)
		rc = add_found(n, p, &found, err);
	else if (!rc)
		add_unknown(n, p, arena_dup(&n->a, buf_str(&link_key)));
	buf_free(&link_key);
	return rc;
}

static bool
is_part_of(const struct named *name, enum line_part what, char flag)
{
	switch (what) {
	case LINE_READ:
		return name->read;
	case LINE_STAR:
		return name->star;
	case LINE_HIDE:
		return name->hide;
	default:
		return strchr(name->flags, flag) != NULL;
	}
}

static int64_t
write_part(struct naming *n, struct buf *parts, enum line_part what, char flag)
{
	struct line_part_writer part;

	line_part_begin(&part, parts, what, flag ? tag_of(&n->a, flag) : STR_NONE);
	for (size_t i = 0; i < n->names.n; i++) {
		const struct named *name = &n->names.v[i];
		const struct subscribe_post *post = name->placed->post;

		if (!is_part_of(name, what, flag))
			continue;
		line_part_add(&part, name->placed->uid, name->guid, post->title, post->link, post->published);
		part.again += name->is_second;
	}
	return line_part_end(&part);
}

/* About how many bytes the names from first on take. */
static size_t
size_of(const struct naming *n, size_t first)
{
	size_t ret = 0;

	for (size_t i = first; i < n->names.n; i++) {
		const struct named *name = &n->names.v[i];
		const struct subscribe_post *post = name->placed->post;
		size_t kept = name->star + strlen(name->flags), plain = (size_t)name->read + name->hide;

		ret += kept * (name->guid.n + post->title.n + post->link.n) + plain * name->guid.n;
	}
	return ret;
}

int
subscribe_parts_write(struct store *s, const struct subscribe_placed *posts, size_t n_posts, size_t *taken, struct buf *parts,
    struct subscribe_count *count, struct err *err)
{
	struct naming n = { .s = s };
	size_t size = 0, i;
	int rc = 0;

	for (i = 0; i < n_posts && size < PARTS_SIZE && !rc; i++) {
		size_t first = n.names.n;

		rc = name_one(&n, &posts[i], err);
		size += size_of(&n, first);
	}
	if (!rc) {
		/* Stars first: they bring titles for posts that are not there. */
		count->starred += write_part(&n, parts, LINE_STAR, '\0');
		count->read += write_part(&n, parts, LINE_READ, '\0');
		count->hidden += write_part(&n, parts, LINE_HIDE, '\0');
		for (char c = 'a'; c <= 'z'; c++)
			count->tagged += write_part(&n, parts, LINE_TAG, c);
		*taken = i;
	}
	vec_free(&n.names);
	arena_free(&n.a);
	return rc;
}
