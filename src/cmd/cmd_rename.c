#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_open.h"
#include "store/feeds.h"
#include "store/subscribe_line.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/url.h"

static int
rename_feed(struct store *s, struct arena *a, struct str what, struct str name, struct err *err)
{
	struct feeds_row row;
	struct buf shown = { 0 };

	if (feeds_find(s, a, what, &row, err) < 0 || subscribe_line_rename(s, row.url, name, NULL, err) < 0)
		return -1;
	if (feeds_get(s, a, row.id, &row, err) < 0)
		return -1;
	url_mask(&shown, row.url);
	say_out(tr("now called ‘%.*s’: %.*s"), STR(row.name), STR(buf_str(&shown)));
	buf_free(&shown);
	return 0;
}

int
cmd_rename(int argc, char **argv, struct err *err)
{
	const struct opts table[] = { { 0 } };
	struct arena a = { 0 };
	struct store *s = NULL;
	struct subs subs;
	int at = opts_read(argc, argv, table, err), rc = -1;

	if (at < 0)
		return -1;
	if (argc - at < 1 || argc - at > 2)
		return cmd_usage("rename", err);
	if (!cmd_open_both(&a, &s, STORE_WRITE, &subs, err))
		rc = rename_feed(s, &a, str_of(argv[at]), str_of(argv[at + 1]), err);
	store_close(s);
	arena_free(&a);
	return rc;
}
