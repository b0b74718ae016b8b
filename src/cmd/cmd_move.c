#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_open.h"
#include "store/feeds.h"
#include "store/subscribe_line.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/url.h"

/* The feeds that are about to move. */
struct moving {
	struct arena a;
	struct store *s;
	struct subscribe_move *moves;
	size_t n;
};

static struct str
masked(struct arena *a, struct str url)
{
	struct buf shown = { 0 };
	struct str ret;

	url_mask(&shown, url);
	ret = arena_dup(a, buf_str(&shown));
	buf_free(&shown);
	return ret;
}

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
		say_out("%.*s: %.*s → %.*s", STR(rows[i].name), STR(masked(&m->a, rows[i].url)), STR(masked(&m->a, rows[i].moved_to)));
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

/* Returns the exit status. */
static int
tell(struct moving *m)
{
	int status = 0;

	for (size_t i = 0; i < m->n; i++) {
		struct str from = masked(&m->a, m->moves[i].from), to = masked(&m->a, m->moves[i].to);

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

int
cmd_move(int argc, char **argv, struct err *err)
{
	bool is_all = false;
	const char *to = NULL;
	const struct opts table[] = {
		{ "all", 0, OPTS_FLAG, &is_all, NULL, N_("move all feeds that have moved for good"), 0, 0 },
		{ "to", 0, OPTS_TEXT, &to, N_("URL"), N_("give one feed this address"), 0, 0 },
		{ 0 },
	};
	struct moving m = { 0 };
	struct subs subs;
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	if ((is_all && (to || at < argc)) || (to && at + 1 != argc))
		return cmd_usage("move", err);
	rc = cmd_open_both(&m.a, &m.s, STORE_WRITE, &subs, err);
	if (!rc && !is_all && at == argc)
		rc = list(&m, err);
	else if (!rc)
		rc = is_all ? add_all(&m, err) : add_named(&m, argv + at, (size_t)(argc - at), str_of(to), err);
	if (!rc && m.n)
		rc = subscribe_line_move(m.s, m.moves, m.n, err);
	if (!rc)
		rc = tell(&m);
	store_close(m.s);
	arena_free(&m.a);
	return rc;
}
