#include "ui/term_mouse.h"

#include <unistd.h>

#include "ui/term_back.h"

#define ON "\033[?1000h\033[?1006h"
#define OFF "\033[?1006l\033[?1000l"

static bool is_told;

static void
tell(bool is_on)
{
	(void)!write(STDOUT_FILENO, is_on ? ON : OFF, sizeof ON - 1);
}

void
term_mouse(bool is_on)
{
	if (is_told == is_on)
		return;
	is_told = is_on;
	term_back_add(OFF);
	tell(is_on);
}

void
term_mouse_pause(void)
{
	if (is_told)
		tell(false);
}

void
term_mouse_resume(void)
{
	if (is_told)
		tell(true);
}
