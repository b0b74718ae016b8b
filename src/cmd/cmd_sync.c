#include "cmd/cmd_sync.h"

#include <unistd.h>

#include "base/path.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "text/say.h"

int
cmd_sync_exec(char **argv, struct err *err)
{
	struct path program;
	char name[] = "sosik-sync";
	char *args[CMD_SYNC_ARGS + 2] = { name };
	size_t n = 1;

	for (; *argv && n <= CMD_SYNC_ARGS; argv++)
		args[n++] = *argv;
	if (*argv)
		return err_set(err, ERR_USAGE, tr("too many words; at most %d"), CMD_SYNC_ARGS);
	if (path_program(&program, name, err) < 0 || say_finish(err) < 0)
		return -1;
	(void)execv(program.p, args);
	return err_errno(err, ERR_FAILED, tr("cannot run %s"), program.p);
}

int
cmd_sync(int argc, char **argv, struct err *err)
{
	(void)argc;
	return cmd_sync_exec(argv, err);
}
