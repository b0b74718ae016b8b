#include "ui/term_entry.h"

#include <curses.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>

/* The compiled form of term(5) with numbers of 32 bits. */
enum { MAGIC = 01036, ABSENT = 0xffff, COLORS_MAX = 1 << 24, PAIRS_MAX = 1 << 15 };

#define SET_COLOR(palette, direct) \
	"\033[%?%p1%{256}%<%t" palette ";5;%p1%d%e" direct ";2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"

/* What is put in the place of the terminal's own. */
static const struct {
	const char *name, *value;
} strings[] = {
	{ "setaf", SET_COLOR("38", "38") },
	{ "setab", SET_COLOR("48", "48") },
	{ "initc", NULL }, { "initp", NULL }, { "oc", NULL }, { "setf", NULL }, { "setb", NULL }, { "scp", NULL },
};

static void
add_byte(struct buf *out, unsigned byte)
{
	(void)buf_printf(out, "%02x", byte & 0xff);
}

static void
add_number(struct buf *out, int number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		add_byte(out, (unsigned)number >> (8 * i));
}

static void
add_text(struct buf *out, const char *text)
{
	do
		add_byte(out, (unsigned char)*text);
	while (*text++);
}

static const char *
string_of(const char *name)
{
	const char *value;

	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
		if (!strcmp(strings[i].name, name))
			return strings[i].value;
	value = tigetstr(name);
	return value == (char *)-1 ? NULL : value;
}

static int
number_of(const char *name)
{
	if (!strcmp(name, "colors"))
		return COLORS_MAX;
	return strcmp(name, "pairs") ? tigetnum(name) : PAIRS_MAX;
}

/* The strings and their places; returns how many bytes they take. */
static int
add_strings(struct buf *places, struct buf *texts, int n)
{
	int at = 0;

	for (int i = 0; i < n; i++) {
		const char *value = string_of(strnames[i]);

		add_number(places, value ? at : ABSENT, 2);
		if (!value)
			continue;
		add_text(texts, value);
		at += (int)strlen(value) + 1;
	}
	return at;
}

static int
count(NCURSES_CONST char *const *names)
{
	int n = 0;

	while (names[n])
		n++;
	return n;
}

/* The extension that tells curses of direct colours: one flag, and its name. */
static void
add_extension(struct buf *out)
{
	static const int counts[] = { 1, 0, 0, 1, sizeof "RGB" };

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		add_number(out, counts[i], 2);
	add_number(out, 1, 2); /* the flag, and a byte to be even */
	add_number(out, 0, 2); /* where its name is */
	add_text(out, "RGB");
}

static void
write_entry(const char *name, struct buf *out)
{
	const int bools = count(boolnames), numbers = count(numnames), n = count(strnames), names = (int)strlen(name) + 1;
	struct buf places = { 0 }, texts = { 0 };
	const int size = add_strings(&places, &texts, n);
	const int head[] = { MAGIC, names, bools, numbers, n, size };

	(void)buf_puts(out, "hex:");
	for (size_t i = 0; i < sizeof head / sizeof *head; i++)
		add_number(out, head[i], 2);
	add_text(out, name);
	for (int i = 0; i < bools; i++)
		add_byte(out, strcmp(boolnames[i], "ccc") && tigetflag(boolnames[i]) > 0);
	if ((names + bools) % 2)
		add_byte(out, 0);
	for (int i = 0; i < numbers; i++)
		add_number(out, number_of(numnames[i]), 4);
	(void)buf_add(out, buf_str(&places));
	(void)buf_add(out, buf_str(&texts));
	if (size % 2)
		add_byte(out, 0);
	add_extension(out);
	buf_free(&places);
	buf_free(&texts);
}

static bool
has_extension(const char *name)
{
	const char *value = tigetstr(name);

	return tigetflag(name) > 0 || tigetnum(name) > 0 || (value && value != (char *)-1);
}

/* Those that do not take them may have the variable all the same, from the terminal that they were started in. */
static bool
has_direct(const char *name)
{
	struct str type = str_of(name), says = str_of(getenv("COLORTERM")), tmux = str_of(getenv("TMUX"));

	if (has_extension("RGB") || has_extension("Tc"))
		return true;
	if (tigetnum("colors") < 8 || str_is(type, "linux") || (str_starts(type, "screen") && !tmux.n))
		return false;
	return str_is(says, "truecolor") || str_is(says, "24bit");
}

bool
term_entry_direct(const char *name, struct buf *out)
{
	int status;
	bool is_there;

	if (setupterm(name, STDOUT_FILENO, &status) == ERR)
		return false;
	is_there = has_direct(name);
	if (is_there)
		write_entry(name, out);
	(void)del_curterm(cur_term);
	return is_there;
}
