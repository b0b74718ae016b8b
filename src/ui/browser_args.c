#include "ui/browser_args.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "text/url.h"

const char *const *
browser_args(struct arena *a, const char *const *words, const char *what)
{
	size_t n = 0, k = 0;
	bool has_it = false;
	const char **ret;

	while (words[n])
		n++;
	ret = arena_new(a, const char *, n + 2);
	for (; k < n; k++) {
		bool is_it = !strcmp(words[k], "%s");

		ret[k] = is_it ? what : words[k];
		has_it |= is_it;
	}
	if (!has_it)
		ret[k++] = what;
	ret[k] = NULL;
	return ret;
}

/* $BROWSER: programs with ":" between them, of which the first counts. */
static const char *const *
words_of_environment(struct arena *a)
{
	struct str command, word;
	vec(const char *) words = { 0 };
	const char **ret;

	str_cut(str_of(getenv("BROWSER")), ':', &command, NULL);
	while ((word = str_word(&command)).n)
		*vec_add(&words) = arena_cstr(a, word);
	*vec_add(&words) = NULL;
	ret = arena_new(a, const char *, words.n);
	memcpy(ret, words.v, words.n * sizeof *ret);
	vec_free(&words);
	return *ret ? ret : NULL;
}

const char *const *
browser_args_words(struct arena *a, const char *const *configured, struct str url)
{
	static const char *const usual[] = { "xdg-open", NULL };
	const char *const *words = NULL;

	if (!url_is_web(url))
		return usual;
	words = configured ? configured : words_of_environment(a);
	return words ? words : usual;
}

bool
browser_args_is_textual(const char *program)
{
	static const char *const known[] = { "w3m", "lynx", "links", "links2", "elinks", "felinks", "cha", "chawan", "browsh", "carbonyl",
		"edbrowse", "www-browser" };
	const char *slash = strrchr(program, '/');

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(slash ? slash + 1 : program, known[i]))
			return true;
	return false;
}
