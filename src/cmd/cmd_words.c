#include "cmd/cmd_words.h"

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
	char **rest = argv;
	int n = 0;
	bool is_ended = false;

	while (argc > 1) {
		int at = is_ended ? 1 : opts_read(argc, rest, table, err);

		if (at < 0)
			return -1;
		is_ended |= at > 1 && !strcmp(rest[at - 1], "--");
		if (at < argc)
			argv[++n] = rest[at];
		argc -= at;
		rest += at;
	}
	return n;
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
