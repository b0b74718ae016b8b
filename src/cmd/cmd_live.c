#include "cmd/cmd_live.h"

#include "base/tr.h"
#include "cmd/cmd_conf.h"

/* What is wrong in the config file. Its folder, which takes half a row, is left out: the reader has one config. */
static struct str *
problems_of(struct arena *a, const struct conf *conf)
{
	struct str *problems = arena_new(a, struct str, conf->n_problems);
	const char *slash = strrchr(conf->file, '/');
	struct str folder = str_new(conf->file, slash ? (size_t)(slash + 1 - conf->file) : 0);

	for (size_t i = 0; i < conf->n_problems; i++) {
		struct str text = conf->problems[i];

		problems[i] = str_eq(str_sub(text, 0, folder.n), folder) ? str_sub(text, folder.n, text.n) : text;
	}
	return problems;
}

/* The one thing that is wrong in the config file, or how to see them all. */
static struct str
trouble_of(struct arena *a, const struct ui_opts *opts)
{
	if (opts->n_problems < 2)
		return opts->n_problems ? opts->problems[0] : STR_NONE;
	return arena_printf(a, tr_n("%zu thing is wrong in the config file; gm shows it", "%zu things are wrong in the config file; gm shows them",
		opts->n_problems), opts->n_problems);
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

static void
fill(struct arena *a, const struct conf *conf, struct ui_opts *opts)
{
	static const int ambiguous[] = { [CONF_AMBIGUOUS_AUTO] = 0, [CONF_AMBIGUOUS_1] = 1, [CONF_AMBIGUOUS_2] = 2 };
	static const enum panes_layout layouts[] = {
		[CONF_LAYOUT_AUTO] = PANES_AUTO, [CONF_LAYOUT_WIDE] = PANES_WIDE, [CONF_LAYOUT_STACKED] = PANES_STACKED, [CONF_LAYOUT_ONE] = PANES_ONE,
	};
	static const enum hyperlinks_use links[] = { [CONF_LINKS_AUTO] = HYPERLINKS_AUTO, [CONF_LINKS_ON] = HYPERLINKS_ON,
		[CONF_LINKS_OFF] = HYPERLINKS_OFF };
	static const enum hangul_keymap keymaps[] = { [CONF_KEYMAP_2SET] = HANGUL_2SET, [CONF_KEYMAP_3SET_390] = HANGUL_3SET_390,
		[CONF_KEYMAP_3SET_FINAL] = HANGUL_3SET_FINAL, [CONF_KEYMAP_OFF] = HANGUL_OFF };

	opts->wrap = conf->options.wrap == CONF_WRAP_SYLLABLE ? WRAP_SYLLABLE : WRAP_WORD;
	opts->ambiguous = ambiguous[conf->options.ambiguous];
	opts->text_cols = (int)conf->options.text_width;
	opts->has_no_mouse = conf->options.mouse == CONF_MOUSE_OFF;
	opts->layout = layouts[conf->options.layout];
	opts->images = (int)conf->options.images;
	opts->image_protocol = (int)conf->options.image_protocol;
	opts->image_rows = (int)conf->options.image_rows;
	opts->image_viewer = conf->options.image_viewer;
	opts->pipe_form = (enum printout_form)conf->options.pipe_format; /* in the same order */
	opts->row_format = conf->options.row_format;
	opts->keymap = keymaps[conf->options.keymap];
	opts->ime_off = conf->options.ime_off;
	opts->ime_on = conf->options.ime_on;
	opts->names = conf->names;
	opts->problems = problems_of(a, conf);
	opts->n_problems = conf->n_problems;
	opts->trouble = trouble_of(a, opts);
	opts->tags = tags_of(a, conf);
	opts->n_tags = conf->n_tags;
	opts->theme = (enum color_theme)conf->options.theme;
	opts->language = (enum tr_language)conf->options.language;
	opts->browser = conf->options.browser;
	opts->copy = conf->options.copy;
	opts->has_title = conf->options.title;
	opts->links = links[conf->options.hyperlinks];
	opts->paints = conf->paints;
	opts->n_paints = conf->n_paints;
	opts->binds = cmd_conf_binds(a, conf);
	opts->n_binds = conf->n_binds;
}

/* What the file and the typed lines say is taken; that of before stays until the next time, as the reader may still show it. */
static void
take(struct cmd_live *live, struct arena a, const struct conf *conf, struct ui_opts *opts)
{
	arena_free(&live->before);
	live->before = live->arena;
	live->arena = a;
	live->conf = *conf;
	fill(&live->arena, &live->conf, opts);
}

static int
run(void *owner, struct str line, struct ui_opts *opts, size_t *at, struct err *err)
{
	struct cmd_live *live = owner;
	struct arena a = { 0 };
	struct conf conf;
	const size_t length = live->lines.n;

	(void)buf_add(&live->lines, line);
	(void)buf_putc(&live->lines, '\n');
	if (conf_read_with(&a, buf_str(&live->lines), &conf, err) < 0)
		goto fail;
	if (conf.last.text.n) {
		*at = conf.last.at;
		(void)err_set(err, ERR_USAGE, "%.*s", STR(conf.last.what));
		goto fail;
	}
	take(live, a, &conf, opts);
	return 0;
fail:
	arena_free(&a);
	buf_truncate(&live->lines, length);
	return -1;
}

static bool
option(void *owner, size_t i, struct ui_option *ret, struct buf *value)
{
	const struct cmd_live *live = owner;

	return cmd_conf_option(&live->conf.options, i, ret, value);
}

int
cmd_live_open(struct cmd_live *live, struct ui_opts *opts, struct err *err)
{
	struct arena a = { 0 };
	struct conf conf;

	*live = (struct cmd_live){ .handed = { live, run, cmd_conf_check_line, option } };
	if (conf_read(&a, &conf, err) < 0) {
		arena_free(&a);
		return -1;
	}
	cmd_conf_check_binds(&a, &conf);
	take(live, a, &conf, opts);
	opts->config = &live->handed;
	return 0;
}

void
cmd_live_free(struct cmd_live *live)
{
	arena_free(&live->before);
	arena_free(&live->arena);
	buf_free(&live->lines);
}
