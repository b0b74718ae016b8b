#include "store/tag_tree.h"

#include "base/map.h"
#include "base/vec.h"
#include "store/store_impl.h"
#include "text/tag.h"

struct node {
	struct tag_tree_row row;
	struct node *parent;
	vec(struct node *) below;
};

struct tree {
	struct store *s;
	struct arena *a;
	struct map by_key; /* -> struct node */
	vec(struct node *) all;
	vec(struct node *) top;
};

/* The node of a name, made with all above it when there is none. */
static struct node *
find_or_make(struct tree *t, struct str name)
{
	struct str key = tag_key_in(t->a, name), above = tag_parent(name);
	struct node *node = map_find(&t->by_key, key);

	if (node)
		return node;
	node = arena_new(t->a, struct node, 1);
	node->row.name = arena_dup(t->a, name);
	node->row.key = key;
	*map_at(&t->by_key, key) = node;
	*vec_add(&t->all) = node;
	if (above.n) {
		node->parent = find_or_make(t, above);
		node->row.depth = node->parent->row.depth + 1;
		*vec_add(&node->parent->below) = node;
	} else
		*vec_add(&t->top) = node;
	return node;
}

static int
read_tags(struct tree *t, struct err *err)
{
	sqlite3_stmt *st = stmt_get(t->s, STMT_TAG_LIST, err);
	int got = -1;

	while (st && (got = stmt_step(t->s, st, err)) > 0) {
		struct tag_tree_row *row = &find_or_make(t, stmt_peek(st, 0))->row;

		row->name = stmt_str(st, 0, t->a); /* as the tag is written itself, not what stands under it */
		row->total = stmt_num(st, 1);
		row->unread = stmt_num(st, 2);
		row->is_tag = true;
	}
	return got;
}

static int
read_feed_tags(struct tree *t, struct err *err)
{
	sqlite3_stmt *st = stmt_get(t->s, STMT_FEED_TAG_LIST, err);
	int got = -1;

	while (st && (got = stmt_step(t->s, st, err)) > 0) {
		struct tag_tree_row *row = &find_or_make(t, stmt_peek(st, 0))->row;

		row->feeds += stmt_num(st, 1);
		row->is_tag = true;
	}
	return got;
}

/* Posts that have the tag, or one under it. */
static int
count(struct tree *t, struct str key, bool is_all, int64_t *total, int64_t *unread, struct err *err)
{
	sqlite3_stmt *st = stmt_get(t->s, STMT_TAG_COUNT, err);

	if (!st)
		return -1;
	stmt_bind_str(st, 1, key);
	stmt_bind_str(st, 2, is_all ? arena_printf(t->a, "%.*s/", STR(key)) : STR_NONE);
	stmt_bind_str(st, 3, is_all ? arena_printf(t->a, "%.*s0", STR(key)) : STR_NONE); /* "0" comes right behind "/" */
	if (stmt_step(t->s, st, err) < 0)
		return -1;
	*total = stmt_num(st, 0);
	*unread = stmt_num(st, 1);
	stmt_done(st);
	return 0;
}

/* The kept counts where they are all there is to it. */
static int
count_all(struct tree *t, struct err *err)
{
	for (size_t i = 0; i < t->all.n; i++) {
		struct tag_tree_row *row = &t->all.v[i]->row;

		if (row->feeds && count(t, row->key, false, &row->total, &row->unread, err) < 0)
			return -1;
		row->all = row->total;
		row->all_unread = row->unread;
		if (t->all.v[i]->below.n && count(t, row->key, true, &row->all, &row->all_unread, err) < 0)
			return -1;
	}
	return 0;
}

static int
compare(const void *a, const void *b)
{
	const struct node *one = *(struct node *const *)a, *other = *(struct node *const *)b;

	if (one->row.all != other->row.all)
		return one->row.all < other->row.all ? 1 : -1;
	return str_cmp(one->row.key, other->row.key);
}

static void
put(struct node **nodes, size_t n, struct tag_tree_row **to)
{
	if (n)
		qsort(nodes, n, sizeof(struct node *), compare);
	for (size_t i = 0; i < n; i++) {
		*(*to)++ = nodes[i]->row;
		put(nodes[i]->below.v, nodes[i]->below.n, to);
	}
}

int
tag_tree_read(struct store *s, struct arena *a, struct tag_tree_row **ret, size_t *n, struct err *err)
{
	struct tree t = { .s = s, .a = a };
	int rc = -1;

	if (!read_tags(&t, err) && !read_feed_tags(&t, err))
		rc = count_all(&t, err);
	if (!rc) {
		struct tag_tree_row *to = arena_new(a, struct tag_tree_row, t.all.n);

		*ret = to;
		*n = t.all.n;
		put(t.top.v, t.top.n, &to);
	}
	for (size_t i = 0; i < t.all.n; i++)
		vec_free(&t.all.v[i]->below);
	vec_free(&t.all);
	vec_free(&t.top);
	map_free(&t.by_key);
	return rc;
}
