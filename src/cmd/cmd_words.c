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
cmd_words_operand(int argc, char **argv, const struct opts *table, const char **operand, struct err *err)
{
	int at = opts_read(argc, argv, table, err), rest = 1;

	if (at < 0)
		return -1;
	if (at == argc)
		return cmd_usage(argv[0], err);
	*operand = argv[at];
	if (at == 1 || strcmp(argv[at - 1], "--"))
		rest = opts_read(argc - at, argv + at, table, err);
	if (rest < 0)
		return -1;
	return at + rest == argc ? 0 : cmd_usage(argv[0], err);
}
