#include "cmd/cmd_feeds_row.h"

#include <unistd.h>

#include "store/health_text.h"
#include "text/feed_why.h"
#include "text/json_out.h"
#include "text/width.h"
#include "text/wrap.h"

enum { NAME_COLS = 24 };

void
cmd_feeds_row_name(struct buf *line, const struct feeds_row *row)
{
	size_t n = row->name.n;
	bool is_address = n <= row->url.n && str_eq(str_sub(row->url, row->url.n - n, row->url.n), row->name);

	if (width_str(row->name) > NAME_COLS && !is_address && !isatty(STDOUT_FILENO))
		buf_add(line, row->name);
	else
		wrap_fit_name(line, row->name, NAME_COLS);
}

json_t *
cmd_feeds_row_json(const struct feeds_row *row)
{
	json_t *object = json_pack("{s:i, s:I, s:I, s:I, s:b}", "v", 1, "total", (json_int_t)row->total, "unread",
		(json_int_t)row->unread, "fails", (json_int_t)row->fails, "gone", row->status == FEEDS_GONE);
	json_t *mended = json_array();
	struct buf why = { 0 };

	json_out_text(object, "id", row->uid);
	json_out_text(object, "url", row->url);
	json_out_text(object, "name", row->name);
	json_out_text(object, "site", row->site);
	json_out_texts(object, "tags", row->tags, row->n_tags);
	json_out_time(object, "last_try", row->last_try);
	json_out_time(object, "last_ok", row->last_ok);
	json_out_time(object, "held_until", row->held_until);
	json_out_time(object, "due", row->status == FEEDS_GONE ? CLOCK_NONE : row->due);
	json_object_set_new(object, "http", json_integer(row->http));
	json_out_text(object, "moved_to", row->moved_to);
	json_object_set_new(object, "moved_days", json_integer(row->moved_days));
	feed_why_text(&why, row->error);
	json_out_text(object, "error", buf_str(&why));
	json_out_text(object, "reason", feed_why_reason(row->error));
	buf_free(&why);
	for (const struct health_repair *repair = health_text_repairs(); repair->bit; repair++)
		if (row->repairs & repair->bit)
			json_array_append_new(mended, json_string(repair->code));
	json_object_set_new(object, "repairs", mended);
	return object;
}
