#include "ui/term_back.h"

#include <curses.h>
#include <signal.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "base/mem.h"

/*
 * Crashes; then what ends the reader also before it waits for signals, as while a cache is brought up to date,
 * and what it never waits for.
 */
static const int ends[] = {
	SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU,
};

enum { ENDS = sizeof ends / sizeof *ends, CRASHES = 5 };

/* A signal handler needs it. */
static struct {
	struct termios settings;
	char modes[256], curses[256]; /* bytes that end what we began */
	size_t n_modes, n_curses;
	struct sigaction before[ENDS];
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

/* Then as if we had not been there. */
static void
on_end(int number)
{
	give_back();
	for (size_t i = 0; i < ENDS; i++)
		if (ends[i] == number)
			(void)sigaction(number, &back.before[i], NULL);
	(void)raise(number);
}

/* Of what ends the program by itself, as in a crash; a sanitizer's handler tells more. Not what nohup had us ignore. */
static void
catch_ends(void)
{
	struct sigaction action = { .sa_handler = on_end, .sa_flags = SA_NODEFER };

	for (size_t i = 0; i < ENDS; i++) {
		struct sigaction old;

		if (sigaction(ends[i], NULL, &old) || old.sa_handler == on_end || old.sa_handler == SIG_IGN)
			continue;
		if (i < CRASHES && old.sa_handler != SIG_DFL)
			continue;
		back.before[i] = old;
		(void)sigaction(ends[i], &action, NULL);
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
	catch_ends();
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
