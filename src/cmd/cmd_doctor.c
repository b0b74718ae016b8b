#include <string.h>

#include "cmd/cmd_all.h"
#include "cmd/cmd_conf.h"
#include "cmd/cmd_sync.h"

/* What is wrong in the config file, of whose bindings only the reader can judge, are the words behind "--". */
static int
run(int argc, char **argv, struct arena *a, struct err *err)
{
	struct conf conf;
	size_t n = (size_t)argc;
	char **args;

	if (conf_read(a, &conf, err) < 0)
		return -1;
	cmd_conf_check_binds(a, &conf);
	args = arena_new(a, char *, n + conf.n_problems + 2);
	memcpy(args, argv, n * sizeof *args);
	args[n++] = arena_cstr(a, str_lit("--"));
	for (size_t i = 0; i < conf.n_problems; i++)
		args[n++] = arena_cstr(a, conf.problems[i]);
	args[n] = NULL;
	return cmd_sync_exec(args, err);
}

int
cmd_doctor(int argc, char **argv, struct err *err)
{
	struct arena a = { 0 };
	int rc;

	for (int i = 1; i < argc; i++)
		if (*argv[i] != '-' || !argv[i][1] || !strcmp(argv[i], "--"))
			return cmd_usage("doctor", err);
	rc = run(argc, argv, &a, err);
	arena_free(&a);
	return rc;
}
