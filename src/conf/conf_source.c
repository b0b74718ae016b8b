#include "conf/conf_source.h"

#include <string.h>
#include <sys/stat.h>

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

static bool
is_being_read(const struct conf_source *reading, const char *file)
{
	struct stat wanted, one;
	bool ret = false;

	for (; reading && !ret; reading = reading->above)
		ret = !strcmp(reading->file, file) ||
		    (!stat(file, &wanted) && !stat(reading->file, &one) && wanted.st_ino == one.st_ino && wanted.st_dev == one.st_dev);
	return ret;
}

bool
conf_source(struct conf_line *line, const char *config, const struct conf_source *reading, const char **name, struct str *text)
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
	if (is_being_read(reading, *name))
		conf_line_problem(line, word.at, tr("‘%.*s’ is being read already: it leads back to itself"), STR(word.value));
	else if (file_own_read(*name, LIMIT_CONF_BYTES, &bytes, &err) < 0)
		conf_line_problem(line, word.at, "%s", err.text);
	*text = arena_dup(line->arena, buf_str(&bytes));
	buf_free(&bytes);
	return !line->is_bad;
}
