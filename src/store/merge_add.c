#include "store/merge_add.h"

#include "store/store_impl.h"

void
merge_add_take(struct merge *m, int64_t id, const struct merge_post *given)
{
	merge_match_take(&m->match, id);
	merge_source_note(&m->source, given->source, id);
}

static int
write_rows(struct merge *m, const struct adding *rows, int n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(m->s, n == MERGE_TOGETHER ? STMT_POST_ADD_MANY : STMT_POST_ADD, err);

	if (!st)
		return -1;
	for (int i = 0; i < n; i++) {
		int at = i * MERGE_ROW_ADD;

		merge_row_bind(&rows[i].row, st, at, m->feed, &rows[i].given, merge_row_date(rows[i].given.post), m->now);
		stmt_bind_int(st, at + MERGE_ROW_ADD, rows[i].row.categories);
	}
	return stmt_run(m->s, st, err);
}

static int
write_all(struct merge *m, const struct adding *rows, int n, struct err *err)
{
	int together = n == MERGE_TOGETHER ? n : 1, rc = 0;

	for (int i = 0; i < n && !rc; i += together)
		rc = write_rows(m, rows + i, together, err);
	return rc;
}

static int
write_bodies(struct merge *m, const struct adding *rows, int n, int64_t first, struct err *err)
{
	struct fresh_text texts[MERGE_TOGETHER];

	for (int i = 0; i < n; i++)
		texts[i] = (struct fresh_text){ first + i, rows[i].given.xhtml, rows[i].row.body_hash };
	return fresh_texts(m->s, texts, n, err);
}

/* What goes with a row that has been written. */
static int
enter(struct merge *m, int64_t id, const struct adding *adding, struct err *err)
{
	const struct merge_post *given = &adding->given;
	struct str link_key = buf_str(&adding->row.link_key);
	/* An id that is the link is the same address. */
	struct str guid = str_eq(given->post->id, given->post->link) ? link_key : buf_str(&adding->row.guid);
	struct story_post story = { .id = id, .feed_id = m->feed, .published = merge_row_date(given->post), .guid = guid,
		.link_key = link_key, .title = given->post->title, .text = merge_match_given(given) };

	merge_add_take(m, id, given);
	m->count.added++;
	fresh_run_add(&m->fresh, id);
	return category_add(m->s, &m->names, id, given->post, err) < 0 ? -1 : story_enter(&m->story, &story, err);
}

int
merge_add_settle(struct merge *m, struct err *err)
{
	int n = (int)m->n_adding, rc = n ? story_begin(&m->story, err) : 0;
	int64_t first;

	if (!rc)
		rc = write_all(m, m->adding, n, err);
	first = sqlite3_last_insert_rowid(m->s->db) - n + 1;
	if (!rc)
		rc = write_bodies(m, m->adding, n, first, err);
	for (int i = 0; i < n && !rc; i++)
		rc = enter(m, first + i, &m->adding[i], err);
	merge_add_clear(m);
	return rc;
}

int
merge_add(struct merge *m, const struct merge_post *given, struct merge_row *row, struct err *err)
{
	merge_match_added(&m->match, buf_str(&row->guid));
	m->adding[m->n_adding++] = (struct adding){ *given, *row };
	*row = (struct merge_row){ 0 };
	return m->match.is_first && m->n_adding < MERGE_TOGETHER ? 0 : merge_add_settle(m, err);
}

void
merge_add_clear(struct merge *m)
{
	for (size_t i = 0; i < m->n_adding; i++)
		merge_row_clear(&m->adding[i].row);
	m->n_adding = 0;
}
