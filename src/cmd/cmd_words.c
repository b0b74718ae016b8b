#include "cmd/cmd_words.h"

#include <string.h>

#include "base/buf.h"
#include "cmd/cmd.h"

struct str
cmd_words_join(struct arena *a, int argc, char **argv)
{
	struct buf text = { 0 };
	struct str ret;

	for (int i = 0; i < argc; i++) {
		if (i)
			buf_putc(&text, ' ');
		buf_puts(&text, argv[i]);
	}
	ret = arena_dup(a, buf_str(&text));
	buf_free(&text);
	return ret;
}

int
cmd_words_operands(int argc, char **argv, const struct opts *table, struct err *err)
{
	int at = opts_read(argc, argv, table, err);

	if (at < 0)
		return -1;
	memmove(argv + 1, argv + at, (size_t)(argc - at) * sizeof *argv);
	return argc - at;
}

static bool
is_option(const struct opts *table, struct str word)
{
	bool is_letter = false;

	for (; table->name && !is_letter; table++)
		is_letter = table->letter && word.n == 2 && word.p[1] == table->letter;
	return str_starts(word, is_letter ? "-" : "--");
}

int
cmd_words_query(int argc, char **argv, const struct opts *table, struct err *err)
{
	int at = opts_before(argc, argv, table, err), n = 0;
	bool is_ended = at > 1 && !strcmp(argv[at - 1], "--");

	while (at > 0 && at < argc) {
		bool is_end = !is_ended && !strcmp(argv[at], "--");
		int used;

		is_ended |= is_end;
		if (is_ended || !is_option(table, str_of(argv[at]))) {
			argv[n + 1] = argv[at++];
			n += !is_end;
			continue;
		}
		used = opts_one(argc - at + 1, argv + at - 1, table, err);
		at = used < 0 ? -1 : at + used - 1;
	}
	return at < 0 ? -1 : n;
}

int
cmd_words_operand(int argc, char **argv, const struct opts *table, const char **operand, struct err *err)
{
	int n = cmd_words_operands(argc, argv, table, err);

	if (n < 0)
		return -1;
	*operand = argv[1];
	return n == 1 ? 0 : cmd_usage(argv[0], err);
}
