/*
 * sosik: the reader and every command of the shell (cmd/).
 */
#include <signal.h>

#include "base/tr.h"
#include "cmd/cmd.h"

int
main(int argc, char **argv)
{
	tr_init();
	(void)signal(SIGPIPE, SIG_IGN);
	return cmd_main(argc, argv);
}
