#include "store/dump.h"

#include "base/vec.h"
#include "store/feeds.h"
#include "store/line_part.h"
#include "store/store_impl.h"
#include "store/subs_line.h"
#include "text/url.h"

enum { DUMP_POSTS = 5000 }; /* of one line */

struct feed_row {
	int64_t id;
	struct str uid, url, line;
	bool is_hidden, is_met;
};

static int
emit(struct dump *d, struct buf *line)
{
	int rc;

	(void)buf_putc(line, '}');
	rc = d->line(d->user, buf_str(line));
	d->seq += d->step;
	buf_clear(line);
	return rc < 0 ? -1 : 0;
}

static void
add_url(struct dump *d, struct buf *line, const char *key, struct str url)
{
	struct buf masked = { 0 };

	if (!d->with_secrets)
		url_mask_login(&masked, url);
	line_member(line, key, d->with_secrets ? url : buf_str(&masked));
	buf_free(&masked);
}

static void
add_rest(struct dump *d, struct buf *line, struct str rest)
{
	struct buf open = { 0 };

	if (!d->with_secrets)
		subs_line_open(&open, rest);
	line_member(line, "line", d->with_secrets ? rest : buf_str(&open));
	buf_free(&open);
}

static int
emit_feed(struct dump *d, const struct feed_row *feed, const char *what, struct str url)
{
	struct buf line = { 0 };
	int rc;

	line_begin(&line, d->seq, what);
	line_member(&line, "feed", feed->uid);
	add_url(d, &line, "url", url);
	add_rest(d, &line, feed->line);
	if (feed->is_met)
		line_number(&line, "met", 1);
	rc = emit(d, &line);
	buf_free(&line);
	return rc;
}

/* State, not an action: there is nothing to undo in it. */
static int
emit_hidden(struct dump *d, const struct feed_row *feed)
{
	struct buf line = { 0 };
	int rc;

	line_begin(&line, d->seq, "state");
	line_member(&line, "act", str_lit("unsubscribe"));
	line_member(&line, "feed", feed->uid);
	add_url(d, &line, "url", feed->url);
	add_rest(d, &line, feed->line);
	rc = emit(d, &line);
	buf_free(&line);
	return rc;
}

/* Former addresses become a subscription and the moves to the next one; the last is the present one. */
static int
dump_feed(struct dump *d, const struct feed_row *feed, struct err *err)
{
	struct arena a = { 0 };
	vec(struct str) urls = { 0 };
	sqlite3_stmt *st = stmt_get(d->s, STMT_DUMP_FORMER, err);
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed->id);
	while ((got = stmt_step(d->s, st, err)) > 0)
		*vec_add(&urls) = stmt_str(st, 0, &a);
	*vec_add(&urls) = feed->url;
	for (size_t i = 0; i < urls.n && !got; i++)
		got = emit_feed(d, feed, i ? "move" : "subscribe", urls.v[i]);
	if (!got && feed->is_hidden)
		got = emit_hidden(d, feed);
	vec_free(&urls);
	arena_free(&a);
	return got;
}

static int
dump_feeds(struct dump *d, struct err *err)
{
	struct arena a = { 0 };
	vec(struct feed_row) feeds = { 0 };
	sqlite3_stmt *st = stmt_get(d->s, STMT_DUMP_FEEDS, err);
	int got = -1;

	while (st && (got = stmt_step(d->s, st, err)) > 0)
		*vec_add(&feeds) = (struct feed_row){
			.id = stmt_num(st, 0), .uid = stmt_str(st, 1, &a), .url = stmt_str(st, 2, &a),
			.is_hidden = stmt_num(st, 3) == FEEDS_HIDDEN, .line = stmt_str(st, 4, &a), .is_met = stmt_num(st, 5),
		};
	for (size_t i = 0; i < feeds.n && !got; i++)
		if (feeds.v[i].url.n)
			got = dump_feed(d, &feeds.v[i], err);
	vec_free(&feeds);
	arena_free(&a);
	return got;
}

static int
emit_part(struct dump *d, struct buf *parts)
{
	struct buf line = { 0 };
	int rc;

	if (!parts->n)
		return 0;
	line_begin(&line, d->seq, "state");
	(void)buf_printf(&line, ",\"parts\":[%s]", buf_cstr(parts));
	rc = emit(d, &line);
	buf_free(&line);
	buf_clear(parts);
	return rc;
}

/* The rows of a statement (uid, guid, and title, link, date where the part keeps) as lines of DUMP_POSTS posts. */
static int
dump_rows(struct dump *d, sqlite3_stmt *st, enum line_part what, struct str tag, struct err *err)
{
	bool keeps = line_is_keeping(what);
	struct buf parts = { 0 };
	struct line_part_writer part;
	int got, rc = 0;

	line_part_begin(&part, &parts, what, tag);
	while ((got = stmt_step(d->s, st, err)) > 0) {
		line_part_add(&part, stmt_peek(st, 0), stmt_peek(st, 1), keeps ? stmt_peek(st, 2) : STR_NONE,
		    keeps ? stmt_peek(st, 3) : STR_NONE, keeps ? stmt_time(st, 4) : 0);
		if (part.n < DUMP_POSTS)
			continue;
		(void)line_part_end(&part);
		rc = emit_part(d, &parts);
		line_part_begin(&part, &parts, what, tag);
		if (rc < 0)
			break;
	}
	stmt_done(st);
	(void)line_part_end(&part);
	if (!rc && !got)
		rc = emit_part(d, &parts);
	buf_free(&parts);
	return rc < 0 || got < 0 ? -1 : 0;
}

static int
dump_marks(struct dump *d, struct err *err)
{
	static const struct { enum stmt rows; enum line_part what; } marks[] = {
		{ STMT_DUMP_READ, LINE_READ }, { STMT_DUMP_STAR, LINE_STAR }, { STMT_DUMP_HIDE, LINE_HIDE },
	};

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		sqlite3_stmt *st = stmt_get(d->s, marks[i].rows, err);

		if (!st || dump_rows(d, st, marks[i].what, STR_NONE, err) < 0)
			return -1;
	}
	return 0;
}

/* Behind what is kept: that is spared. */
static int
dump_purged(struct dump *d, struct err *err)
{
	sqlite3_stmt *st = stmt_get(d->s, STMT_DUMP_PURGED, err);

	return st ? dump_rows(d, st, LINE_PURGE, STR_NONE, err) : -1;
}

static int
dump_tags(struct dump *d, struct err *err)
{
	struct arena a = { 0 };
	vec(struct feed_row) tags = { 0 };
	sqlite3_stmt *st = stmt_get(d->s, STMT_DUMP_TAGS, err);
	int got = -1;

	while (st && (got = stmt_step(d->s, st, err)) > 0)
		*vec_add(&tags) = (struct feed_row){ .id = stmt_num(st, 0), .uid = stmt_str(st, 1, &a) };
	for (size_t i = 0; i < tags.n && !got; i++) {
		st = stmt_get(d->s, STMT_DUMP_TAG, err);
		if (st)
			stmt_bind_int(st, 1, tags.v[i].id);
		got = st ? dump_rows(d, st, LINE_TAG, tags.v[i].uid, err) : -1;
	}
	vec_free(&tags);
	arena_free(&a);
	return got;
}

static int
dump_positions(struct dump *d, struct err *err)
{
	sqlite3_stmt *st = stmt_get(d->s, STMT_DUMP_POSITIONS, err);
	struct buf line = { 0 };
	int got = -1;

	while (st && (got = stmt_step(d->s, st, err)) > 0) {
		line_begin(&line, d->seq, "position");
		line_member(&line, "feed", stmt_peek(st, 0));
		line_member(&line, "post", stmt_peek(st, 1));
		line_number(&line, "section", stmt_num(st, 2));
		line_number(&line, "letter", stmt_num(st, 3));
		if (emit(d, &line) < 0) {
			stmt_done(st);
			got = -1;
			break;
		}
	}
	buf_free(&line);
	return got;
}

int
dump_run(struct dump *d, struct err *err)
{
	if (dump_feeds(d, err) < 0 || dump_marks(d, err) < 0 || dump_tags(d, err) < 0 || dump_purged(d, err) < 0)
		return -1;
	return dump_positions(d, err);
}
