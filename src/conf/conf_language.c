#include "conf/conf_language.h"

#include "base/file.h"
#include "base/limits.h"
#include "conf/conf_line.h"

/* Those of the option. */
static const char *const words[] = { [TR_AUTO] = "auto", [TR_KOREAN] = "ko", [TR_ENGLISH] = "en" };

static void
take_line(struct conf_line *line, enum tr_language *ret)
{
	struct conf_word word, more;

	if (!conf_line_word(line, &word) || (!str_is(word.value, "set") && !str_is(word.value, "설정")) || !conf_line_word(line, &word) || !str_is(word.value, "language") ||
	    !conf_line_word(line, &word) || conf_line_word(line, &more) || line->is_bad)
		return;
	for (int i = TR_AUTO; i <= TR_ENGLISH; i++)
		if (str_is(word.value, words[i]))
			*ret = (enum tr_language)i;
}

enum tr_language
conf_language(void)
{
	enum tr_language ret = TR_AUTO;
	struct conf_problems problems = { 0 };
	struct arena a = { 0 };
	struct buf text = { 0 };
	struct path file;
	struct err err = { 0 };
	struct str rest, line;

	if (!file_read_settings("config", LIMIT_CONF_BYTES, &file, &text, &err))
		for (rest = buf_str(&text); str_line(&rest, &line);) {
			struct conf_line at = { .arena = &a, .file = "", .text = line, .problems = &problems };

			take_line(&at, &ret);
		}
	vec_free(&problems.list);
	arena_free(&a);
	buf_free(&text);
	return ret;
}
