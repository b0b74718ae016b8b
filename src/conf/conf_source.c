#include "conf/conf_source.h"

#include "base/file_own.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/tr.h"

static const char *
place_of(struct arena *a, const char *config, struct str name)
{
	const char *path = path_home(a, arena_cstr(a, name)), *slash = strrchr(config, '/');

	return *path == '/' || !slash ? path : arena_printf(a, "%.*s/%s", (int)(slash - config), config, path).p;
}

bool
conf_source(struct conf_line *line, const char *config, const char **name, struct str *text)
{
	struct conf_word word, more;
	struct buf bytes = { 0 };
	struct err err = { 0 };

	if (!conf_line_word(line, &word)) {
		if (!line->is_bad)
			conf_line_problem(line, line->at, "%s", tr("a file is missing: source FILE"));
		return false;
	}
	if (conf_line_word(line, &more))
		conf_line_problem(line, more.at, "%s", tr("nothing else may stand here"));
	if (line->is_bad)
		return false;
	*name = place_of(line->arena, config, word.value);
	if (file_own_read(*name, LIMIT_CONF_BYTES, &bytes, &err) < 0)
		conf_line_problem(line, word.at, "%s", err.text);
	*text = arena_dup(line->arena, buf_str(&bytes));
	buf_free(&bytes);
	return !line->is_bad;
}
