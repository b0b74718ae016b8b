#include "base/tr.h"
#include "cmd/cmd.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_complete_opts.h"
#include "cmd/cmd_complete_usage.h"
#include "cmd/cmd_complete_words.h"
#include "text/opts.h"

/* What stands on the line before the word, behind the command. */
struct before {
	const struct cmd *command;
	struct cmd_complete_opt *opts;
	size_t n_opts;
	const struct cmd_complete_opt *waiting; /* an option whose value the word is */
	bool is_ended; /* by "--" */
	bool has_operand;
};

/* True when an option as it is typed has its value behind it: not "--name=value", not "-nvalue". */
static const struct cmd_complete_opt *
waits(const struct before *b, struct str word)
{
	const struct cmd_complete_opt *opt = cmd_complete_opts_find(b->opts, b->n_opts, word);

	if (!opt || !opt->value.n)
		return NULL;
	for (size_t i = 1; !str_starts(word, "--") && i + 1 < word.n; i++) {
		const struct cmd_complete_opt *inner = cmd_complete_opts_find(b->opts, b->n_opts, str_sub(word, 0, i + 1));

		if (inner && inner->value.n)
			return NULL;
	}
	return opt;
}

static void
read_before(struct before *b, int n, char **words)
{
	for (int i = 0; i < n; i++) {
		bool was_waiting = b->waiting;

		if (b->is_ended)
			return;
		if (b->waiting)
			b->waiting = NULL;
		else if (!strcmp(words[i], "--"))
			b->is_ended = true;
		else
			b->waiting = waits(b, str_of(words[i]));
		b->has_operand |= words[i][0] != '-' && !was_waiting;
	}
}

/* ---- the word */

static void
tell_value(struct cmd_complete *c, const struct before *b, const struct cmd_complete_opt *opt)
{
	struct str choices = cmd_complete_usage_value(b->command->usage, opt->name, opt->letter), one;

	if (!str_has(choices, "|"))
		choices = opt->value;
	while (choices.n) {
		str_cut(choices, '|', &one, &choices);
		cmd_complete_words_of(c, one);
	}
}

static void
tell_options(struct cmd_complete *c, const struct before *b)
{
	for (size_t i = 0; i < b->n_opts; i++)
		cmd_complete_words_tell(c, arena_printf(&c->a, "--%.*s", STR(b->opts[i].name)), b->opts[i].help);
	cmd_complete_words_tell(c, str_lit("--help"), str_of(tr(cmd_find("help")->summary)));
}

/* "--name=val": what stays in front, and the option. */
static const struct cmd_complete_opt *
cut_value(struct cmd_complete *c, const struct before *b)
{
	struct str name, value;
	const struct cmd_complete_opt *opt;

	if (!str_starts(c->word, "--") || !str_cut(c->word, '=', &name, &value))
		return NULL;
	opt = cmd_complete_opts_find(b->opts, b->n_opts, name);
	if (!opt || !opt->value.n)
		return NULL;
	buf_add(&c->front, str_sub(c->word, 0, name.n + 1));
	c->word = value;
	return opt;
}

/* A word such as "test" stands first, and what it is about behind it. */
static void
tell_operands(struct cmd_complete *c, const struct before *b)
{
	struct cmd_complete_usage usage = cmd_complete_usage_of(b->command->usage);
	struct str operand;
	bool has_word = false;

	while (cmd_complete_usage_next(&usage, &operand)) {
		bool is_word = operand.n && operand.p[0] >= 'a' && operand.p[0] <= 'z';

		has_word |= is_word;
		if (has_word && is_word == b->has_operand)
			continue;
		if (!(b->is_ended && str_ends(operand, "TAG") && strchr("+-", operand.p[0])))
			cmd_complete_words_of(c, operand);
	}
}

static int
tell_behind(struct cmd_complete *c, int n, char **words, struct err *err)
{
	struct before b = { .command = cmd_find(words[0]) };
	const struct cmd_complete_opt *opt;

	if (!b.command || (b.command->flags & CMD_HIDDEN))
		return 0;
	if (cmd_complete_opts_read(&c->a, words[0], &b.opts, &b.n_opts, err) < 0)
		return -1;
	read_before(&b, n - 2, words + 1);
	opt = b.waiting ? b.waiting : b.is_ended ? NULL : cut_value(c, &b);
	if (opt) {
		tell_value(c, &b, opt);
		return 0;
	}
	if (!b.is_ended && str_starts(c->word, "-"))
		tell_options(c, &b);
	tell_operands(c, &b);
	return 0;
}

static void
tell_first(struct cmd_complete *c)
{
	cmd_complete_words_of(c, str_lit("COMMAND"));
	if (!str_starts(c->word, "-"))
		return;
	cmd_complete_words_tell(c, str_lit("--demo"), str_of(tr("open it on sample feeds, without the network")));
	cmd_complete_words_tell(c, str_lit("--help"), str_of(tr(cmd_find("help")->summary)));
	cmd_complete_words_tell(c, str_lit("--version"), str_of(tr(cmd_find("version")->summary)));
}

/* Candidates for the last word, a line each, for the scripts in share/completions. */
int
cmd_complete(int argc, char **argv, struct err *err)
{
	const struct opts table[] = { { 0 } };
	struct cmd_complete c = { 0 };
	int at = opts_before(argc, argv, table, err), n = argc - at, rc = 0;

	if (at < 0)
		return -1;
	if (!n)
		return cmd_usage("complete", err);
	c.word = str_of(argv[argc - 1]);
	if (n == 1)
		tell_first(&c);
	else
		rc = tell_behind(&c, n, argv + at, err);
	map_free(&c.told);
	buf_free(&c.front);
	arena_free(&c.a);
	return rc;
}
