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
	(void)signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error like a full disk */
	return cmd_main(argc, argv);
}
