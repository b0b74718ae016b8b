#include "store/full.h"

#include "base/clock.h"
#include "store/full_attached.h"
#include "store/full_look.h"
#include "store/full_wanted.h"
#include "store/identity.h"
#include "store/store_impl.h"
#include "store/story.h"

static const char *const words[FULL_HOWS] = {
	[FULL_FINE] = "fine", [FULL_PART] = "part", [FULL_SHORTER] = "shorter", [FULL_UNREACHED] = "unreached",
	[FULL_HTTP] = "http", [FULL_MISSING] = "missing", [FULL_REFUSED] = "refused", [FULL_LIMIT] = "limit",
	[FULL_NO_PAGE] = "no-page", [FULL_NO_ARTICLE] = "no-article", [FULL_LOGIN] = "login",
	[FULL_CONSENT] = "consent", [FULL_CHALLENGE] = "challenge", [FULL_OTHER] = "other", [FULL_BROKEN] = "broken",
};

const char *
full_word(enum full_how how)
{
	return words[how];
}

static void
read_row(sqlite3_stmt *st, struct arena *a, struct full *ret)
{
	int64_t how = stmt_num(st, 0);

	ret->how = how > 0 && how < FULL_HOWS ? (enum full_how)how : FULL_FINE;
	ret->error = stmt_str(st, 1, a);
	ret->url = stmt_str(st, 2, a);
	ret->tried = stmt_time(st, 3);
	ret->fetched = stmt_time(st, 4);
	ret->held_until = stmt_time(st, 5);
	ret->fails = stmt_num(st, 6);
	ret->letters = stmt_num(st, 7);
	ret->pages = stmt_num(st, 8);
	ret->is_part = stmt_num(st, 9);
	ret->is_shown = stmt_num(st, 10);
	ret->is_wanted = stmt_num(st, 11);
}

int
full_get(struct store *s, struct arena *a, int64_t post, struct full *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FULL_GET, err);
	int got;

	*ret = (struct full){ .tried = CLOCK_NONE, .fetched = CLOCK_NONE, .held_until = CLOCK_NONE };
	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	got = stmt_step(s, st, err);
	if (got <= 0)
		return got;
	read_row(st, a, ret);
	stmt_done(st);
	return 0;
}

static int
get_text(struct store *s, enum stmt which, struct arena *a, int64_t post, struct str *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);
	int got;

	*ret = STR_NONE;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	got = stmt_step(s, st, err);
	if (got <= 0)
		return got;
	*ret = stmt_str(st, 0, a);
	stmt_done(st);
	return 0;
}

int
full_page_text(struct store *s, struct arena *a, int64_t post, struct str *ret, struct err *err)
{
	return get_text(s, STMT_FULL_TEXT, a, post, ret, err);
}

int
full_feed_text(struct store *s, struct arena *a, int64_t post, struct str *ret, struct err *err)
{
	return get_text(s, STMT_BODY_GET, a, post, ret, err);
}

/* Whether there is a whole text that a part is not to replace. */
static int
has_whole(struct store *s, int64_t post, bool *ret, struct err *err)
{
	struct arena a = { 0 };
	struct full was;
	int rc = full_get(s, &a, post, &was, err);

	*ret = !rc && was.fetched != CLOCK_NONE && !was.is_part;
	arena_free(&a);
	return rc;
}

static int
put_failure(struct store *s, int64_t post, enum full_how how, struct str error, int64_t held_until, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FULL_FAIL, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	stmt_bind_int(st, 2, clock_now());
	stmt_bind_int(st, 3, how);
	stmt_bind_str(st, 4, error);
	stmt_bind_time(st, 5, held_until);
	return stmt_run(s, st, err);
}

/* xhtml: the text with what comes from elsewhere; whether the page has another one is told without. */
static int
put_text(struct store *s, int64_t post, const struct full_text *text, struct str xhtml, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FULL_SET, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	stmt_bind_int(st, 2, clock_now());
	stmt_bind_int(st, 3, text->how);
	stmt_bind_str(st, 4, text->error);
	stmt_bind_str(st, 5, text->url);
	stmt_bind_str(st, 6, text->canonical);
	stmt_bind_int(st, 7, text->letters);
	stmt_bind_int(st, 8, text->pages);
	stmt_bind_int(st, 9, text->is_part);
	stmt_bind_int(st, 10, text->how != FULL_SHORTER);
	stmt_bind_int(st, 11, (int64_t)identity_text(text->xhtml));
	stmt_bind_str(st, 12, xhtml);
	return stmt_run(s, st, err);
}

/* What the page says of the post; a date ahead is none it was published at. */
static int
put_says(struct store *s, int64_t post, const struct full_text *text, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FULL_SAYS, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	stmt_bind_str(st, 2, text->author);
	stmt_bind_time(st, 3, text->published);
	return stmt_run(s, st, err);
}

/* It is not waited for any more, unless what broke off may go on another time. */
static int
settle(struct store *s, int64_t post, const struct full_text *text, struct err *err)
{
	if (full_look_note(s, post, text->letters ? text->letters : 1, err) < 0)
		return -1;
	return str_starts(text->error, "part ") ? 0 : full_wanted_end(s, post, err);
}

/* The page names an address that it did not name before: other posts may be the same story. */
static int
renew_story(struct store *s, int64_t post, struct str was, struct str is, struct err *err)
{
	struct story story = { .s = s };
	int rc = str_eq(was, is) ? 0 : story_renew(&story, post, err);

	story_free(&story);
	return rc;
}

static int
store_text(struct store *s, int64_t post, const struct full_text *text, struct err *err)
{
	struct arena a = { 0 };
	struct buf whole = { 0 };
	struct str was, feed = STR_NONE;
	bool is_kept = false, has_attached;
	int rc = text->is_part ? has_whole(s, post, &is_kept, err) : 0;

	if (!rc && is_kept)
		return put_failure(s, post, FULL_PART, text->error, CLOCK_NONE, err);
	if (!rc)
		rc = get_text(s, STMT_FULL_CANONICAL, &a, post, &was, err);
	if (!rc)
		rc = full_feed_text(s, &a, post, &feed, err);
	has_attached = full_attached(&whole, text->xhtml, feed);
	if (!rc)
		rc = put_text(s, post, text, has_attached ? buf_str(&whole) : text->xhtml, err);
	buf_free(&whole);
	if (!rc)
		rc = put_says(s, post, text, err);
	if (!rc)
		rc = settle(s, post, text, err);
	if (!rc)
		rc = renew_story(s, post, was, text->canonical, err);
	arena_free(&a);
	return rc;
}

int
full_store(struct store *s, int64_t post, const struct full_text *text, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (store_text(s, post, text, err) == 0)
		return store_commit(s, err);
	store_rollback(s);
	return -1;
}

/* Whether somebody answered, but with nothing that is the post: pages of one blog are alike in that. */
static bool
is_miss(enum full_how how)
{
	return how == FULL_REFUSED || (how >= FULL_NO_PAGE && how <= FULL_OTHER);
}

int
full_fail(struct store *s, int64_t post, enum full_how how, struct str error, int64_t held_until, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (put_failure(s, post, how, error, held_until, err) == 0 && (!is_miss(how) || full_look_note(s, post, 0, err) == 0))
		return store_commit(s, err);
	store_rollback(s);
	return -1;
}

int
full_show(struct store *s, int64_t post, bool wants_page, bool *is_page, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FULL_SHOW, err);
	struct arena a = { 0 };
	struct full now;
	int rc;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	stmt_bind_int(st, 2, wants_page);
	rc = stmt_run(s, st, err);
	if (!rc)
		rc = full_get(s, &a, post, &now, err);
	if (!rc)
		*is_page = now.is_shown;
	arena_free(&a);
	return rc;
}
