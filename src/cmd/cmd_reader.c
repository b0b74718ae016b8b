#include "cmd/cmd_reader.h"

#include <unistd.h>

#include "base/path.h"
#include "base/tr.h"
#include "cmd/cmd_demo.h"
#include "conf/conf.h"
#include "ui/ui.h"

static int
need_terminal(struct err *err)
{
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		return 0;
	return err_set(err, ERR_USAGE, "%s", tr("the reader needs a terminal; see ‘sosik help’ for the commands"));
}

/* The first of what is wrong in the config file, and how to see the rest. */
static struct str
trouble_of(struct arena *a, const struct conf *conf)
{
	size_t more = conf->n_problems - 1;

	if (conf->n_problems < 2)
		return conf->n_problems ? conf->problems[0] : STR_NONE;
	return arena_printf(a, tr_n("%.*s (%zu more: sosik version -v)", "%.*s (%zu more: sosik version -v)", more),
		STR(conf->problems[0]), more);
}

static const struct ui_tag *
tags_of(struct arena *a, const struct conf *conf)
{
	struct ui_tag *tags = arena_new(a, struct ui_tag, conf->n_tags);

	for (size_t i = 0; i < conf->n_tags; i++) {
		const struct conf_tag *tag = &conf->tags[i];

		tags[i] = (struct ui_tag){ tag->name, tag->key, tag->aliases, tag->n_aliases, tag->color };
	}
	return tags;
}

/* What the config file says of the reader; what is wrong in it is told there. */
static int
take_config(struct arena *a, struct ui_opts *opts, struct err *err)
{
	static const int ambiguous[] = { [CONF_AMBIGUOUS_AUTO] = 0, [CONF_AMBIGUOUS_1] = 1, [CONF_AMBIGUOUS_2] = 2 };
	static const enum panes_layout layouts[] = {
		[CONF_LAYOUT_AUTO] = PANES_AUTO, [CONF_LAYOUT_WIDE] = PANES_WIDE, [CONF_LAYOUT_STACKED] = PANES_STACKED, [CONF_LAYOUT_ONE] = PANES_ONE,
	};
	static const enum hyperlinks_use links[] = { [CONF_LINKS_AUTO] = HYPERLINKS_AUTO, [CONF_LINKS_ON] = HYPERLINKS_ON,
		[CONF_LINKS_OFF] = HYPERLINKS_OFF };
	struct conf conf;

	if (conf_read(a, &conf, err) < 0)
		return -1;
	opts->wrap = conf.options.wrap == CONF_WRAP_SYLLABLE ? WRAP_SYLLABLE : WRAP_WORD;
	opts->ambiguous = ambiguous[conf.options.ambiguous];
	opts->text_cols = (int)conf.options.text_width;
	opts->layout = layouts[conf.options.layout];
	opts->row_format = conf.options.row_format;
	opts->names = conf.names;
	opts->trouble = trouble_of(a, &conf);
	opts->tags = tags_of(a, &conf);
	opts->n_tags = conf.n_tags;
	opts->theme = (enum color_theme)conf.options.theme;
	opts->links = links[conf.options.hyperlinks];
	opts->paints = conf.paints;
	opts->n_paints = conf.n_paints;
	return 0;
}

int
cmd_reader_run(struct err *err)
{
	struct arena a = { 0 };
	struct ui_opts opts = { 0 };
	int rc;

	if (need_terminal(err) < 0)
		return -1;
	rc = take_config(&a, &opts, err);
	if (!rc)
		rc = ui_run(&opts, err);
	arena_free(&a);
	return rc;
}

int
cmd_reader_demo(struct err *err)
{
	struct path samples;
	struct cmd_demo demo;
	struct ui_opts opts = { .samples = samples.p, .starts_sync = true };
	int rc;

	if (need_terminal(err) < 0 || path_share(&samples, "samples", err) < 0 || cmd_demo_begin(&demo, samples.p, err) < 0)
		return -1;
	rc = ui_run(&opts, err);
	cmd_demo_end(&demo);
	return rc;
}
