#include "ui/memory.h"

#include "base/file.h"
#include "base/path.h"
#include "text/clean.h"

enum { BYTES_MAX = 1 << 20, LINES_MAX = 4000 /* what folds of feeds that are long gone may come to */ };

static const char file_name_of[] = "reader";

/* A value is one line. */
static void
add(struct memory *m, const char *key, struct str value)
{
	struct buf line = { 0 };

	if (m->lines.n == LINES_MAX)
		return;
	(void)buf_printf(&line, "%s ", key);
	clean_line(&line, value);
	*vec_add(&m->lines) = line;
	m->is_changed = true;
}

/* What stands behind the key; false for a line of another. */
static bool
is_of(const struct buf *line, const char *key, struct str *value)
{
	struct str text = buf_str(line);
	size_t n = strlen(key);

	if (!str_starts(text, key) || text.n <= n || text.p[n] != ' ')
		return false;
	*value = str_sub(text, n + 1, text.n);
	return true;
}

static void
take_out(struct memory *m, size_t at)
{
	buf_free(&m->lines.v[at]);
	m->lines.n--;
	memmove(&m->lines.v[at], &m->lines.v[at + 1], (m->lines.n - at) * sizeof *m->lines.v);
	m->is_changed = true;
}

/* The line of this value, or the number of lines. */
static size_t
find(const struct memory *m, const char *key, struct str value)
{
	struct buf clean = { 0 };
	struct str has;
	size_t i = 0;

	clean_line(&clean, value);
	while (i < m->lines.n && !(is_of(&m->lines.v[i], key, &has) && str_eq(has, buf_str(&clean))))
		i++;
	buf_free(&clean);
	return i;
}

void
memory_read(struct memory *m)
{
	struct path path;
	struct buf text = { 0 };
	struct str rest, line, key, value;

	if (path_state(&path, file_name_of, NULL) < 0 || file_read(path.p, BYTES_MAX, &text, NULL) < 0)
		return;
	rest = buf_str(&text);
	while (str_line(&rest, &line) && m->lines.n < LINES_MAX) {
		struct buf kept = { 0 };

		if (!str_cut(line, ' ', &key, &value))
			continue;
		clean_line(&kept, line);
		*vec_add(&m->lines) = kept;
	}
	buf_free(&text);
}

int
memory_write(struct memory *m, struct err *err)
{
	struct path path;
	struct buf text = { 0 };
	int rc;

	if (!m->is_changed)
		return 0;
	for (size_t i = 0; i < m->lines.n; i++)
		(void)buf_printf(&text, "%.*s\n", STR(buf_str(&m->lines.v[i])));
	rc = path_state(&path, file_name_of, err);
	if (!rc)
		rc = file_mkdirs_for(path.p, err);
	if (!rc)
		rc = file_replace(path.p, buf_str(&text), err);
	m->is_changed = rc < 0;
	buf_free(&text);
	return rc;
}

void
memory_free(struct memory *m)
{
	for (size_t i = 0; i < m->lines.n; i++)
		buf_free(&m->lines.v[i]);
	vec_free(&m->lines);
}

bool
memory_has(const struct memory *m, const char *key, struct str value)
{
	return find(m, key, value) < m->lines.n;
}

void
memory_set(struct memory *m, const char *key, struct str value, bool is_there)
{
	size_t at = find(m, key, value);

	if (is_there && at == m->lines.n)
		add(m, key, value);
	else if (!is_there && at < m->lines.n)
		take_out(m, at);
}

struct str
memory_get(const struct memory *m, const char *key)
{
	struct str value;

	for (size_t i = 0; i < m->lines.n; i++)
		if (is_of(&m->lines.v[i], key, &value))
			return value;
	return STR_NONE;
}

void
memory_drop(struct memory *m, const char *key)
{
	struct str value;

	for (size_t i = m->lines.n; i--;)
		if (is_of(&m->lines.v[i], key, &value))
			take_out(m, i);
}

void
memory_put(struct memory *m, const char *key, struct str value)
{
	if (memory_has(m, key, value))
		return;
	memory_drop(m, key);
	add(m, key, value);
}
