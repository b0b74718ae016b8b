#include "ui/demo.h"

#include "base/path.h"
#include "base/proc.h"
#include "ui/signals.h"

int
demo_run(struct signals *signals, struct err *err)
{
	const struct proc_io same = { PROC_SAME, PROC_SAME, PROC_SAME };
	struct path program;
	const char *const args[] = { program.p, "--demo", NULL };
	pid_t pid;

	if (path_program(&program, "sosik", err) < 0 || proc_start(args, same, &pid, err) < 0)
		return -1;
	(void)signals_wait_child(signals, pid);
	return 0;
}
