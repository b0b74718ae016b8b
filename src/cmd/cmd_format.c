#include "cmd/cmd_format.h"

#include <string.h>

#include "base/tr.h"

int
cmd_format_read(const char *name, enum cmd_format *ret, struct err *err)
{
	static const char *const names[CMD_FORMATS] = { "text", "markdown", "html", "json" };

	for (size_t i = 0; i < CMD_FORMATS; i++)
		if (!strcmp(names[i], name)) {
			*ret = (enum cmd_format)i;
			return 0;
		}
	return err_set(err, ERR_USAGE, tr("--format takes text, markdown, html or json, not ‘%.80s’"), name);
}
