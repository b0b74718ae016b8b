/*
 * The program that parses what strangers wrote: started by exec with one
 * socket on standard input and output, jailed before it reads a byte. The
 * word "plain" says that all it will get is plain (charset_is_plain()).
 */
#include <jansson.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "text/charset.h"
#include "worker/jail.h"
#include "worker/record.h"
#include "worker/serve.h"

enum { EXIT_NOT_JAILED = 77, EXIT_BROKEN = 70, NICENESS = 5 };

/* All that would open a file later is done once now. */
static struct charset *
prepare(bool is_plain)
{
	setlocale(LC_CTYPE, "C.UTF-8");
	tzset();
	json_object_seed(0);
	return is_plain ? charset_open_plain() : charset_open();
}

/* Nothing but the socket stays open; it dies with its parent, and what is sent to all of a terminal or service is the parent's to handle. */
static void
let_go(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		(void)signal(signals[i], SIG_IGN);
	(void)close_range(jail_is_sanitized() ? 3 : 2, ~0u, 0);
}

/* Who stores, and who makes the index, goes first: else they are left with their rest when all is parsed, with one core idle. */
static void
stand_back(void)
{
	(void)setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + NICENESS);
}

int
main(int argc, char **argv)
{
	struct charset *set = prepare(argc > 1 && !strcmp(argv[1], RECORD_PLAIN));
	int rc;

	mem_give_back(512 << 10, 1 << 20); /* buffers of a usual feed stay */
	stand_back();
	let_go();
	if (jail_enter(&(struct jail_limits){ LIMIT_WORKER_CPU_S, LIMIT_WORKER_MEMORY_MB }, NULL) < 0)
		_exit(EXIT_NOT_JAILED);
	mem_give_back_code();
	rc = serve_run(set);
	charset_free(set);
	_exit(rc < 0 ? EXIT_BROKEN : 0); /* without the leak check of a sanitizer, which would need to trace a child */
}
