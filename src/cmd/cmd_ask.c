#include "cmd/cmd_ask.h"

#include <stdio.h>
#include <unistd.h>

#include "text/consent.h"
#include "text/say.h"

/* A line of standard input, without its end; longer ones are cut. Where there is none, as when a signal comes, the line of the question is ended here. */
static struct str
read_answer(char *line, size_t size)
{
	size_t n = 0;

	while (n < size) {
		ssize_t got = read(STDIN_FILENO, line + n, 1);

		if (got <= 0)
			(void)fputc('\n', stderr);
		if (got <= 0 || line[n] == '\n')
			break;
		n++;
	}
	return str_new(line, n);
}

bool
cmd_ask_can(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

bool
cmd_ask_yes(const char *question)
{
	char line[64];

	say_ask("%s [y/N] ", question);
	return consent_is_yes(read_answer(line, sizeof line));
}
