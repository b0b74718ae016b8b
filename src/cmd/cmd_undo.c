#include "cmd/cmd_undo.h"

#include "base/num.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_bulk.h"
#include "cmd/cmd_open.h"
#include "store/feeds.h"
#include "text/say.h"

enum { STEPS_MAX = 100000 };

static void
tell(const struct cmd_undo *how, const struct state_undone *done)
{
	struct buf what = { 0 };

	if (done->is_behind_purge)
		say_err("%s", tr("what was purged cannot be brought back; this is the change before it:"));
	state_undone_tell(done, &what);
	say_out(tr(how->told), buf_cstr(&what));
	buf_free(&what);
}

/* Up to times steps; -1 when not all could be done. */
static int
run_steps(const struct cmd_undo *how, struct store *s, int64_t times, struct err *err)
{
	struct state_undone done;
	int64_t until = 0;

	for (int64_t i = 0; i < times; i++) {
		if (how->step(s, &until, &done, err) < 0)
			return -1;
		tell(how, &done);
	}
	return 0;
}

int
cmd_undo_run(const struct cmd_undo *how, int argc, char **argv, struct err *err)
{
	const struct opts table[] = { { 0 } };
	struct store *s = NULL;
	int64_t times = 1;
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	if (argc - at > 1)
		return cmd_usage(argv[0], err);
	if (at < argc && !num_parse(str_of(argv[at]), 1, STEPS_MAX, &times))
		return err_set(err, ERR_USAGE, tr("‘%.80s’ is not a number from 1 to %d"), argv[at], STEPS_MAX);
	rc = cmd_open_store(&s, STORE_WRITE, err);
	if (!rc)
		rc = run_steps(how, s, times, err);
	store_close(s);
	return rc;
}

int
cmd_undo(int argc, char **argv, struct err *err)
{
	static const struct cmd_undo how = { cmd_bulk_undo, N_("undone: %s") };

	return cmd_undo_run(&how, argc, argv, err);
}
