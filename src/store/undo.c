#include "store/undo.h"

#include "base/tr.h"
#include "store/line.h"
#include "store/line_tag.h"
#include "store/reconcile.h"
#include "store/store_impl.h"
#include "store/undo_feed.h"

struct undoing {
	struct writing w;
	enum undo_way way;
	json_t *line; /* the one at hand */
	json_t *sum;  /* of all its lines: line_sum() */
};

/* The newest action to undo, or the newest undone; seq 0 when there is none. */
static int
newest(struct store *s, enum undo_way way, int64_t *seq, int64_t *place, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, way == UNDO_BACK ? STMT_ACTION_LAST : STMT_ACTION_UNDONE, err);
	int got;

	if (!st)
		return -1;
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	*seq = got ? stmt_num(st, 0) : 0;
	*place = got ? stmt_num(st, 1) : 0;
	stmt_done(st);
	return 0;
}

static bool
is_action(const json_t *line)
{
	return json_object_get(line, "parts") || json_object_get(line, "tags") || undo_feed_is(line);
}

/* The next line of the journal if its number is seq; the line is NULL when it is another. */
static int
read_line(struct journal *j, int64_t seq, json_t **line, struct err *err)
{
	struct str text;
	int64_t place;
	int got = journal_next(j, &text, &place, err);

	*line = NULL;
	if (got <= 0)
		return got;
	*line = line_parse(text);
	if (!*line || line_int(*line, "seq") != seq || !is_action(*line)) {
		json_decref(*line);
		*line = NULL;
	}
	return 1;
}

/* The line of that number: where it should be, else wherever it is. */
static int
find_line(struct journal *j, int64_t seq, int64_t place, json_t **line, struct err *err)
{
	int got;

	*line = NULL;
	if (journal_seek(j, place) && read_line(j, seq, line, err) < 0)
		return -1;
	if (*line)
		return 0;
	(void)journal_seek(j, 0);
	while ((got = read_line(j, seq, line, err)) > 0 && !*line)
		continue;
	return got < 0 ? -1 : 0;
}

static int
add_parts(struct buf *out, const json_t *line, enum undo_way way, struct err *err)
{
	if (!json_object_get(line, "parts"))
		return 0;
	(void)buf_puts(out, ",\"parts\":");
	if (!line_parts(out, line, way == UNDO_BACK))
		return 0;
	return err_set(err, ERR_FAILED, tr("the journal's line %lld cannot be read"), (long long)line_int(line, "seq"));
}

/* The undo or redo line of an action. file is NULL for one that is not about feeds. */
static int
make_line(struct store *s, struct buf *out, const json_t *line, enum undo_way way, int64_t seq, struct subs_edit_file *file,
    struct err *err)
{
	struct buf feeds = { 0 };
	int rc = 0;

	line_begin(out, seq, way == UNDO_BACK ? "undo" : "redo");
	line_number(out, "of", line_int(line, "seq"));
	if (file)
		rc = undo_feed_make(s, line, way == UNDO_BACK, file, &feeds, err);
	if (feeds.n)
		(void)buf_printf(out, ",\"feeds\":[%s]", buf_cstr(&feeds));
	if (!rc)
		rc = add_parts(out, line, way, err);
	if (json_object_get(line, "tags")) {
		(void)buf_puts(out, ",\"tags\":[");
		line_tag_list(out, line, way == UNDO_BACK);
		(void)buf_putc(out, ']');
	}
	(void)buf_putc(out, '}');
	buf_free(&feeds);
	return rc;
}

/* Names, tags and places of feeds stand in the feeds file alone; what was done in it by hand is told to the cache. */
static int
reconcile(struct writing *w, const struct subs_edit_file *file, struct err *err)
{
	struct arena a = { 0 };
	struct subs subs;
	int rc;

	subs_parse(&a, buf_str(&file->text), file->path.p, &subs);
	rc = reconcile_within(w, &subs, NULL, err);
	arena_free(&a);
	return rc;
}

/* The feeds file, the truth about what is subscribed, is changed just before the journal. */
static int
write_line(struct writing *w, const json_t *line, enum undo_way way, struct subs_edit_file *file, struct err *err)
{
	struct buf out = { 0 };
	int64_t place;
	int rc = make_line(w->s, &out, line, way, w->seq + 1, file, err);

	if (!rc && file)
		rc = subs_edit_save(file, err);
	if (!rc)
		rc = writing_write(w, buf_str(&out), &place, err);
	if (!rc) {
		w->seq++;
		rc = writing_apply(w, buf_str(&out), place, err);
	}
	if (!rc && file)
		rc = reconcile(w, file, err);
	buf_free(&out);
	return rc;
}

static int
drop(struct store *s, int64_t seq, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ACTION_DROP, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, seq);
	return stmt_run(s, st, err);
}

/* Actions whose line is gone from the journal are passed over. */
static int
find_action(struct store *s, struct writing *w, enum undo_way way, json_t **line, struct err *err)
{
	int64_t seq, place;

	for (;;) {
		if (newest(s, way, &seq, &place, err) < 0)
			return -1;
		if (!seq)
			return err_set(err, ERR_NOT_FOUND, way == UNDO_BACK ? tr("nothing to undo") : tr("nothing to redo"));
		if (find_line(&w->j, seq, place, line, err) < 0)
			return -1;
		if (*line)
			return 0;
		if (drop(s, seq, err) < 0)
			return -1;
	}
}

/* The first line of the action that a line is of. */
static int64_t
first_of(const json_t *line)
{
	int64_t first = line_int(line, "with");

	return first ? first : line_int(line, "seq");
}

/* The next line of an action that has several, back from the last one; NULL when there is none. */
static int
next_line(struct undoing *u, struct err *err)
{
	bool is_last = u->way == UNDO_BACK && !line_int(u->line, "with");
	int64_t first = first_of(u->line), seq, place;

	json_decref(u->line);
	u->line = NULL;
	if (is_last)
		return 0;
	if (newest(u->w.s, u->way, &seq, &place, err) < 0 || (seq && find_line(&u->w.j, seq, place, &u->line, err) < 0))
		return -1;
	if (u->line && first_of(u->line) != first) {
		json_decref(u->line);
		u->line = NULL;
	}
	return 0;
}

static int
write_lines(struct undoing *u, struct subs_edit_file *file, struct err *err)
{
	while (u->line) {
		if (write_line(&u->w, u->line, u->way, undo_feed_is(u->line) ? file : NULL, err) < 0)
			return -1;
		line_sum(u->sum, u->line);
		if (next_line(u, err) < 0)
			return -1;
	}
	return 0;
}

/* One about feeds. What was done by hand in their file since the last look counts: a new address or name, and a line taken out is an action itself. */
static int
write_feeds(struct undoing *u, struct err *err)
{
	struct subs_edit_file file;
	int rc;

	if (subs_edit_open(&file, err) < 0)
		return -1;
	rc = reconcile(&u->w, &file, err);
	json_decref(u->line);
	u->line = NULL;
	if (!rc)
		rc = find_action(u->w.s, &u->w, u->way, &u->line, err);
	if (!rc)
		rc = write_lines(u, &file, err);
	return subs_edit_close(&file, rc);
}

int
undo_run(struct store *s, enum undo_way way, struct state_undone *ret, struct err *err)
{
	struct undoing u = { .way = way };
	struct state_undone done = { 0 };
	int rc;

	if (writing_begin(&u.w, s, err) < 0)
		return -1;
	u.sum = json_object();
	rc = find_action(s, &u.w, way, &u.line, err);
	if (!rc && (undo_feed_is(u.line) || line_int(u.line, "with")))
		rc = write_feeds(&u, err);
	else if (!rc)
		rc = write_lines(&u, NULL, err);
	if (rc < 0)
		writing_cancel(&u.w);
	done.posts = line_describe(u.sum, done.what, sizeof done.what);
	json_decref(u.line);
	json_decref(u.sum);
	rc = writing_end(&u.w, rc, err);
	if (!rc && ret)
		*ret = done;
	return rc;
}
