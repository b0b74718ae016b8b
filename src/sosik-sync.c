/*
 * The program that fetches: sosik-sync sync …, add …, move …, fulltext …, images …, doctor …; sync starts sosik-index
 */
#include <signal.h>
#include <string.h>

#include "base/mem.h"
#include "base/tr.h"
#include "front/front_add.h"
#include "front/front_doctor.h"
#include "front/front_fulltext.h"
#include "front/front_images.h"
#include "front/front_move.h"
#include "front/front_sync.h"
#include "text/say.h"

static const struct {
	const char *name;
	int (*run)(int argc, char **argv, struct err *err);
} fronts[] = {
	{ "sync", front_sync },
	{ "add", front_add },
	{ "move", front_move },
	{ "fulltext", front_fulltext },
	{ "images", front_images },
	{ "doctor", front_doctor },
};

int
main(int argc, char **argv)
{
	int (*run)(int argc, char **argv, struct err *err) = NULL;
	struct err err = { 0 }, late = { 0 };
	int status = -1;

	mem_give_back(512 << 10, 1 << 20); /* large bodies, which come and go; usual ones and arenas stay */
	tr_init();
	(void)signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error like a full disk */
	for (size_t i = 0; argc > 1 && i < sizeof fronts / sizeof *fronts && !run; i++)
		if (!strcmp(argv[1], fronts[i].name))
			run = fronts[i].run;
	if (run)
		status = run(argc - 1, argv + 1, &err);
	else
		err_set(&err, ERR_USAGE, tr("this program is run by sosik: see ‘sosik help sync’"));
	if (status < 0) {
		if (err.code != ERR_HELP)
			say_err("%s", err.text);
		status = err_status(err.code);
	}
	if (say_finish(&late) < 0) {
		say_err("%s", late.text);
		status = err_status(late.code);
	}
	return status;
}
