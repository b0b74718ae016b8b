#include "text/opts.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/num.h"
#include "base/tr.h"
#include "text/say.h"
#include "text/typo.h"
#include "text/width.h"

enum {
	FORM_COLS = 30, /* of an option as it is typed; a longer one has a line of its own */
	SLIPS = 2,      /* in a name that is still known */
};

static const struct opts *
by_name(const struct opts *table, struct str name)
{
	for (; table->name; table++)
		if (str_is(name, table->name))
			return table;
	return NULL;
}

static const struct opts *
by_letter(const struct opts *table, char letter)
{
	for (; table->name; table++)
		if (table->letter == letter)
			return table;
	return NULL;
}

static const struct opts *
nearest(const struct opts *table, struct str name)
{
	const struct opts *near = NULL;
	int least = SLIPS + 1;

	for (; table->name; table++) {
		int n = typo_distance(name, str_of(table->name));

		if (n < least) {
			least = n;
			near = table;
		}
	}
	return near;
}

static int
tell_unknown(const struct opts *table, struct str name, struct err *err)
{
	const struct opts *near = nearest(table, name);

	if (near)
		return err_set(err, ERR_USAGE, tr("unknown option --%.*s; did you mean --%s?"), STR(name), near->name);
	return err_set(err, ERR_USAGE, tr("unknown option --%.*s; words that begin with - go behind --"), STR(name));
}

static int
store_value(const struct opts *opt, const char *value, struct err *err)
{
	struct opts_list *list = opt->to;
	int64_t number;

	switch (opt->kind) {
	case OPTS_FLAG:
		*(bool *)opt->to = true;
		return 0;
	case OPTS_TEXT:
		*(const char **)opt->to = value;
		return 0;
	case OPTS_NUMBER:
		if (!num_parse(str_of(value), opt->min, opt->max, &number))
			return err_set(err, ERR_USAGE, tr("--%s takes a number from %lld to %lld, not ‘%.80s’"), opt->name,
				opt->min, opt->max, value);
		*(int64_t *)opt->to = number;
		return 0;
	case OPTS_LIST:
		if (list->n == sizeof list->v / sizeof *list->v)
			return err_set(err, ERR_USAGE, tr("too many --%s"), opt->name);
		list->v[list->n++] = value;
		return 0;
	}
	return -1;
}

/* --name, --name=value or --name value; *at moves past what was used. */
static int
read_long(int argc, char **argv, int *at, const struct opts *table, struct err *err)
{
	struct str name, value;
	bool has_value = str_cut(str_of(argv[*at] + 2), '=', &name, &value);
	const struct opts *opt = by_name(table, name);

	if (!opt)
		return tell_unknown(table, name, err);
	if (opt->kind == OPTS_FLAG && has_value)
		return err_set(err, ERR_USAGE, tr("--%s takes no value"), opt->name);
	if (opt->kind != OPTS_FLAG && !has_value) {
		if (*at + 1 >= argc)
			return err_set(err, ERR_USAGE, tr("--%s needs a value"), opt->name);
		value = str_of(argv[++*at]);
	}
	return store_value(opt, value.p, err);
}

/* -abc, -nvalue or -n value. */
static int
read_short(int argc, char **argv, int *at, const struct opts *table, struct err *err)
{
	for (char *p = argv[*at] + 1; *p; p++) {
		const struct opts *opt = by_letter(table, *p);

		if (!opt)
			return err_set(err, ERR_USAGE, tr("unknown option %s; words that begin with - go behind --"), argv[*at]);
		if (opt->kind == OPTS_FLAG) {
			if (store_value(opt, NULL, err) < 0)
				return -1;
			continue;
		}
		if (p[1])
			return store_value(opt, p + 1, err);
		if (*at + 1 >= argc)
			return err_set(err, ERR_USAGE, tr("-%c needs a value"), *p);
		return store_value(opt, argv[++*at], err);
	}
	return 0;
}

/* "  -n, --name NAME", the value in the user's language. */
static void
add_form(struct buf *line, const struct opts *opt)
{
	if (opt->letter)
		(void)buf_printf(line, "  -%c, --%s", opt->letter, opt->name);
	else
		(void)buf_printf(line, "      --%s", opt->name);
	if (opt->value)
		(void)buf_printf(line, " %s", tr(opt->value));
}

static void
tell(const struct opts *table)
{
	struct buf line = { 0 };
	int cols = 0;

	for (const struct opts *opt = table; opt->name; opt++) {
		int wanted;

		buf_clear(&line);
		add_form(&line, opt);
		wanted = width_str(buf_str(&line));
		if (wanted > cols && wanted <= FORM_COLS)
			cols = wanted;
	}
	for (const struct opts *opt = table; opt->name; opt++) {
		int rest;

		buf_clear(&line);
		add_form(&line, opt);
		rest = cols - width_str(buf_str(&line));
		if (rest < 0) { /* too long for the column: the text stands below */
			say_out("%s", buf_cstr(&line));
			buf_clear(&line);
			rest = cols;
		}
		(void)buf_fill(&line, ' ', (size_t)rest + 2);
		say_out("%s%s", buf_cstr(&line), tr(opt->help));
	}
	buf_free(&line);
}

static int
tell_help(const struct opts *table, struct err *err)
{
	say_out("%s", "");
	if (table->name) {
		tell(table);
		say_out("%s", "");
	}
	say_out("%s", tr("More: man sosik"));
	return err_set(err, ERR_HELP, "%s", "");
}

static int
list_options(const struct opts *table, struct err *err)
{
	struct buf line = { 0 };

	for (const struct opts *opt = table; opt->name; opt++) {
		(void)buf_printf(&line, "%s\t%.*s\t%s\t%s\n", opt->name, opt->letter != 0, &opt->letter, opt->value ? opt->value : "",
			tr(opt->help));
	}
	say_raw(buf_str(&line));
	buf_free(&line);
	return err_set(err, ERR_HELP, "%s", "");
}

int
opts_one(int argc, char **argv, const struct opts *table, struct err *err)
{
	int at = 1, rc;

	if (!strcmp(argv[at], "--help") || !strcmp(argv[at], "-h"))
		return tell_help(table, err);
	if (!strcmp(argv[at], "--list-options"))
		return list_options(table, err);
	rc = (argv[at][1] == '-' ? read_long : read_short)(argc, argv, &at, table, err);
	return rc < 0 ? -1 : at + 1;
}

int
opts_before(int argc, char **argv, const struct opts *table, struct err *err)
{
	int at = 1;

	while (at < argc && argv[at][0] == '-' && argv[at][1]) {
		int used;

		if (!strcmp(argv[at], "--"))
			return at + 1;
		used = opts_one(argc - at + 1, argv + at - 1, table, err);
		if (used < 0)
			return -1;
		at += used - 1;
	}
	return at;
}

/* Moves the words at argv[at], up to end, in front of those at argv[first]. */
static void
move_before(char **argv, int first, int at, int end)
{
	for (; at < end; at++, first++) {
		char *word = argv[at];

		memmove(argv + first + 1, argv + first, (size_t)(at - first) * sizeof *argv);
		argv[first] = word;
	}
}

int
opts_read(int argc, char **argv, const struct opts *table, struct err *err)
{
	int first = 1, at = 1;

	while (at < argc) {
		bool is_end = !strcmp(argv[at], "--");
		int used;

		if (argv[at][0] != '-' || !argv[at][1]) {
			at++;
			continue;
		}
		used = is_end ? 2 : opts_one(argc - at + 1, argv + at - 1, table, err);
		if (used < 0)
			return -1;
		move_before(argv, first, at, at + used - 1);
		first += used - 1;
		at += used - 1;
		if (is_end)
			break;
	}
	return first;
}
