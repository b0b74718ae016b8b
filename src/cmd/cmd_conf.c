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

int
cmd_conf_check_line(void *owner, struct str line, size_t *at, struct err *err)
{
	struct arena a = { 0 };
	struct conf conf;
	int rc = 0;

	(void)owner;
	conf_parse(&a, STR_NONE, line, "", &conf);
	if (conf.last.text.n) {
		*at = conf.last.at;
		rc = err_set(err, ERR_USAGE, "%.*s", STR(conf.last.what));
	}
	arena_free(&a);
	return rc;
}

bool
cmd_conf_option(const struct conf_options *options, size_t i, struct ui_option *ret, struct buf *value)
{
	struct conf_option o;

	if (!conf_set_option(i, options, &o, value))
		return false;
	*ret = (struct ui_option){ o.name, o.words, o.is_late, o.is_program, o.min, o.max };
	return true;
}

static bool
option(void *owner, size_t i, struct ui_option *ret, struct buf *value)
{
	const struct conf *conf = owner;

	return cmd_conf_option(&conf->options, i, ret, value);
}

void
cmd_conf_check_binds(struct arena *a, struct conf *conf)
{
	const struct ui_config handed = { .owner = conf, .check = cmd_conf_check_line, .option = option };
	struct ui_bind_fault *faults;
	size_t n = ui_check_binds(a, cmd_conf_binds(a, conf), conf->n_binds, &conf->names, &handed, &faults);
	size_t told = n < CONF_PROBLEMS ? n : CONF_PROBLEMS;

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
