#include "cmd/cmd_all.h"
#include "cmd/cmd_sync.h"

int
cmd_move(int argc, char **argv, struct err *err)
{
	(void)argc;
	return cmd_sync_exec(argv, err);
}
