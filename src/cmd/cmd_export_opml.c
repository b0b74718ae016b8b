#include "cmd/cmd_export_opml.h"

#include "base/vec.h"
#include "store/subs_line.h"
#include "text/clean.h"

enum { INDENT = 2, OUTERMOST = 2, DEEPEST = 64 };

struct writing_opml {
	const struct cmd_export *e;
	struct buf *out;
};

/* The value of an attribute: what XML cannot hold goes. */
static void
add_escaped(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool is_noncharacter = c == 0xef && i + 2 < s.n && s.p[i + 1] == '\xbf' && (unsigned char)s.p[i + 2] >= 0xbe;

		if (is_noncharacter)
			i += 2;
		else if (c == '&')
			(void)buf_puts(out, "&amp;");
		else if (c == '<')
			(void)buf_puts(out, "&lt;");
		else if (c == '>')
			(void)buf_puts(out, "&gt;");
		else if (c == '"')
			(void)buf_puts(out, "&quot;");
		else if (c == '\t')
			(void)buf_puts(out, "&#9;");
		else if (c >= ' ')
			(void)buf_putc(out, (char)c);
	}
}

static void
add_attr(struct buf *out, const char *name, struct str value)
{
	if (!value.n)
		return;
	(void)buf_printf(out, " %s=\"", name);
	add_escaped(out, value);
	(void)buf_putc(out, '"');
}

/* A text for people: one clean line. */
static void
add_label(struct buf *out, const char *name, struct str value)
{
	struct buf clean = { 0 };

	clean_line(&clean, value);
	add_attr(out, name, buf_str(&clean));
	buf_free(&clean);
}

static void
add_line(struct buf *out, const struct cmd_export_feed *f)
{
	struct buf line = { 0 }, tags = { 0 };

	for (size_t i = 0; i < f->feed->n_tags; i++)
		(void)buf_printf(&tags, "%s%.*s", i ? "," : "", STR(f->feed->tags[i]));
	add_attr(out, "category", buf_str(&tags));
	subs_line_rest(&line, f->feed);
	(void)buf_puts(out, " sosik:line=\"");
	add_escaped(out, str_trim(buf_str(&line)));
	(void)buf_printf(out, "\" sosik:place=\"%zu\"", f->place);
	buf_free(&line);
	buf_free(&tags);
}

static void
add_feed(struct writing_opml *w, const struct cmd_export_feed *f, int depth)
{
	struct buf url = { 0 };
	struct str name = cmd_export_name(f);

	cmd_export_url(w->e, &url, f);
	(void)buf_fill(w->out, ' ', (size_t)(INDENT * depth));
	(void)buf_puts(w->out, "<outline type=\"rss\"");
	add_label(w->out, "text", name);
	add_label(w->out, "title", name);
	add_attr(w->out, "xmlUrl", buf_str(&url));
	if (f->row)
		add_attr(w->out, "htmlUrl", f->row->site);
	add_line(w->out, f);
	(void)buf_puts(w->out, "/>\n");
	buf_free(&url);
}

static struct str
folder_of(const struct cmd_export_feed *f)
{
	return f->feed->n_tags ? f->feed->tags[0] : STR_NONE;
}

/* What stands behind a folder's name in another's: "하위/셋" of "분류/하위/셋" in "분류"; empty when it is no part of it. */
static struct str
inside(struct str folder, struct str path)
{
	if (!path.n)
		return folder;
	if (folder.n <= path.n + 1 || !str_eq(str_sub(folder, 0, path.n), path) || folder.p[path.n] != '/')
		return STR_NONE;
	return str_sub(folder, path.n + 1, folder.n);
}

/* The next folder's name; a "/" that divides nothing, or too much, is part of it. */
static struct str
first_name(struct str rest, int depth)
{
	size_t end = str_find_char(rest, '/');

	return depth < DEEPEST && end > 0 && end + 1 < rest.n ? str_sub(rest, 0, end) : rest;
}

static void add_folder(struct writing_opml *w, struct str path, int depth);

/* The folders right in path, each once, where the first feed of theirs stands. */
static void
add_folders(struct writing_opml *w, struct str path, int depth)
{
	vec(struct str) seen = { 0 };

	for (size_t i = 0; i < w->e->n; i++) {
		struct str folder = folder_of(&w->e->feeds[i]), rest = inside(folder, path);
		struct str name = first_name(rest, depth), whole = str_sub(folder, 0, folder.n - rest.n + name.n);
		size_t k = 0;

		if (!rest.n)
			continue;
		while (k < seen.n && !str_eq(seen.v[k], whole))
			k++;
		if (k < seen.n)
			continue;
		*vec_add(&seen) = whole;
		(void)buf_fill(w->out, ' ', (size_t)(INDENT * depth));
		(void)buf_puts(w->out, "<outline");
		add_label(w->out, "text", name);
		(void)buf_puts(w->out, ">\n");
		add_folder(w, whole, depth + 1);
		(void)buf_fill(w->out, ' ', (size_t)(INDENT * depth));
		(void)buf_puts(w->out, "</outline>\n");
	}
	vec_free(&seen);
}

static void
add_folder(struct writing_opml *w, struct str path, int depth)
{
	for (size_t i = 0; i < w->e->n; i++)
		if (str_eq(folder_of(&w->e->feeds[i]), path))
			add_feed(w, &w->e->feeds[i], depth);
	add_folders(w, path, depth);
}

void
cmd_export_opml_write(const struct cmd_export *e, struct buf *out)
{
	struct writing_opml w = { e, out };

	(void)buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<opml version=\"2.0\" xmlns:sosik=\"urn:sosik:opml\">\n"
		"  <head>\n    <title>sosik</title>\n  </head>\n  <body>\n");
	add_folder(&w, STR_NONE, OUTERMOST);
	(void)buf_puts(out, "  </body>\n</opml>\n");
}
