#include "base/path.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_conf.h"
#include "text/opts.h"
#include "text/say.h"

/* Where this sosik keeps and finds things, the first question of every report, and what is wrong in the config file. */
static int
places(struct err *err)
{
	static const struct {
		int (*find)(struct path *ret, const char *name, struct err *err);
		const char *name;
	} files[] = {
		{ path_config, "config" },
		{ path_config, "feeds" },
		{ path_data, "sosik.db" },
		{ path_data, "journal" },
		{ path_state, "history" },
		{ path_state, "reader" },
		{ path_cache, "images" },
		{ path_share, "samples" },
		{ path_share, "catalog.tsv" },
		{ path_program, "sosik-sync" },
		{ path_program, "sosik-index" },
		{ path_program, "sosik-worker" },
		{ path_program, "sosik-image" },
	};
	struct arena a = { 0 };
	struct conf conf;
	struct path path;
	int rc = 0;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		if (files[i].find(&path, files[i].name, err) < 0) {
			say_err("%s", err->text);
			rc = err_status(err->code);
			continue;
		}
		say_out("  %-12s %s", files[i].name, path.p);
	}
	if (cmd_conf_read(&a, &conf, err) < 0) {
		say_err("%s", err->text);
		rc = err_status(err->code);
	}
	arena_free(&a);
	return rc;
}

int
cmd_version(int argc, char **argv, struct err *err)
{
	bool is_verbose = false;
	const struct opts table[] = {
		{ "verbose", 'v', OPTS_FLAG, &is_verbose, NULL, N_("also where its files are, and what is wrong in the config file"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err);

	if (at < 0)
		return -1;
	if (at < argc)
		return cmd_usage("version", err);
	say_out("%s %s", "sosik", VERSION);
	return is_verbose ? places(err) : 0;
}
