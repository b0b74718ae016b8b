#include "store/undo.h"

#include <stdio.h>

#include "base/tr.h"
#include "store/apply.h"
#include "store/feeds_lost.h"
#include "store/line_tag.h"
#include "store/reconcile.h"
#include "store/store_impl.h"
#include "store/undo_feed.h"
#include "store/undo_left.h"
#include "store/undo_title.h"

enum { PURGE_TOLD = -1 }; /* "purge_seq" in place of the last purge's number */

/* One step at it. */
struct undoing {
	struct undo *of;
	struct store *s;
	struct writing w;
	json_t *line; /* the one at hand */
};

/* The newest line to undo, or the newest undone, of the action at hand if there is one; seq 0 when there is none. rank: which is newer. */
static int
newest(const struct undo *u, int64_t *seq, int64_t *place, int64_t *rank, struct err *err)
{
	static const enum stmt which[2][2] = {
		[UNDO_BACK] = { STMT_ACTION_LAST, STMT_ACTION_LAST_OF },
		[UNDO_AGAIN] = { STMT_ACTION_UNDONE, STMT_ACTION_UNDONE_OF },
	};
	sqlite3_stmt *st = stmt_get(u->s, which[u->way][u->first != 0], err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, u->first ? u->first : *u->until ? *u->until : INT64_MAX);
	got = stmt_step(u->s, st, err);
	if (got < 0)
		return -1;
	*seq = got ? stmt_num(st, 0) : 0;
	*place = got ? stmt_num(st, 1) : 0;
	*rank = got ? stmt_num(st, 2) : 0;
	stmt_done(st);
	return 0;
}

/* The lines of a snapshot have the number of the newest. */
static bool
is_action(const json_t *line)
{
	if (str_is(line_str(line, "do"), "state"))
		return false;
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

/*
 * The feeds file, the truth about what is subscribed, is changed just before the journal; where a feed moves again, behind
 * it. One that moves back has an address in the file by which the cache still knows it.
 */
static int
write_line(struct writing *w, const json_t *line, enum undo_way way, struct subs_edit_file *file, struct err *err)
{
	struct buf out = { 0 };
	int64_t place;
	int rc = make_line(w->s, &out, line, way, w->seq + 1, file, err);
	bool is_behind = !rc && file && way == UNDO_AGAIN && subs_edit_moves(file);

	if (!rc && file && !is_behind)
		rc = subs_edit_save(file, err);
	if (!rc)
		rc = writing_write(w, buf_str(&out), &place, err);
	if (!rc && is_behind)
		rc = subs_edit_save(file, err);
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

/* The line to undo or redo next; NULL behind the last one of the action. Those that are gone from the journal are passed over. */
static int
next_line(struct undoing *g, struct err *err)
{
	int64_t seq, place, rank;

	json_decref(g->line);
	g->line = NULL;
	for (;;) {
		if (newest(g->of, &seq, &place, &rank, err) < 0)
			return -1;
		if (!seq)
			return 0;
		if (find_line(&g->w.j, seq, place, &g->line, err) < 0)
			return -1;
		if (g->line) {
			*g->of->until = *g->of->until ? *g->of->until : rank;
			return 0;
		}
		if (drop(g->s, seq, err) < 0)
			return -1;
	}
}

static int
tell_none(const struct undoing *g, struct err *err)
{
	int64_t is_cut;

	if (g->of->way == UNDO_AGAIN)
		return err_set(err, ERR_NOT_FOUND, tr("nothing to redo"));
	if (apply_get(g->s, "undo_cut", &is_cut, err) < 0)
		return -1;
	return err_set(err, ERR_NOT_FOUND, is_cut ? tr("nothing to undo: earlier changes can no longer be undone") : tr("nothing to undo"));
}

/* Whoever undoes a purge gets what was before it, and should know that. */
static int
look_for_purge(struct undoing *g, struct err *err)
{
	int64_t purged;

	if (g->of->way == UNDO_AGAIN)
		return 0;
	if (apply_get(g->s, "purge_seq", &purged, err) < 0)
		return -1;
	if (purged < line_int(g->line, "seq"))
		return 0;
	g->of->is_behind_purge = true;
	return apply_set(g->s, "purge_seq", PURGE_TOLD, err);
}

/* The line of the first step, from which on it is about one action. */
static int
first_line(struct undoing *g, struct err *err)
{
	if (next_line(g, err) < 0)
		return -1;
	if (!g->line)
		return tell_none(g, err);
	g->of->first = line_first(g->line);
	return look_for_purge(g, err);
}

static int
write_one(struct undoing *g, struct subs_edit_file *file, struct err *err)
{
	if (write_line(&g->w, g->line, g->of->way, file, err) < 0)
		return -1;
	if (undo_left(g->s, g->line, err) < 0)
		return -1;
	line_sum(g->of->sum, g->line, g->of->way == UNDO_BACK);
	return undo_title(g->s, g->line, g->of->title, sizeof g->of->title, err);
}

/* All lines of one about feeds. What was done by hand in their file since the last look counts: a new address or name, and a line taken out is an action itself. */
static int
write_feeds(struct undoing *g, struct err *err)
{
	struct subs_edit_file file;
	int rc;

	if (subs_edit_open(&file, err) < 0)
		return -1;
	rc = feeds_lost_take(g->s, &file, err);
	if (!rc)
		rc = reconcile(&g->w, &file, err);
	g->of->first = 0;
	if (!rc)
		rc = first_line(g, err);
	while (!rc && g->line) {
		rc = write_one(g, undo_feed_is(g->line) ? &file : NULL, err);
		if (!rc)
			rc = next_line(g, err);
	}
	return subs_edit_close(&file, rc);
}

/* Whether the action is about feeds, too: such a line is its first. */
static int
look_for_feeds(struct undoing *g, bool *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(g->s, STMT_ACTION_PLACE, err);
	json_t *first = NULL;
	int64_t place;

	*ret = undo_feed_is(g->line);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, g->of->first);
	if (stmt_int(g->s, st, -1, &place, err) < 0)
		return -1;
	if (place >= 0 && find_line(&g->w.j, g->of->first, place, &first, err) < 0)
		return -1;
	*ret |= first && undo_feed_is(first);
	json_decref(first);
	return 0;
}

/* The first step is all of an action about feeds. */
static int
write_first(struct undoing *g, struct err *err)
{
	int64_t until = *g->of->until;
	bool is_about_feeds;

	if (first_line(g, err) < 0 || look_for_feeds(g, &is_about_feeds, err) < 0)
		return -1;
	if (!is_about_feeds)
		return write_one(g, NULL, err);
	*g->of->until = until;
	return write_feeds(g, err);
}

static int
write_step(struct undoing *g, bool *has_more, struct err *err)
{
	int64_t seq, place, rank;

	if (!g->of->first) {
		if (write_first(g, err) < 0)
			return -1;
	} else if (next_line(g, err) < 0 || (g->line && write_one(g, NULL, err) < 0))
		return -1;
	if (newest(g->of, &seq, &place, &rank, err) < 0)
		return -1;
	*has_more = seq != 0;
	return 0;
}

void
undo_init(struct undo *u, struct store *s, enum undo_way way, int64_t *until)
{
	*u = (struct undo){ .s = s, .way = way, .until = until, .sum = json_object() };
}

int
undo_step(struct undo *u, struct err *err)
{
	struct undoing g = { .of = u, .s = u->s };
	bool has_more;
	int rc;

	if (writing_begin(&g.w, u->s, err) < 0)
		return -1;
	rc = write_step(&g, &has_more, err);
	if (rc < 0)
		writing_cancel(&g.w);
	json_decref(g.line);
	return writing_end(&g.w, rc, err) < 0 ? -1 : has_more;
}

int64_t
undo_posts(const struct undo *u)
{
	return line_posts(json_array_get(json_object_get(u->sum, "parts"), 0));
}

void
undo_end(struct undo *u, struct state_undone *ret)
{
	if (ret) {
		ret->posts = line_describe(u->sum, ret->what, sizeof ret->what);
		ret->is_behind_purge = u->is_behind_purge;
		(void)snprintf(ret->title, sizeof ret->title, "%s", ret->posts == 1 ? u->title : "");
	}
	json_decref(u->sum);
	u->sum = NULL;
}
