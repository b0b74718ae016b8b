#include "store/doctor.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/tr.h"
#include "store/db.h"
#include "store/index.h"
#include "store/store_impl.h"

enum { TEXT_SIZE = 600 };

static const char *const words[DOCTOR_PARTS] = {
	[DOCTOR_FILES] = "files", [DOCTOR_CONFIG] = "config", [DOCTOR_JOURNAL] = "journal", [DOCTOR_CACHE] = "cache",
	[DOCTOR_ORPHANS] = "orphans", [DOCTOR_COUNTS] = "counts", [DOCTOR_INDEX] = "index", [DOCTOR_QUEUE] = "queue",
};

const char *
doctor_word(enum doctor_part part)
{
	return words[part];
}

void
doctor_tell(struct doctor *d, enum doctor_part part, bool is_repaired, const char *format, ...)
{
	char text[TEXT_SIZE];
	va_list args;

	va_start(args, format);
	(void)vsnprintf(text, sizeof text, format, args);
	va_end(args);
	d->left += !is_repaired;
	d->found(d->user, part, text, is_repaired);
}

void
doctor_note(struct doctor *d, enum doctor_part part, const char *format, ...)
{
	char text[TEXT_SIZE];
	va_list args;

	va_start(args, format);
	(void)vsnprintf(text, sizeof text, format, args);
	va_end(args);
	d->found(d->user, part, text, false);
}

/* ---- what SQLite says */

/* The first row of integrity_check, "ok" when nothing is wrong. */
static int
check_whole(struct store *s, char text[TEXT_SIZE], struct err *err)
{
	sqlite3_stmt *st = stmt_compose(s, "PRAGMA integrity_check(1)", err);
	int got = st ? stmt_step(s, st, err) : -1;

	(void)snprintf(text, TEXT_SIZE, "%s", got > 0 ? (const char *)sqlite3_column_text(st, 0) : "ok");
	(void)sqlite3_finalize(st);
	return got < 0 ? -1 : 0;
}

/* A damaged file was rebuilt when it was opened for a repair; what may be left is an index of SQLite that lacks rows. */
static int
check_file(struct doctor *d, struct err *err)
{
	char text[TEXT_SIZE], now[TEXT_SIZE];
	bool is_repaired = false;

	if (check_whole(d->s, text, err) < 0)
		return -1;
	if (!strcmp(text, "ok"))
		return 0;
	if (d->wants_repair) {
		if (db_exec(d->s->db, "REINDEX", err) < 0 || check_whole(d->s, now, err) < 0)
			return -1;
		is_repaired = !strcmp(now, "ok");
	}
	doctor_tell(d, DOCTOR_CACHE, is_repaired, tr("the cache is damaged (%.200s); ‘sosik doctor --repair’ rebuilds it, nothing you did is lost"),
	    text);
	return 0;
}

/* ---- rows that belong to nothing */

struct orphans {
	const char *count, *drop;
};

static const struct orphans orphans[] = {
	{ "SELECT count(*) FROM body WHERE post_id NOT IN (SELECT id FROM post)", "DELETE FROM body WHERE post_id NOT IN (SELECT id FROM post)" },
	{ "SELECT count(*) FROM full WHERE post_id NOT IN (SELECT id FROM post)", "DELETE FROM full WHERE post_id NOT IN (SELECT id FROM post)" },
	{ "SELECT count(*) FROM position WHERE post_id NOT IN (SELECT id FROM post)",
	    "DELETE FROM position WHERE post_id NOT IN (SELECT id FROM post)" },
	{ "SELECT count(*) FROM post_tag WHERE post_id NOT IN (SELECT id FROM post) OR tag_id NOT IN (SELECT id FROM tag)",
	    "DELETE FROM post_tag WHERE post_id NOT IN (SELECT id FROM post) OR tag_id NOT IN (SELECT id FROM tag)" },
	{ "SELECT count(*) FROM feed_url WHERE feed_id NOT IN (SELECT id FROM feed)",
	    "DELETE FROM feed_url WHERE feed_id NOT IN (SELECT id FROM feed)" },
	{ "SELECT count(*) FROM feed_tag WHERE feed_id NOT IN (SELECT id FROM feed)",
	    "DELETE FROM feed_tag WHERE feed_id NOT IN (SELECT id FROM feed)" },
};

static int
number_of(struct store *s, const char *sql, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_compose(s, sql, err);
	int rc = st ? stmt_int(s, st, 0, ret, err) : -1;

	(void)sqlite3_finalize(st);
	return rc;
}

static int
check_orphans(struct doctor *d, struct err *err)
{
	int64_t n, all = 0, lost;

	for (size_t i = 0; i < sizeof orphans / sizeof *orphans; i++) {
		if (number_of(d->s, orphans[i].count, &n, err) < 0)
			return -1;
		if (n && d->wants_repair && db_exec(d->s->db, orphans[i].drop, err) < 0)
			return -1;
		all += n;
	}
	if (number_of(d->s, "SELECT count(*) FROM post WHERE feed_id NOT IN (SELECT id FROM feed)", &lost, err) < 0)
		return -1;
	if (all)
		doctor_tell(d, DOCTOR_ORPHANS, d->wants_repair,
		    tr_n("%lld row of the cache belongs to no post", "%lld rows of the cache belong to no post", all), (long long)all);
	if (lost)
		doctor_tell(d, DOCTOR_ORPHANS, false, tr_n("%lld post belongs to no feed; delete the cache, and the next sync makes it anew",
		    "%lld posts belong to no feed; delete the cache, and the next sync makes it anew", lost), (long long)lost);
	return 0;
}

/* ---- counts */

#define TAG_TOTAL "(SELECT count(*) FROM post_tag x JOIN post p ON p.id = x.post_id WHERE x.tag_id = tag.id AND p.shown = 1)"
#define TAG_UNREAD "(SELECT count(*) FROM post_tag x JOIN post p ON p.id = x.post_id WHERE x.tag_id = tag.id AND p.shown = 1" \
	" AND p.is_read = 0)"

static int
check_counts(struct doctor *d, struct err *err)
{
	static const struct {
		const char *count, *set;
	} kept[] = {
		{ "SELECT count(*) FROM feed WHERE (total, unread) IS NOT (" STMT_FEED_TOTAL ", " STMT_FEED_UNREAD ")",
		    "UPDATE feed SET total = " STMT_FEED_TOTAL ", unread = " STMT_FEED_UNREAD },
		{ "SELECT count(*) FROM tag WHERE (total, unread) IS NOT (" TAG_TOTAL ", " TAG_UNREAD ")",
		    "UPDATE tag SET total = " TAG_TOTAL ", unread = " TAG_UNREAD },
	};
	int64_t n, all = 0;

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		if (number_of(d->s, kept[i].count, &n, err) < 0 ||
		    (n && d->wants_repair && db_exec(d->s->db, kept[i].set, err) < 0))
			return -1;
		all += n;
	}
	if (all)
		doctor_tell(d, DOCTOR_COUNTS, d->wants_repair,
		    tr_n("%lld feed or tag has another number of posts than is kept", "%lld feeds or tags have other numbers of posts than are kept", all),
		    (long long)all);
	return 0;
}

/* ---- the search index */

static int
check_index(struct doctor *d, struct err *err)
{
	int64_t waiting;
	bool is_whole;

	if (index_check(d->s, &is_whole, err) < 0)
		return -1;
	if (!is_whole && d->wants_repair && index_start_over(d->s, err) < 0)
		return -1;
	if (!is_whole)
		doctor_tell(d, DOCTOR_INDEX, d->wants_repair, "%s",
		    tr("the search index is not what the posts say: searches miss some of them; ‘sosik doctor --repair’ makes it anew"));
	if (index_behind(d->s, &waiting, err) < 0)
		return -1;
	if (waiting && is_whole && !d->wants_repair)
		doctor_tell(d, DOCTOR_QUEUE, false, tr_n("%lld post waits for the search index; ‘sosik sync’ brings it in",
		    "%lld posts wait for the search index; ‘sosik sync’ brings them in", waiting), (long long)waiting);
	return 0;
}

int
doctor_cache(struct doctor *d, struct err *err)
{
	return check_file(d, err) < 0 || check_orphans(d, err) < 0 || check_counts(d, err) < 0 ? -1 : check_index(d, err);
}
