#include "base/tr.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"

static bool tr_korean;
static char *tr_before; /* LANGUAGE as it was at the start; NULL for none */

/* The language asked for, by the variables themselves: setlocale() knows only locales that are generated. */
static struct str
language_wanted(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	struct str language = str_of(getenv("LANGUAGE"));

	if (language.n)
		return language;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str value = str_of(getenv(names[i]));

		if (value.n)
			return value;
	}
	return STR_NONE;
}

/* A UTF-8 LC_CTYPE always; messages and nothing else follow the locale (numbers and dates are our own). */
static void
set_locale(void)
{
	const char *ctype = setlocale(LC_CTYPE, "");

	if (!ctype || (!str_has(str_of(ctype), "UTF-8") && !str_has(str_of(ctype), "utf8")))
		setlocale(LC_CTYPE, "C.UTF-8");
	if (!setlocale(LC_MESSAGES, "") || tr_korean)
		setlocale(LC_MESSAGES, "C.UTF-8");
}

void
tr_init(void)
{
	const char *language = getenv("LANGUAGE");

	free(tr_before);
	tr_before = language ? mem_dup(language, strlen(language)) : NULL;
	bindtextdomain("sosik", path_locale());
	bind_textdomain_codeset("sosik", "UTF-8");
	tr_use(TR_AUTO);
}

void
tr_use(enum tr_language language)
{
	if (tr_before)
		setenv("LANGUAGE", tr_before, 1);
	else
		unsetenv("LANGUAGE");
	tr_korean = language == TR_KOREAN || (language == TR_AUTO && str_starts(language_wanted(), "ko"));
	if (tr_korean || language == TR_ENGLISH)
		setenv("LANGUAGE", tr_korean ? "ko" : "en", 1);
	set_locale();
	textdomain("sosik"); /* also lets go of what gettext remembers of another language */
}

bool
tr_is_korean(void)
{
	return tr_korean;
}

const char *
tr(const char *message)
{
	return gettext(message);
}

const char *
tr_n(const char *one, const char *many, unsigned long n)
{
	return ngettext(one, many, n);
}
