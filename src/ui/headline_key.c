#include "ui/headline_key.h"

#include "base/tr.h"
#include "text/width.h"

static void
add_text(struct buf *out, struct str text)
{
	(void)buf_add_bytes(out, &text.n, sizeof text.n);
	(void)buf_add(out, text);
}

static int64_t
flags_of(const struct posts_row *row, enum listing_kind kind, bool is_marked)
{
	int64_t flags = (int64_t)kind << 16 | (int64_t)row->full << 8 | (int64_t)tr_is_korean() << 7 | (int64_t)(width_ambiguous() > 1) << 6;

	return flags | is_marked << 5 | row->is_read << 4 | row->is_starred << 3 | row->is_changed << 2 | row->is_left << 1 | (row->link.n > 0);
}

void
headline_key(struct buf *out, const struct posts_row *row, enum listing_kind kind, bool is_marked, const struct date_today *today)
{
	const int64_t time = posts_time(row), numbers[] = { flags_of(row, kind, is_marked), time, today->day, date_list_age(time, today),
		row->sections, row->seconds, row->letters, (int64_t)row->n_tags, (int64_t)row->n_members };

	(void)buf_add_bytes(out, numbers, sizeof numbers);
	add_text(out, row->title);
	add_text(out, row->feed_name);
	add_text(out, row->author);
	for (size_t i = 0; i < row->n_tags; i++)
		add_text(out, row->tags[i]);
	for (size_t i = 0; i < row->n_members; i++)
		add_text(out, row->members[i].feed_name);
}

void
headline_key_look(struct buf *out, const struct headline *h, int cols)
{
	(void)buf_add_bytes(out, &cols, sizeof cols);
	(void)buf_add_bytes(out, h->widths, h->format->n * sizeof *h->widths);
	for (size_t i = 0; i < h->format->n; i++) {
		const struct row_part *part = &h->format->parts[i];
		const int how[] = { (int)part->field, part->is_right };

		(void)buf_add_bytes(out, how, sizeof how);
		add_text(out, part->gap);
	}
}
