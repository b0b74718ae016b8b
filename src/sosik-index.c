/*
 * The program that makes the search index while a sync goes on, which starts
 * it, or while the reader is open: sosik-index, with words from them on standard
 * input (sync/sync_rest_word.h). It links nothing that talks to the network.
 */
#include <signal.h>

#include "base/mem.h"
#include "base/tr.h"
#include "front/front_index.h"
#include "text/say.h"

int
main(int argc, char **argv)
{
	struct err err = { 0 };
	int status;

	mem_give_back(1 << 20, 256 << 10); /* arenas of articles come and go by the thousand, and stay */
	tr_init();
	(void)signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error like a full disk */
	mem_give_back_code();
	status = front_index(argc, argv, &err);
	if (status >= 0)
		return status;
	say_err("%s", err.text);
	return err_status(err.code);
}
