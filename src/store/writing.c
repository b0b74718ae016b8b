#include "store/writing.h"

#include "store/apply.h"
#include "store/replay.h"

int
writing_begin(struct writing *r, struct store *s, struct err *err)
{
	*r = (struct writing){ .s = s };
	if (journal_open(s, &r->j, err) < 0)
		return -1;
	if (store_begin(s, err) < 0) {
		journal_close(&r->j);
		return -1;
	}
	if (replay_run(s, &r->j, &r->seq, err) < 0)
		return writing_end(r, -1, err);
	return 0;
}

int
writing_write(struct writing *r, struct str lines, int64_t *place, struct err *err)
{
	return journal_append(&r->j, lines, place, err);
}

int
writing_apply(struct writing *r, struct str lines, int64_t place, struct err *err)
{
	struct str text;

	while (lines.n) {
		json_t *line;
		int rc;

		str_cut(lines, '\n', &text, &lines);
		line = line_parse(text);
		rc = apply_line(r->s, line, place, err);
		json_decref(line);
		if (rc < 0)
			return -1;
		place += (int64_t)text.n + 1;
	}
	return 0;
}

int
writing_end(struct writing *r, int rc, struct err *err)
{
	if (!rc && (apply_set(r->s, "applied_seq", r->seq, err) < 0 || apply_set(r->s, "applied_place", r->j.size, err) < 0))
		rc = -1;
	if (rc < 0)
		store_rollback(r->s);
	else
		rc = store_commit(r->s, err);
	journal_close(&r->j);
	return rc;
}
