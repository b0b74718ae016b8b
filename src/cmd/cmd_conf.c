#include "cmd/cmd_conf.h"

#include "text/say.h"
#include "text/utf8.h"

const struct ui_bind *
cmd_conf_binds(struct arena *a, const struct conf *conf)
{
	struct ui_bind *binds = arena_new(a, struct ui_bind, conf->n_binds);

	for (size_t i = 0; i < conf->n_binds; i++)
		binds[i] = (struct ui_bind){ conf->binds[i].command, conf->binds[i].line, conf->binds[i].at };
	return binds;
}

void
cmd_conf_check_binds(struct arena *a, struct conf *conf)
{
	struct ui_bind_fault *faults;
	size_t n = ui_check_binds(a, cmd_conf_binds(a, conf), conf->n_binds, &faults), told = n < CONF_PROBLEMS ? n : CONF_PROBLEMS;

	for (size_t i = 0; i < told; i++) {
		const struct conf_bind *bind = &conf->binds[faults[i].nth];

		conf_add_problem(a, conf, arena_printf(a, "%s:%zu:%zu: %.*s", bind->file, bind->number,
			utf8_count(str_sub(bind->line, 0, faults[i].at)) + 1, STR(faults[i].what)), bind->order);
	}
	conf_add_more(a, conf, n - told);
}

int
cmd_conf_read(struct arena *a, struct conf *ret, struct err *err)
{
	if (conf_read(a, ret, err) < 0)
		return -1;
	cmd_conf_check_binds(a, ret);
	for (size_t i = 0; i < ret->n_problems; i++)
		say_err("%.*s", STR(ret->problems[i]));
	return 0;
}
