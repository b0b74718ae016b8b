#include "cmd/cmd_words.h"

#include "base/buf.h"

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
