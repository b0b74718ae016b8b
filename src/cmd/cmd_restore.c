#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_open.h"
#include "store/feeds.h"
#include "store/state.h"
#include "text/opts.h"
#include "text/say.h"

/* Names, tags and places of feeds stand in the feeds file, which has got their lines. */
static int
take_names(struct store *s, struct err *err)
{
	struct arena a = { 0 };
	struct subs subs;
	int rc = feeds_take(s, &a, &subs, err);

	arena_free(&a);
	return rc;
}

static int
restore_lines(const char *file, struct str lines, struct err *err)
{
	struct store *s = NULL;
	int64_t applied = 0;
	int rc = cmd_open_as_is(&s, STORE_WRITE, err);

	if (!rc)
		rc = state_restore(s, lines, &applied, err);
	if (rc < 0 && err->code == ERR_FORMAT)
		err_wrap(err, "%s", file_name(file));
	if (!rc)
		rc = take_names(s, err);
	if (!rc)
		say_out(tr_n("%lld line applied", "%lld lines applied", (unsigned long)applied), (long long)applied);
	store_close(s);
	return rc;
}

int
cmd_restore(int argc, char **argv, struct err *err)
{
	const struct opts table[] = { { 0 } };
	struct buf lines = BUF_CAPPED(LIMIT_DUMP_BYTES);
	const char *file = "-";
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	if (argc - at > 1)
		return cmd_usage("restore", err);
	if (at < argc)
		file = argv[at];
	rc = file_read(file, LIMIT_DUMP_BYTES, &lines, err);
	if (!rc)
		rc = restore_lines(file, buf_str(&lines), err);
	buf_free(&lines);
	return rc;
}
