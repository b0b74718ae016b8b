#include "store/change.h"

#include <stdlib.h>

#include "base/tr.h"
#include "base/vec.h"
#include "store/apply.h"
#include "store/compose.h"
#include "store/line_part.h"
#include "store/store_impl.h"
#include "text/nfc.h"

/* One thing to do, and for which of the chosen posts that is a change. */
struct step {
	enum line_part what;
	struct str tag, key; /* its name, and its folded form */
	int64_t n;
};

struct changing {
	struct store *s;
	struct arena a;
	vec(struct step) steps;
	struct buf *parts;
};

/* The posts that are not so already; behind a tag's stands its key. A list of its own for each post would take longer than all the rest. */
#define TAGGED "EXISTS (SELECT 1 FROM post_tag x WHERE x.post_id = p.id AND x.tag_id = (SELECT id FROM tag WHERE key = "

static const char *const conditions[LINE_PARTS] = {
	[LINE_READ] = STMT_NOT_READ, [LINE_UNREAD] = "p.is_read != 0",
	[LINE_STAR] = "p.is_starred = 0", [LINE_UNSTAR] = "p.is_starred = 1",
	[LINE_HIDE] = "p.is_hidden = 0", [LINE_UNHIDE] = "p.is_hidden = 1",
	[LINE_TAG] = ("NOT " TAGGED), [LINE_UNTAG] = TAGGED,
};

static void
add_step(struct changing *c, enum line_part what, struct str tag)
{
	struct buf key = { 0 };

	nfc_fold(&key, tag);
	*vec_add(&c->steps) = (struct step){ what, tag, arena_dup(&c->a, buf_str(&key)), 0 };
	buf_free(&key);
}

static void
plan(struct changing *c, const struct state_change *change)
{
	const struct { enum state_set set; enum line_part on; } switches[] = {
		{ change->read, LINE_READ }, { change->star, LINE_STAR }, { change->hide, LINE_HIDE },
	};

	for (size_t i = 0; i < sizeof switches / sizeof switches[0]; i++)
		if (switches[i].set != STATE_KEEP)
			add_step(c, switches[i].set == STATE_ON ? switches[i].on : line_inverse(switches[i].on), STR_NONE);
	for (size_t i = 0; i < change->n_add; i++)
		add_step(c, LINE_TAG, change->add[i]);
	for (size_t i = 0; i < change->n_remove; i++)
		add_step(c, LINE_UNTAG, change->remove[i]);
}

static void
add_condition(struct compose *sql, const struct step *step)
{
	if (!step->tag.n) {
		compose_add(sql, conditions[step->what]);
		return;
	}
	compose_text(sql, conditions[step->what], step->key);
	compose_add(sql, "))");
}

/* The ids into temp.act. */
static int
choose(struct store *s, const int64_t *ids, size_t n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ACT_CLEAR, err);

	if (!st || stmt_run(s, st, err) < 0)
		return -1;
	st = stmt_get(s, STMT_ACT_ADD, err);
	for (size_t i = 0; i < n && st; i++) {
		stmt_bind_int(st, 1, ids[i]);
		if (stmt_run(s, st, err) < 0)
			return -1;
	}
	return st ? 0 : -1;
}

/* What of the chosen posts that any step changes, in the order of their numbers. NULL with *err. */
static sqlite3_stmt *
prepare_changing(struct changing *c, const char *what, struct err *err)
{
	struct compose sql = { 0 };
	sqlite3_stmt *st;

	compose_add(&sql, "SELECT ");
	compose_add(&sql, what);
	compose_add(&sql, " FROM temp.act a CROSS JOIN post p ON p.id = a.post_id WHERE (0");
	for (size_t i = 0; i < c->steps.n; i++) {
		compose_add(&sql, " OR ");
		add_condition(&sql, &c->steps.v[i]);
	}
	compose_add(&sql, ") ORDER BY a.post_id");
	st = compose_prepare(&sql, c->s, err);
	compose_free(&sql);
	return st;
}

static int
count(struct changing *c, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = prepare_changing(c, "count(*)", err);
	int rc = st ? stmt_int(c->s, st, 0, ret, err) : -1;

	(void)sqlite3_finalize(st);
	return rc;
}

static int
by_number(const void *a, const void *b)
{
	const int64_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

/* Keeps those of the ids that any step changes. */
static int
pick(struct changing *c, int64_t *ids, size_t *n, struct err *err)
{
	vec(int64_t) changing = { 0 };
	sqlite3_stmt *st = prepare_changing(c, "a.post_id", err);
	size_t left = 0;
	int got = -1;

	while (st && (got = stmt_step(c->s, st, err)) > 0)
		*vec_add(&changing) = stmt_num(st, 0);
	(void)sqlite3_finalize(st);
	for (size_t i = 0; i < *n && changing.n; i++)
		if (bsearch(&ids[i], changing.v, changing.n, sizeof *changing.v, by_number))
			ids[left++] = ids[i];
	vec_free(&changing);
	*n = left;
	return got;
}

/* What a part says of the posts that it changes. */
static sqlite3_stmt *
prepare_part(struct changing *c, const struct step *step, struct err *err)
{
	struct compose sql = { 0 };
	sqlite3_stmt *st;

	compose_add(&sql, line_is_keeping(step->what) ? "SELECT f.uid, p.guid, p.title, p.link, coalesce(p.announced, p.published)" : "SELECT f.uid, p.guid");
	compose_add(&sql, " FROM temp.act a CROSS JOIN post p ON p.id = a.post_id CROSS JOIN feed f ON f.id = p.feed_id WHERE ");
	add_condition(&sql, step);
	compose_add(&sql, " ORDER BY p.feed_id, p.id");
	st = compose_prepare(&sql, c->s, err);
	compose_free(&sql);
	return st;
}

static int
write_part(struct changing *c, struct step *step, struct err *err)
{
	bool keeps = line_is_keeping(step->what), is_read = step->what == LINE_READ; /* that is done at nearly each key */
	sqlite3_stmt *st = is_read ? stmt_get(c->s, STMT_ACT_NAMES_UNREAD, err) : prepare_part(c, step, err);
	struct line_part_writer part;
	int got = -1;

	line_part_begin(&part, c->parts, step->what, step->tag);
	while (st && (got = stmt_step(c->s, st, err)) > 0)
		line_part_add(&part, stmt_peek(st, 0), stmt_peek(st, 1), keeps ? stmt_peek(st, 2) : STR_NONE,
		    keeps ? stmt_peek(st, 3) : STR_NONE, keeps ? stmt_time(st, 4) : 0);
	step->n = line_part_end(&part);
	if (!is_read)
		(void)sqlite3_finalize(st);
	return got;
}

/* The parts of the steps into c->parts, and the steps onto the cache, by temp.act as it stands. */
static int
make_parts(struct changing *c, struct err *err)
{
	for (size_t i = 0; i < c->steps.n; i++)
		if (write_part(c, &c->steps.v[i], err) < 0)
			return -1;
	for (size_t i = 0; i < c->steps.n; i++)
		if (c->steps.v[i].n && apply_part(c->s, c->steps.v[i].what, c->steps.v[i].tag, err) < 0)
			return -1;
	return 0;
}

int
change_within(struct store *s, const int64_t *ids, size_t n, const struct state_change *what, struct buf *parts,
    int64_t *changed, struct err *err)
{
	struct changing c = { .s = s, .parts = parts };
	int rc = 0;

	*changed = 0;
	plan(&c, what);
	if (c.steps.n && n)
		rc = choose(s, ids, n, err);
	if (!rc && c.steps.n > 1)
		rc = count(&c, changed, err);
	if (!rc && c.steps.n && n)
		rc = make_parts(&c, err);
	if (c.steps.n == 1)
		*changed = c.steps.v[0].n;
	vec_free(&c.steps);
	arena_free(&c.a);
	return rc;
}

int
change_pick(struct store *s, int64_t *ids, size_t *n, const struct state_change *what, struct err *err)
{
	struct changing c = { .s = s };
	int rc = 0;

	plan(&c, what);
	if (c.steps.n && *n)
		rc = choose(s, ids, *n, err) < 0 || pick(&c, ids, n, err) < 0 ? -1 : 0;
	else
		*n = 0;
	vec_free(&c.steps);
	arena_free(&c.a);
	return rc;
}

int
change_record(struct writing *w, struct str parts, int64_t first, struct err *err)
{
	struct buf line = { 0 };
	int64_t place;
	int rc;

	line_begin(&line, ++w->seq, "change");
	if (first)
		line_number(&line, "with", first);
	(void)buf_puts(&line, ",\"parts\":[");
	(void)buf_add(&line, parts);
	(void)buf_puts(&line, "]}");
	rc = writing_write(w, buf_str(&line), &place, err);
	buf_free(&line);
	return rc < 0 ? -1 : apply_action(w->s, w->seq, place, first ? first : w->seq, err);
}

int
change_run(struct store *s, const int64_t *ids, size_t n, const struct state_change *what, int64_t *first,
    int64_t *changed, struct err *err)
{
	struct buf parts = { 0 };
	struct writing w;
	int rc;

	if (writing_begin(&w, s, err) < 0)
		return -1;
	rc = change_within(s, ids, n, what, &parts, changed, err);
	if (!rc && *changed)
		rc = change_record(&w, buf_str(&parts), *first, err);
	rc = writing_end(&w, rc, err);
	buf_free(&parts);
	if (!rc && *changed && !*first)
		*first = w.seq;
	return rc;
}

/* {"do":"position",…} for the post; -1 with ERR_NOT_FOUND when there is none. */
static int
position_line(struct store *s, struct buf *line, int64_t seq, int64_t id, int64_t section, int64_t letter, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_POST_NAME, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	if (!got)
		return err_set(err, ERR_NOT_FOUND, tr("there is no post %lld"), (long long)id);
	line_begin(line, seq, "position");
	line_member(line, "feed", stmt_peek(st, 0));
	line_member(line, "post", stmt_peek(st, 1));
	line_number(line, "section", section);
	line_number(line, "letter", letter);
	(void)buf_putc(line, '}');
	stmt_done(st);
	return 0;
}

int
change_position(struct store *s, int64_t id, int64_t section, int64_t letter, struct err *err)
{
	struct buf line = { 0 };
	struct writing w;
	int64_t was_section, was_letter, place;
	int rc;

	if (state_position(s, id, &was_section, &was_letter, err) < 0)
		return -1;
	if (was_section == section && was_letter == letter)
		return 0;
	if (writing_begin(&w, s, err) < 0)
		return -1;
	rc = position_line(s, &line, w.seq + 1, id, section, letter, err);
	if (!rc)
		rc = writing_write(&w, buf_str(&line), &place, err);
	if (!rc) {
		w.seq++;
		rc = writing_apply(&w, buf_str(&line), place, err);
	}
	buf_free(&line);
	return writing_end(&w, rc, err);
}
