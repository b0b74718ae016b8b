#include "ui/blogs.h"

#include "catalog/catalog_find.h"
#include "store/feeds.h"
#include "store/subscribe.h"
#include "text/clean.h"

int
blogs_refresh(struct blogs *b, struct store *store, struct err *err)
{
	struct arena a = { 0 };
	struct feeds_row *feeds;
	size_t n;
	int rc = feeds_list(store, &a, &feeds, &n, err);

	if (!rc) {
		catalog_marks_free(&b->subscribed);
		for (size_t i = 0; i < n; i++)
			catalog_marks_add(&b->subscribed, feeds[i].url);
	}
	arena_free(&a);
	return rc;
}

int
blogs_load(struct blogs *b, struct store *store, struct err *err)
{
	if (!b->is_loaded) {
		if (catalog_read(&b->arena, &b->all, err) < 0)
			return -1;
		b->is_loaded = true;
		blogs_filter(b, STR_NONE);
	}
	return blogs_refresh(b, store, err);
}

void
blogs_free(struct blogs *b)
{
	arena_free(&b->arena);
	arena_free(&b->found_arena);
	buf_free(&b->filter);
	catalog_marks_free(&b->subscribed);
	marks_free(&b->marks);
}

/* Finds anew. */
static void
find(struct blogs *b)
{
	const struct catalog_find what = { .words = buf_str(&b->filter), .kind = b->kind };

	arena_reset(&b->found_arena);
	b->n = catalog_find_rows(&b->found_arena, &b->all, &what, &b->rows);
}

void
blogs_filter(struct blogs *b, struct str words)
{
	struct buf clean = { 0 };

	clean_line(&clean, words);
	buf_free(&b->filter);
	b->filter = clean;
	find(b);
}

void
blogs_next_kind(struct blogs *b)
{
	b->kind = b->kind ? b->kind + 1 : catalog_term_kinds();
	if (!b->kind->code)
		b->kind = NULL;
	find(b);
}

bool
blogs_is_subscribed(const struct blogs *b, const struct catalog_row *row)
{
	return catalog_marks_has(&b->subscribed, row->feed);
}

static int64_t
index_of(const struct blogs *b, const struct catalog_row *row)
{
	return row - b->all.rows;
}

bool
blogs_is_marked(const struct blogs *b, const struct catalog_row *row)
{
	return marks_has(&b->marks, index_of(b, row));
}

void
blogs_toggle(struct blogs *b, const struct catalog_row *row)
{
	marks_toggle(&b->marks, index_of(b, row));
}

void
blogs_toggle_all(struct blogs *b)
{
	size_t marked = 0;

	for (size_t i = 0; i < b->n; i++)
		marked += blogs_is_marked(b, b->rows[i]);
	for (size_t i = 0; i < b->n; i++)
		if (marked == b->n || !blogs_is_marked(b, b->rows[i]))
			blogs_toggle(b, b->rows[i]);
}

size_t
blogs_marked(const struct blogs *b, struct arena *a, const struct catalog_row ***rows)
{
	size_t n = 0;

	*rows = arena_new(a, const struct catalog_row *, b->marks.ids.n);
	for (size_t i = 0; i < b->marks.ids.n; i++) {
		const struct catalog_row *row = &b->all.rows[b->marks.ids.v[i]];

		if (!blogs_is_subscribed(b, row))
			(*rows)[n++] = row;
	}
	return n;
}

size_t
blogs_shown(const struct blogs *b, struct arena *a, const struct catalog_row ***rows)
{
	size_t n = 0;

	*rows = arena_new(a, const struct catalog_row *, b->n);
	for (size_t i = 0; i < b->n; i++)
		if (!blogs_is_subscribed(b, b->rows[i]))
			(*rows)[n++] = b->rows[i];
	return n;
}

int
blogs_subscribe(struct blogs *b, struct store *store, const struct catalog_row *const *rows, size_t n, size_t *added, struct err *err)
{
	struct arena a = { 0 };
	struct subs_feed *feeds = arena_new(&a, struct subs_feed, n);
	struct subscribe what = { .feeds = feeds, .n = n, .outcomes = arena_new(&a, enum subscribe_outcome, n) };
	int rc;

	for (size_t i = 0; i < n; i++)
		feeds[i] = (struct subs_feed){ .url = rows[i]->feed, .name = rows[i]->name };
	rc = subscribe_add(store, &what, err);
	*added = 0;
	for (size_t i = 0; !rc && i < n; i++)
		*added += what.outcomes[i] == SUBSCRIBE_NEW;
	if (!rc)
		rc = blogs_refresh(b, store, err);
	arena_free(&a);
	return rc;
}
