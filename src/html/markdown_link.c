#include "html/markdown_link.h"

#include "text/entity.h"
#include "text/nfc.h"

enum {
	NAME_MAX_BYTES = 999,  /* CommonMark 4.7 */
	PARENS_MAX = 32,       /* in an address without < > */
	EXPAND_MIN = 100 << 10, /* of addresses, however short the text is */
};

bool
markdown_link_is_mark(char c)
{
	return c > ' ' && c < 0x7f && !str_is_alpha(c) && !str_is_digit(c);
}

static char
at(struct str s, size_t i)
{
	return i < s.n ? s.p[i] : '\0';
}

static bool
is_escape(struct str s, size_t i)
{
	return s.p[i] == '\\' && markdown_link_is_mark(at(s, i + 1));
}

void
markdown_link_plain(struct buf *out, struct str s)
{
	while (s.n) {
		if (is_escape(s, 0))
			s = str_sub(s, 1, s.n);
		else if (s.p[0] == '&' && entity_take(out, &s))
			continue;
		(void)buf_putc(out, s.p[0]);
		s = str_sub(s, 1, s.n);
	}
}

static struct str
plain(struct arena *a, struct str s)
{
	struct buf text = { 0 };
	struct str copy;

	markdown_link_plain(&text, s);
	copy = arena_dup(a, buf_str(&text));
	buf_free(&text);
	return copy;
}

/* ---- parts of a link */

static void
skip_space(struct str *s)
{
	while (s->n && str_is_space(s->p[0]))
		*s = str_sub(*s, 1, s->n);
}

/* Takes what stands between s[0] and the end mark, which nothing but a backslash hides; "stop" may not stand in it. */
static bool
take_quoted(struct str *s, char end, char stop, struct str *inside)
{
	for (size_t i = 1; i < s->n; i++) {
		if (is_escape(*s, i)) {
			i++;
		} else if (s->p[i] == end) {
			*inside = str_sub(*s, 1, i);
			*s = str_sub(*s, i + 1, s->n);
			return true;
		} else if (s->p[i] == stop || (end == '>' && s->p[i] == '\n')) {
			return false;
		}
	}
	return false;
}

/* Takes an address without < >: up to a blank or a ")" that it does not open. */
static bool
take_bare(struct str *s, struct str *url)
{
	size_t i, depth = 0;

	for (i = 0; i < s->n && (unsigned char)s->p[i] > ' ' && s->p[i] != 0x7f && depth <= PARENS_MAX; i++) {
		if (is_escape(*s, i))
			i++;
		else if (s->p[i] == '(')
			depth++;
		else if (s->p[i] == ')' && !depth)
			break;
		else if (s->p[i] == ')')
			depth--;
	}
	if (depth)
		return false;
	*url = str_sub(*s, 0, i);
	*s = str_sub(*s, i, s->n);
	return true;
}

static bool
take_address(struct str *s, struct str *url)
{
	return at(*s, 0) == '<' ? take_quoted(s, '>', '<', url) : take_bare(s, url);
}

static bool
take_title(struct str *s)
{
	struct str title;

	switch (at(*s, 0)) {
	case '"':
	case '\'':
		return take_quoted(s, s->p[0], '\0', &title);
	case '(':
		return take_quoted(s, ')', '(', &title);
	default:
		return false;
	}
}

bool
markdown_link_take(struct arena *a, struct str *s, struct str *url)
{
	struct str rest = str_sub(*s, 1, s->n), address;
	size_t before;

	if (at(*s, 0) != '(')
		return false;
	skip_space(&rest);
	if (!take_address(&rest, &address))
		return false;
	before = rest.n;
	skip_space(&rest);
	if (rest.n < before && at(rest, 0) != ')' && !take_title(&rest))
		return false;
	skip_space(&rest);
	if (at(rest, 0) != ')')
		return false;
	*url = plain(a, address);
	*s = str_sub(rest, 1, rest.n);
	return true;
}

bool
markdown_link_name(struct str *s, struct str *name)
{
	struct str rest = str_sub(*s, 0, NAME_MAX_BYTES + 2), inside;

	if (at(rest, 0) != '[' || !take_quoted(&rest, ']', '[', &inside) || !str_trim(inside).n)
		return false;
	*name = inside;
	*s = str_sub(*s, inside.n + 2, s->n);
	return true;
}

/* ---- definitions */

void
markdown_link_init(struct markdown_link_names *names, struct arena *a, size_t length)
{
	*names = (struct markdown_link_names){ .arena = a, .left = length + EXPAND_MIN };
}

void
markdown_link_free(struct markdown_link_names *names)
{
	map_free(&names->by_name);
}

/* The form under which names are equal. */
static void
fold(struct buf *out, struct str name)
{
	struct buf line = { 0 };
	struct str word;

	while ((word = str_word(&name)).n) {
		(void)buf_puts(&line, line.n ? " " : "");
		(void)buf_add(&line, word);
	}
	nfc_fold(out, buf_str(&line));
	buf_free(&line);
}

/* Takes the rest of a line when nothing is in it. */
static bool
take_line_end(struct str *s)
{
	struct str line, rest = *s;

	if (str_line(&rest, &line) && str_trim(line).n)
		return false;
	*s = rest;
	return true;
}

/* Takes the title, where one stands, and the end of the line behind it. */
static bool
take_rest(struct str *s)
{
	struct str rest = *s;

	skip_space(&rest);
	if (rest.n < s->n && take_title(&rest) && take_line_end(&rest)) {
		*s = rest;
		return true;
	}
	return take_line_end(s);
}

static bool
take_definition(struct markdown_link_names *names, struct str *para)
{
	struct str rest = *para, name, address, *url;
	struct buf folded = { 0 };
	void **slot;

	if (!markdown_link_name(&rest, &name) || name.p[0] == '^' || at(rest, 0) != ':')
		return false;
	rest = str_sub(rest, 1, rest.n);
	skip_space(&rest);
	if (!rest.n || !take_address(&rest, &address) || !take_rest(&rest))
		return false;
	fold(&folded, name);
	slot = map_at(&names->by_name, buf_str(&folded));
	if (!*slot) {
		*slot = url = arena_new(names->arena, struct str, 1);
		*url = plain(names->arena, address);
	}
	buf_free(&folded);
	*para = rest;
	return true;
}

void
markdown_link_define(struct markdown_link_names *names, struct str *para)
{
	while (at(*para, 0) == '[' && take_definition(names, para))
		;
}

bool
markdown_link_find(struct markdown_link_names *names, struct str name, struct str *url)
{
	struct buf folded = { 0 };
	const struct str *found;

	if (!names->by_name.n)
		return false;
	fold(&folded, name);
	found = map_find(&names->by_name, buf_str(&folded));
	buf_free(&folded);
	if (!found || found->n > names->left)
		return false;
	names->left -= found->n;
	*url = *found;
	return true;
}
