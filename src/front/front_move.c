#include "front/front_move.h"

#include "base/tr.h"
#include "front/front_access.h"
#include "front/front_open.h"
#include "store/feeds.h"
#include "store/subscribe_line.h"
#include "sync/discover.h"
#include "sync/given.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/url.h"

/* The feeds that are about to move. */
struct moving {
	struct arena a;
	struct opts_list routes;
	struct subs subs;
	struct store *s;
	struct subscribe_move *moves;
	size_t n;
};

/* What sync has found out, without moving anything. */
static int
list(struct moving *m, struct err *err)
{
	struct feeds_row *rows;
	size_t n, found = 0;

	if (feeds_list(m->s, &m->a, &rows, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (rows[i].moved_days < FEEDS_MOVED_DAYS)
			continue;
		say_out("%.*s: %.*s → %.*s", STR(rows[i].name), STR(url_mask_in(&m->a, rows[i].url)), STR(url_mask_in(&m->a, rows[i].moved_to)));
		found++;
	}
	if (!found)
		say_out("%s", tr("no feed has moved"));
	return 0;
}

static int
add_all(struct moving *m, struct err *err)
{
	struct feeds_row *rows;
	size_t n;

	if (feeds_list(m->s, &m->a, &rows, &n, err) < 0)
		return -1;
	m->moves = arena_new(&m->a, struct subscribe_move, n);
	for (size_t i = 0; i < n; i++)
		if (rows[i].moved_days >= FEEDS_MOVED_DAYS)
			m->moves[m->n++] = (struct subscribe_move){ .from = rows[i].url, .to = rows[i].moved_to };
	return 0;
}

/* to: the user's; empty: where each has moved. */
static int
add_named(struct moving *m, char **names, size_t n, struct str to, struct err *err)
{
	struct feeds_row row;

	m->moves = arena_new(&m->a, struct subscribe_move, n);
	for (size_t i = 0; i < n; i++) {
		int rc = feeds_find(m->s, &m->a, str_of(names[i]), &row, err);

		if (rc < 0 && err->code == ERR_NOT_FOUND && to.n && url_is_web(str_of(names[i]))) {
			m->moves[m->n++] = (struct subscribe_move){ .from = str_of(names[i]), .to = to }; /* it may have ended */
			continue;
		}
		if (rc < 0)
			return -1;
		if (!to.n && !row.moved_to.n)
			return err_set(err, ERR_FAILED, tr("‘%.*s’ has not moved; --to gives it another address"), STR(row.name));
		m->moves[m->n++] = (struct subscribe_move){ .from = row.url, .to = to.n ? to : row.moved_to };
	}
	return 0;
}

/* ---- where to */

/* The feed behind an address, and its title. */
static int
find_feed(struct moving *m, struct str url, struct str *to, struct str *title, struct err *err)
{
	struct access access;
	struct discover_opts opts = { .fetch = { .access = &access, .routes = m->routes.v, .n_routes = m->routes.n } };
	const struct found_feed *feeds;
	struct discover *d;
	size_t n;
	int rc;

	if (front_access_read(&m->a, &access, err) < 0 || discover_open(&d, &opts, err) < 0)
		return -1;
	rc = discover_find(d, url, &feeds, &n, err);
	if (!rc) {
		*to = arena_dup(&m->a, feeds[0].url);
		*title = arena_dup(&m->a, feeds[0].title);
	}
	discover_close(d);
	return rc;
}

static bool
is_subscribed(const struct moving *m, struct str url)
{
	for (size_t i = 0; i < m->subs.n; i++)
		if (str_eq(m->subs.feeds[i].url, url))
			return true;
	return false;
}

/* What is subscribed is known to be a feed. */
static int
look(struct moving *m, struct str *to, struct str *title, struct err *err)
{
	struct err why = { 0 };
	bool is_guessed;

	if (given_read(&m->a, to->p, to, &is_guessed, err) < 0)
		return -1;
	if (is_subscribed(m, *to) || !find_feed(m, *to, to, title, &why))
		return 0;
	return err_set(err, why.code, tr("%s; nothing was moved, --no-check does it all the same"), why.text);
}

/* ---- */

/* Returns the exit status. */
static int
tell(struct moving *m)
{
	int status = 0;

	for (size_t i = 0; i < m->n; i++) {
		struct str from = url_mask_in(&m->a, m->moves[i].from), to = url_mask_in(&m->a, m->moves[i].to);

		if (m->moves[i].outcome == SUBSCRIBE_MOVED) {
			say_out("%.*s → %.*s", STR(from), STR(to));
			continue;
		}
		if (m->moves[i].outcome == SUBSCRIBE_SAME)
			say_err(tr("%.*s is the address that the feed has already"), STR(to));
		else if (m->moves[i].outcome == SUBSCRIBE_TAKEN)
			say_err(tr("%.*s is subscribed already: end the other with sosik remove %.*s, and the same again takes its posts there"), STR(to), STR(from));
		else if (m->moves[i].outcome == SUBSCRIBE_BOUND)
			say_err(tr("%.*s was not moved to %.*s: the cookie, header, internal, login or password-command in its line is for the old host alone; take it out of the feeds file first"), STR(from), STR(to));
		else
			say_err(tr("%.*s is not in the feeds file any more"), STR(from));
		status = err_status(ERR_FAILED);
	}
	return status;
}

static int
open_both(struct moving *m, struct err *err)
{
	char notice[256] = "";
	int rc;

	if (front_open_store(&m->s, STORE_WRITE, false, notice, err) < 0)
		return -1;
	if (*notice)
		say_err("%s", notice);
	rc = feeds_take(m->s, &m->a, &m->subs, err);
	for (size_t i = 0; i < m->subs.n_problems; i++)
		say_err("%.*s", STR(m->subs.problems[i]));
	return rc;
}

/* What is asked for, as options and operands say it. */
struct wish {
	bool is_all, is_unchecked;
	const char *to;
	char **feeds;
	size_t n;
};

static int
run(struct moving *m, const struct wish *wish, struct err *err)
{
	struct str to = str_of(wish->to), title = { 0 };
	int rc;

	if (open_both(m, err) < 0)
		return -1;
	if (!wish->is_all && !wish->n)
		return list(m, err);
	rc = wish->is_all ? add_all(m, err) : add_named(m, wish->feeds, wish->n, to, err);
	if (!rc && to.n && !wish->is_unchecked) {
		rc = look(m, &to, &title, err);
		m->moves[0].to = to;
	}
	if (!rc && m->n)
		rc = subscribe_line_move(m->s, m->moves, m->n, err);
	if (!rc)
		rc = tell(m);
	if (!rc && title.n && m->moves[0].outcome == SUBSCRIBE_MOVED)
		say_out("  %.*s", STR(title));
	return rc;
}

int
front_move(int argc, char **argv, struct err *err)
{
	struct moving m = { 0 };
	struct wish wish = { 0 };
	const struct opts table[] = {
		{ "all", 0, OPTS_FLAG, &wish.is_all, NULL, N_("move all feeds that have moved for good"), 0, 0 },
		{ "to", 0, OPTS_TEXT, &wish.to, N_("URL"), N_("give one feed this address"), 0, 0 },
		{ "no-check", 0, OPTS_FLAG, &wish.is_unchecked, NULL, N_("take the address as it is"), 0, 0 },
		{ "resolve", 0, OPTS_LIST, &m.routes, N_("HOST:PORT:ADDRESS[:PORT]"), N_("the address of a host, for tests"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	wish.feeds = argv + at;
	wish.n = (size_t)(argc - at);
	if ((wish.is_all && (wish.to || wish.n)) || (wish.to && wish.n != 1) || (wish.is_unchecked && !wish.to))
		return err_set(err, ERR_USAGE, tr("usage: %s"), tr("sosik move [--all|FEED…]\n       sosik move [--no-check] --to URL FEED"));
	rc = run(&m, &wish, err);
	store_close(m.s);
	arena_free(&m.a);
	return rc;
}
