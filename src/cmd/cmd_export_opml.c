#include "cmd/cmd_export_opml.h"

#include "base/map.h"
#include "store/subs_line.h"
#include "text/clean.h"
#include "text/utf8.h"

enum { INDENT = 2, OUTERMOST = 2, DEEPEST = 64 };

struct filed {
	const struct cmd_export_feed *feed;
	struct filed *next;
};

struct folder {
	struct str name;
	struct filed *feeds, *last_feed;
	struct folder *first, *last; /* of those in it */
	struct folder *next;
};

struct writing_opml {
	const struct cmd_export *e;
	struct buf *out;
	struct arena a;
	struct map folders; /* by whole name */
};

/* The value of an attribute: what XML cannot hold goes, what would take hold of a terminal goes by its number. */
static void
add_escaped(struct buf *out, struct str s)
{
	static const struct { int32_t cp; const char *as; } names[] = {
		{ '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" }, { '\t', "&#9;" },
	};

	while (s.n) {
		int32_t cp = utf8_next(&s);
		size_t i = 0;

		while (i < sizeof names / sizeof *names && names[i].cp != cp)
			i++;
		if (i < sizeof names / sizeof *names)
			(void)buf_puts(out, names[i].as);
		else if (cp >= ' ' && clean_is_hidden(cp))
			(void)buf_printf(out, "&#x%X;", (unsigned)cp);
		else if (cp >= ' ' && cp != 0xfffe && cp != 0xffff)
			utf8_add(out, cp);
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

/* The next folder's name; a "/" that divides nothing, or too much, is part of it. */
static struct str
first_name(struct str rest, int depth)
{
	size_t end = str_find_char(rest, '/');

	return depth < DEEPEST && end > 0 && end + 1 < rest.n ? str_sub(rest, 0, end) : rest;
}

/* As it was before it became part of a tag: a wide "/" is one of the name. */
static void
add_folder_name(struct buf *out, struct str name)
{
	const struct str wide = str_lit("／");
	struct buf text = { 0 };

	for (size_t at; (at = str_find(name, wide)) < name.n; name = str_sub(name, at + wide.n, name.n)) {
		(void)buf_add(&text, str_sub(name, 0, at));
		(void)buf_putc(&text, '/');
	}
	(void)buf_add(&text, name);
	add_label(out, "text", buf_str(&text));
	buf_free(&text);
}

/* The folder of that whole name in another, made behind those that are there. */
static struct folder *
folder_in(struct writing_opml *w, struct folder *in, struct str whole, struct str name)
{
	void **at = map_at(&w->folders, whole);
	struct folder *folder = *at;

	if (folder)
		return folder;
	folder = arena_new(&w->a, struct folder, 1);
	folder->name = name;
	*at = folder;
	*(in->last ? &in->last->next : &in->first) = folder;
	in->last = folder;
	return folder;
}

/* Files a feed under its first tag: "분류/하위" is a folder in a folder. */
static void
file_feed(struct writing_opml *w, struct folder *top, const struct cmd_export_feed *feed)
{
	struct str tag = feed->feed->n_tags ? feed->feed->tags[0] : STR_NONE, rest = tag;
	struct filed *filed = arena_new(&w->a, struct filed, 1);
	struct folder *folder = top;

	for (int depth = OUTERMOST; rest.n; depth++) {
		struct str name = first_name(rest, depth);

		folder = folder_in(w, folder, str_sub(tag, 0, tag.n - rest.n + name.n), name);
		rest = str_sub(rest, name.n + 1, rest.n);
	}
	filed->feed = feed;
	*(folder->last_feed ? &folder->last_feed->next : &folder->feeds) = filed;
	folder->last_feed = filed;
}

/* The feeds right in it, then its folders, each where the first feed of theirs stands. */
static void
add_folder(struct writing_opml *w, const struct folder *folder, int depth)
{
	for (const struct filed *filed = folder->feeds; filed; filed = filed->next)
		add_feed(w, filed->feed, depth);
	for (const struct folder *sub = folder->first; sub; sub = sub->next) {
		(void)buf_fill(w->out, ' ', (size_t)(INDENT * depth));
		(void)buf_puts(w->out, "<outline");
		add_folder_name(w->out, sub->name);
		(void)buf_puts(w->out, ">\n");
		add_folder(w, sub, depth + 1);
		(void)buf_fill(w->out, ' ', (size_t)(INDENT * depth));
		(void)buf_puts(w->out, "</outline>\n");
	}
}

void
cmd_export_opml_write(const struct cmd_export *e, struct buf *out)
{
	struct writing_opml w = { .e = e, .out = out };
	struct folder top = { 0 };

	for (size_t i = 0; i < e->n; i++)
		file_feed(&w, &top, &e->feeds[i]);
	(void)buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<opml version=\"2.0\" xmlns:sosik=\"urn:sosik:opml\">\n"
		"  <head>\n    <title>sosik</title>\n  </head>\n  <body>\n");
	add_folder(&w, &top, OUTERMOST);
	(void)buf_puts(out, "  </body>\n</opml>\n");
	map_free(&w.folders);
	arena_free(&w.a);
}
