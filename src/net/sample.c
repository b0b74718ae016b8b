#include "net/sample.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/tr.h"

struct sample {
	struct path folder;
	struct buf index;
};

int
sample_open(struct sample **ret, const char *folder, struct err *err)
{
	struct sample *s = mem_zalloc(1, sizeof *s);
	struct path index;

	s->index = BUF_CAPPED(1 << 20);
	if (path_join(&s->folder, folder, "", err) < 0 || path_join(&index, folder, "index", err) < 0 ||
		file_read(index.p, s->index.max, &s->index, err) < 0) {
		sample_close(s);
		return -1;
	}
	*ret = s;
	return 0;
}

/* A file of the folder itself: no way out of it. */
static bool
is_plain_name(struct str name)
{
	return name.n && name.n < 128 && name.p[0] != '.' && str_find_char(name, '/') == name.n;
}

int
sample_get(const struct sample *s, struct str url, struct buf *body, struct str *content_type, struct err *err)
{
	struct str rest = buf_str(&s->index), line;

	while (str_line(&rest, &line)) {
		struct str of, name, type;
		struct path file;
		char text[128];

		if (!str_cut(line, '\t', &of, &line) || !str_eq(of, url))
			continue;
		str_cut(line, '\t', &name, &type);
		if (!is_plain_name(name))
			break;
		memcpy(text, name.p, name.n);
		text[name.n] = '\0';
		*content_type = type;
		return path_join(&file, s->folder.p, text, err) < 0 ? -1 : file_read(file.p, body->max, body, err);
	}
	return err_set(err, ERR_NETWORK, tr("there is no sample of it"));
}

void
sample_close(struct sample *s)
{
	if (!s)
		return;
	buf_free(&s->index);
	free(s);
}
