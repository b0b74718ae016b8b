#include "store/merge_row.h"

#include "base/clock.h"
#include "store/category.h"
#include "store/identity.h"
#include "store/stmt.h"

/* The link in the form without tracking parameters, which change from fetch to fetch. */
static int64_t
hash_shown(const struct merge_post *given, const struct merge_row *row)
{
	const struct str texts[] = { given->post->title, given->post->author, given->excerpt, buf_str(&row->link_key),
		str_new((const char *)&row->body_hash, sizeof row->body_hash) };

	return (int64_t)identity_texts(texts, sizeof texts / sizeof *texts);
}

struct merge_row
merge_row_make(const struct merge_post *given)
{
	const struct post *post = given->post;
	struct merge_row row = { 0 };

	identity_post(&row.guid, post, given->excerpt);
	identity_link(&row.link_key, post->link);
	row.has_title_key = identity_title(buf_str(&row.guid), post->title, post->published, &row.title_key);
	row.body_hash = (int64_t)identity_text(given->xhtml);
	row.hash = hash_shown(given, &row);
	row.categories = category_hash(post);
	return row;
}

void
merge_row_clear(struct merge_row *row)
{
	buf_free(&row->guid);
	buf_free(&row->link_key);
}

void
merge_row_bind(const struct merge_row *row, sqlite3_stmt *st, int behind, int64_t feed, const struct merge_post *given,
    int64_t published, int64_t first_seen)
{
	const struct post *post = given->post;

	stmt_bind_int(st, behind + 1, feed);
	stmt_bind_str(st, behind + 2, buf_str(&row->guid));
	stmt_bind_str(st, behind + 3, post->link);
	if (row->link_key.n)
		stmt_bind_str(st, behind + 4, buf_str(&row->link_key));
	stmt_bind_str(st, behind + 5, post->title);
	if (row->has_title_key)
		stmt_bind_int(st, behind + 6, row->title_key);
	stmt_bind_str(st, behind + 7, post->author);
	stmt_bind_time(st, behind + 8, published);
	stmt_bind_int(st, behind + 9, first_seen);
	stmt_bind_time(st, behind + 10, post->updated);
	stmt_bind_int(st, behind + 11, published == CLOCK_NONE || published > first_seen ? first_seen : published);
	if (row->link_key.n)
		stmt_bind_str(st, behind + 12, identity_host(buf_str(&row->link_key)));
	stmt_bind_int(st, behind + 13, given->letters);
	stmt_bind_int(st, behind + 14, row->hash);
	stmt_bind_str(st, behind + 15, given->image);
	stmt_bind_str(st, behind + 16, given->excerpt);
}

int64_t
merge_row_date(const struct post *post)
{
	return post->published != CLOCK_NONE ? post->published : post->updated;
}

struct merge_post
merge_row_keep(struct arena *a, const struct merge_post *given, struct post *post)
{
	struct merge_post kept = *given;

	*post = (struct post){
		.id = arena_dup(a, given->post->id), .title = arena_dup(a, given->post->title),
		.link = arena_dup(a, given->post->link), .author = arena_dup(a, given->post->author),
		.published = given->post->published, .updated = given->post->updated,
		.categories = arena_new(a, struct str, given->post->n_categories + 1), .n_categories = given->post->n_categories,
	};
	for (size_t i = 0; i < post->n_categories; i++)
		post->categories[i] = arena_dup(a, given->post->categories[i]);
	kept.post = post;
	kept.xhtml = arena_dup(a, given->xhtml);
	kept.excerpt = arena_dup(a, given->excerpt);
	kept.image = arena_dup(a, given->image);
	return kept;
}
