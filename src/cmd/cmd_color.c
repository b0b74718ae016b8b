#include "cmd/cmd_color.h"

#include <stdlib.h>
#include <unistd.h>

#include "text/clean.h"

bool
cmd_color_on(void)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

void
cmd_color_put(struct buf *out, int color, struct str text)
{
	bool is_colored = color >= 0 && cmd_color_on();
	struct buf clean = { 0 };

	clean_inline(&clean, text);
	if (is_colored && color < 16)
		(void)buf_printf(out, "\033[%dm", color < 8 ? 30 + color : 82 + color);
	else if (is_colored)
		(void)buf_printf(out, "\033[38;5;%dm", color);
	(void)buf_add(out, buf_str(&clean));
	if (is_colored)
		(void)buf_puts(out, "\033[0m");
	buf_free(&clean);
}
