#include "ui/history.h"

#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "text/clean.h"

enum { BYTES_MAX = HISTORY_KINDS * HISTORY_LINES * 4096 };

/* What the lines of a kind begin with in the file. */
static const char *const kinds[HISTORY_KINDS] = {
	[HISTORY_FILTERS] = "filter", [HISTORY_TAGS] = "tag", [HISTORY_COMMANDS] = "command", [HISTORY_FINDS] = "find", [HISTORY_PIPES] = "pipe",
};

void
history_free(struct history *h)
{
	for (size_t i = 0; i < h->n; i++)
		buf_free(&h->lines[i]);
	h->n = 0;
}

static void
take_out(struct history *h, size_t at)
{
	buf_free(&h->lines[at]);
	h->n--;
	memmove(&h->lines[at], &h->lines[at + 1], (h->n - at) * sizeof *h->lines);
}

void
history_add(struct history *h, struct str line)
{
	struct buf kept = { 0 };
	size_t same = 0;

	line = str_trim(line);
	if (!line.n)
		return;
	(void)buf_add(&kept, line);
	while (same < h->n && !str_eq(buf_str(&h->lines[same]), line))
		same++;
	if (same < h->n)
		take_out(h, same);
	else if (h->n == HISTORY_LINES)
		take_out(h, 0);
	h->lines[h->n++] = kept;
	h->is_changed = true;
}

struct str
history_line(const struct history *h, size_t back)
{
	return buf_str(&h->lines[h->n - back]);
}

size_t
history_find(const struct history *h, size_t back, bool is_older, struct str prefix)
{
	for (size_t at = back; is_older ? at < h->n : at > 0;) {
		struct str line;

		at = is_older ? at + 1 : at - 1;
		if (!at)
			return 0;
		line = history_line(h, at);
		if (str_eq(str_sub(line, 0, prefix.n), prefix))
			return at;
	}
	return back;
}

/* "https://name:password@host". */
static bool
has_login(struct str line)
{
	static const char sign[] = "://";
	size_t at;

	while ((at = str_find(line, str_of(sign))) < line.n) {
		line = str_sub(line, at + strlen(sign), line.n);
		for (at = 0; at < line.n && line.p[at] != '/' && line.p[at] != ' '; at++)
			if (line.p[at] == '@')
				return true;
	}
	return false;
}

/* A login, or a header or part of an address that is one: such a line is typed once. */
static bool
has_secret(struct str line)
{
	static const char *const names[] = { "authorization:", "cookie:", "token=", "key=", "auth=", "sig=", "pass=", "pwd=", "password=",
		"passwd=", "secret=", "session=", "header \"", "login=" };
	struct buf lower = { 0 };
	bool ret = has_login(line);

	for (size_t i = 0; i < line.n; i++)
		(void)buf_putc(&lower, str_lower(line.p[i]));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		ret |= str_has(buf_str(&lower), names[i]);
	buf_free(&lower);
	return ret;
}

static void
take_line(struct history *histories, struct str line)
{
	struct buf clean = { 0 };
	struct str kind, text;

	if (!str_cut(line, '\t', &kind, &text))
		return;
	clean_line(&clean, text);
	for (int i = 0; i < HISTORY_KINDS; i++)
		if (str_is(kind, kinds[i]))
			history_add(&histories[i], buf_str(&clean));
	buf_free(&clean);
}

static void
read_file(struct history *histories, const char *path)
{
	struct buf text = { 0 };
	struct str rest, line;

	if (!file_read(path, BYTES_MAX, &text, NULL))
		for (rest = buf_str(&text); str_line(&rest, &line);)
			take_line(histories, line);
	buf_free(&text);
}

void
history_read(struct history histories[HISTORY_KINDS])
{
	struct path path;

	if (path_state(&path, "history", NULL) < 0)
		return;
	read_file(histories, path.p);
	for (int i = 0; i < HISTORY_KINDS; i++)
		histories[i].is_changed = false;
}

/* Ours behind those of the file, so that they are the newest. */
static int
write_file(const struct history *histories, const char *path, struct err *err)
{
	struct history all[HISTORY_KINDS] = { 0 };
	struct buf text = { 0 };
	int rc;

	read_file(all, path);
	for (int i = 0; i < HISTORY_KINDS; i++) {
		for (size_t k = 0; k < histories[i].n; k++)
			history_add(&all[i], buf_str(&histories[i].lines[k]));
		for (size_t k = 0; k < all[i].n; k++)
			if (!has_secret(buf_str(&all[i].lines[k])))
				(void)buf_printf(&text, "%s\t%.*s\n", kinds[i], STR(buf_str(&all[i].lines[k])));
		history_free(&all[i]);
	}
	rc = file_replace(path, buf_str(&text), err);
	buf_free(&text);
	return rc;
}

int
history_write(struct history histories[HISTORY_KINDS], struct err *err)
{
	struct path path, lock;
	bool is_changed = false;
	int fd, rc;

	for (int i = 0; i < HISTORY_KINDS; i++)
		is_changed |= histories[i].is_changed;
	if (!is_changed)
		return 0;
	if (path_state(&path, "history", err) < 0 || path_state(&lock, "history.lock", err) < 0 || file_mkdirs_for(path.p, err) < 0)
		return -1;
	fd = file_lock(lock.p, true, err);
	if (fd < 0)
		return -1;
	rc = write_file(histories, path.p, err);
	(void)close(fd);
	return rc;
}
