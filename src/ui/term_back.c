#include "ui/term_back.h"

#include <curses.h>
#include <signal.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "base/mem.h"

/* A signal handler needs it. */
static struct {
	struct termios settings;
	char modes[256], curses[256]; /* bytes that end what we began */
	size_t n_modes, n_curses;
	volatile sig_atomic_t is_on;
} back;

/* Async-signal-safe. */
static void
give_back(void)
{
	if (!back.is_on)
		return;
	(void)!write(STDOUT_FILENO, back.modes, back.n_modes);
	(void)!write(STDOUT_FILENO, back.curses, back.n_curses);
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &back.settings);
}

static void
on_crash(int number)
{
	give_back();
	(void)raise(number); /* the default action: SA_RESETHAND */
}

static void
catch_crashes(void)
{
	static const int numbers[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT };
	struct sigaction action = { .sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND | SA_NODEFER };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct sigaction old;

		/* a sanitizer's handler tells more than the bare end */
		if (!sigaction(numbers[i], NULL, &old) && old.sa_handler == SIG_DFL)
			(void)sigaction(numbers[i], &action, NULL);
	}
}

static int
add_byte(int c)
{
	if (back.n_curses < sizeof back.curses)
		back.curses[back.n_curses++] = (char)c;
	return c;
}

/* The capabilities that undo what curses did, without their padding. */
static void
add_capabilities(void)
{
	static const char *const names[] = { "sgr0", "cnorm", "rmcup" };

	back.n_curses = 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = tigetstr(names[i]);

		if (value && value != (char *)-1)
			(void)tputs(value, 1, add_byte);
	}
}

void
term_back_begin(const struct termios *settings)
{
	back.settings = *settings;
	back.n_modes = 0;
	add_capabilities();
	back.is_on = true;
	mem_set_hook(give_back);
	catch_crashes();
}

void
term_back_add(const char *bytes)
{
	size_t n = strlen(bytes);

	if (memmem(back.modes, back.n_modes, bytes, n) || n > sizeof back.modes - back.n_modes)
		return;
	memcpy(back.modes + back.n_modes, bytes, n);
	back.n_modes += n;
}

void
term_back_end(void)
{
	mem_set_hook(NULL);
	back.is_on = false;
}
