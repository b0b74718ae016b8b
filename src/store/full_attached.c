#include "store/full_attached.h"

enum { ATTACHED_MAX = 4 };

#define END "</article>"

/* The address, as it stands there, of a paragraph that is a link with its address for a text; empty for others. */
static struct str
link_of(struct str line)
{
	const struct str open = str_lit("<a href=\""), close = str_lit("</a></p>");
	size_t at = str_find(line, open);
	struct str url, text;

	if (!str_starts(line, "<p") || !str_ends(line, close.p) || at >= line.n || line.p[at - 1] != '>')
		return STR_NONE;
	url = str_sub(line, at + open.n, line.n);
	url = str_sub(url, 0, str_find_char(url, '"'));
	text = str_sub(line, at + open.n + url.n, line.n - close.n);
	return str_starts(text, "\">") && str_eq(str_sub(text, 2, text.n), url) ? url : STR_NONE;
}

static struct str
path_of(struct str url)
{
	return str_sub(url, 0, str_find_char(url, '?'));
}

static bool
is_played(struct str url)
{
	static const char *const ends[] = { ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac", ".mp4", ".m4v", ".webm", ".mov" };
	struct str path = path_of(url);

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (path.n > strlen(ends[i]) && str_is_icase(str_sub(path, path.n - strlen(ends[i]), path.n), ends[i]))
			return true;
	return false;
}

/* The last line of a text, which loses it. */
static struct str
take_line(struct str *text)
{
	size_t at = text->n;
	struct str line;

	while (at > 0 && text->p[at - 1] != '\n')
		at--;
	line = str_sub(*text, at, text->n);
	*text = str_sub(*text, 0, at > 0 ? at - 1 : 0);
	return line;
}

bool
full_attached(struct buf *out, struct str page, struct str feed)
{
	struct str lines[ATTACHED_MAX], url;
	size_t n = 0;

	if (!str_ends(page, END) || !str_ends(feed, END))
		return false;
	feed = str_trim(str_sub(feed, 0, feed.n - strlen(END)));
	for (size_t i = 0; i < ATTACHED_MAX; i++) {
		struct str line = take_line(&feed);

		url = link_of(line);
		if (!url.n || !is_played(url))
			break;
		if (str_find(page, path_of(url)) >= page.n)
			lines[n++] = line;
	}
	if (!n)
		return false;
	(void)buf_add(out, str_sub(page, 0, page.n - strlen(END)));
	while (n > 0) {
		(void)buf_add(out, lines[--n]);
		(void)buf_putc(out, '\n');
	}
	(void)buf_puts(out, END);
	return true;
}
