#include "ui/hyperlinks.h"

#include <stdlib.h>

#include "base/num.h"
#include "text/url.h"

/* Beginnings of TERM. */
static const char *const types[] = {
	"xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour", "mintty", "rio",
};

/* Variables that terminals set: any value, one of theirs, or a number and the least of it. */
static const struct {
	const char *name, *value;
	int64_t least;
} variables[] = {
	{ "VTE_VERSION", NULL, 5002 }, /* GNOME and its kin; before, it crashed */
	{ "KONSOLE_VERSION", NULL, 201200 },
	{ "KITTY_WINDOW_ID", NULL, 0 },
	{ "WEZTERM_PANE", NULL, 0 },
	{ "WT_SESSION", NULL, 0 }, /* Windows Terminal */
	{ "DOMTERM", NULL, 0 },
	{ "TERM_PROGRAM", "iTerm.app", 0 },
	{ "TERM_PROGRAM", "WezTerm", 0 },
	{ "TERM_PROGRAM", "vscode", 0 },
	{ "TERM_PROGRAM", "ghostty", 0 },
	{ "TERM_PROGRAM", "rio", 0 },
};

/* tmux hands them on from 3.4 on, whatever stands around it. */
static bool
is_new_tmux(void)
{
	struct str version = str_of(getenv("TERM_PROGRAM_VERSION"));
	int64_t major = num_take(&version, 4), minor;

	if (!str_is(str_of(getenv("TERM_PROGRAM")), "tmux") || !str_starts(version, "."))
		return false;
	version = str_sub(version, 1, version.n);
	minor = num_take(&version, 4);
	return major > 3 || (major == 3 && minor >= 4);
}

static bool
has_variable(size_t i)
{
	struct str value = str_of(getenv(variables[i].name));
	int64_t version;

	if (!value.n || (variables[i].value && !str_is(value, variables[i].value)))
		return false;
	return !variables[i].least || (num_parse(value, 0, INT32_MAX, &version) && version >= variables[i].least);
}

bool
hyperlinks_are_shown(const char *type)
{
	if (str_of(getenv("TMUX")).n)
		return is_new_tmux();
	if (!strcmp(type, "linux") || str_starts(str_of(type), "screen"))
		return false;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_starts(str_of(type), types[i]))
			return true;
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
		if (has_variable(i))
			return true;
	return false;
}

bool
hyperlinks_encode(struct buf *out, struct str url)
{
	size_t before = out->n;

	if (!url_is_safe(url))
		return false;
	for (size_t i = 0; i < url.n && out->n - before <= HYPERLINKS_BYTES; i++)
		if (url.p[i] > 0x20 && url.p[i] < 0x7f)
			(void)buf_putc(out, url.p[i]);
		else
			(void)buf_printf(out, "%%%02X", (unsigned char)url.p[i]);
	if (out->n - before <= HYPERLINKS_BYTES)
		return true;
	buf_truncate(out, before);
	return false;
}
