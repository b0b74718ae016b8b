#include "store/writing.h"

#include "base/tr.h"
#include "store/apply.h"
#include "store/compact.h"
#include "store/replay.h"

int
writing_begin(struct writing *w, struct store *s, struct err *err)
{
	*w = (struct writing){ .s = s };
	if (store_check_write(s, err) < 0 || journal_open(s, &w->j, err) < 0)
		return -1;
	if (store_begin(s, err) < 0) {
		journal_close(&w->j);
		return -1;
	}
	if (replay_run(s, &w->j, &w->seq, err) < 0)
		return writing_end(w, -1, err);
	w->start = w->j.size;
	return 0;
}

int
writing_write(struct writing *w, struct str lines, int64_t *place, struct err *err)
{
	return journal_append(&w->j, lines, place, err);
}

int
writing_apply(struct writing *w, struct str lines, int64_t place, struct err *err)
{
	struct str text;

	while (lines.n) {
		json_t *line;
		int rc;

		str_cut(lines, '\n', &text, &lines);
		line = line_parse(text);
		rc = apply_line(w->s, line, place, err);
		json_decref(line);
		if (rc < 0)
			return -1;
		place += (int64_t)text.n + 1;
	}
	return 0;
}

void
writing_cancel(struct writing *w)
{
	journal_cut(&w->j, w->start);
}

/* What the journal holds is done, whatever becomes of the cache: whoever took it for failed would do it twice. */
static void
tell_done(struct err *err)
{
	struct err why;

	if (!err)
		return;
	why = *err;
	(void)err_set(err, why.code, tr("it is done and stands in the journal; the cache gets it at the next start (%s)"), why.text);
}

int
writing_end(struct writing *w, int rc, struct err *err)
{
	bool is_written = !rc && w->j.size > w->start;

	if (!rc && (apply_set(w->s, "applied_seq", w->seq, err) < 0 || apply_set(w->s, "applied_place", w->j.size, err) < 0))
		rc = -1;
	if (rc < 0)
		store_rollback(w->s);
	else
		rc = store_commit(w->s, err);
	if (rc < 0 && is_written)
		tell_done(err);
	if (!rc)
		(void)compact_if_long(w->s, &w->j, NULL); /* what was asked for is done, and it is tried again next time */
	journal_close(&w->j);
	return rc;
}
