#include "cmd/cmd_reader.h"

#include <unistd.h>

#include "base/path.h"
#include "base/tr.h"
#include "cmd/cmd_demo.h"
#include "cmd/cmd_live.h"
#include "ui/ui.h"

static int
need_terminal(struct err *err)
{
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		return 0;
	return err_set(err, ERR_USAGE, "%s", tr("the reader needs a terminal; see ‘sosik help’ for the commands"));
}

int
cmd_reader_run(struct err *err)
{
	struct cmd_live live;
	struct ui_opts opts = { 0 };
	int rc;

	if (need_terminal(err) < 0)
		return -1;
	rc = cmd_live_open(&live, &opts, err);
	if (!rc)
		rc = ui_run(&opts, err);
	cmd_live_free(&live);
	return rc;
}

int
cmd_reader_demo(struct err *err)
{
	struct path samples;
	struct cmd_demo demo;
	struct cmd_live live;
	struct ui_opts opts = { .samples = samples.p, .starts_sync = true };
	int rc;

	if (need_terminal(err) < 0 || path_share(&samples, "samples", err) < 0 || cmd_demo_begin(&demo, samples.p, err) < 0)
		return -1;
	rc = cmd_live_open(&live, &opts, err);
	if (!rc)
		rc = ui_run(&opts, err);
	cmd_live_free(&live);
	cmd_demo_end(&demo);
	return rc;
}
