#include "base/opts.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_open.h"
#include "store/feeds.h"
#include "text/say.h"

static int
remove_one(struct store *s, struct arena *a, const char *what, struct err *err)
{
	struct feeds_row row;

	if (feeds_find(s, a, str_of(what), &row, err) < 0 || subs_remove(row.url, err) < 0)
		return -1;
	say_out(tr("unsubscribed: %.*s (%.*s)"), STR(row.name), STR(row.url));
	return 0;
}

/* All of them; the last failure is told by *err, those before it on the way. Returns how many were removed, *failed how many not. */
static int
remove_all(struct store *s, struct arena *a, char **names, int *failed, struct err *err)
{
	int removed = 0;

	for (*failed = 0; *names; names++) {
		if (!remove_one(s, a, *names, err)) {
			removed++;
			continue;
		}
		say_err("%s", err->text);
		++*failed;
	}
	return removed;
}

int
cmd_remove(int argc, char **argv, struct err *err)
{
	const struct opts table[] = { { 0 } };
	struct arena a = { 0 };
	struct store *s = NULL;
	struct subs subs;
	int at = opts_read(argc, argv, table, err), failed, rc = -1;

	if (at < 0)
		return -1;
	if (at == argc)
		return cmd_usage("remove", err);
	if (cmd_open_both(&a, &s, &subs, err) < 0)
		goto out;
	if (remove_all(s, &a, argv + at, &failed, err) && (subs_read(&a, &subs, err) < 0 || feeds_reconcile(s, &subs, err) < 0))
		goto out;
	rc = failed ? err_status(err->code) : 0;
out:
	store_close(s);
	arena_free(&a);
	return rc;
}
