#include "feed/lenient_ahead.h"

#include "feed/lenient_tag.h"

enum {
	FAR = 16 << 10,         /* for the end of an element */
	DECLARATION = 4 << 10,  /* the longest one */
	ALL = 64 << 20,         /* in all: four times the largest feed */
};

/* Where the children of a feed that stand in front of its posts, or have a title of their own, begin in s; s.n when none does. */
static size_t
find_next_part(struct str s)
{
	static const char *const parts[] = { "<item", "<entry", "<image", "<textinput" };
	size_t at = str_find_char(s, '<');

	for (; at < s.n; at += 1 + str_find_char(str_sub(s, at + 1, s.n), '<'))
		for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
			if (str_starts_icase(str_sub(s, at, s.n), parts[i]))
				return at;
	return s.n;
}

/* Looks for the end tag of the post that is open, or for the next part of the feed, once for all in front of it. */
static void
find_bound(struct lenient_ahead *a, struct str rest, struct str parent)
{
	struct str ahead = str_sub(rest, 0, FAR);
	size_t at;

	if (a->bound && a->bound >= rest.p)
		return;
	at = lenient_tag_is_post(parent) ? lenient_tag_find_end(ahead, parent) : find_next_part(ahead);
	a->looked += at;
	a->has_bound = at < ahead.n;
	a->bound = ahead.p + at;
}

bool
lenient_ahead_lacks_end(struct lenient_ahead *a, struct str rest, struct str parent, struct str qname)
{
	bool is_of_feed = lenient_tag_is_container(parent) && lenient_tag_is_beside(qname);
	bool is_of_post = lenient_tag_is_post(parent) && !lenient_tag_is_container(qname);
	size_t end;

	if ((!is_of_post && !is_of_feed) || a->looked > ALL)
		return false;
	find_bound(a, rest, parent);
	struct str inside = str_sub(rest, 0, (size_t)(a->bound - rest.p));
	if (!a->has_bound)
		return false;
	end = lenient_tag_find_end(inside, qname);
	a->looked += end;
	return end == inside.n;
}

/* How far a declaration may go: in front of the next tag, with a list in brackets in front of the next post. */
static struct str
declaration_room(struct str s, bool has_list)
{
	size_t at = has_list ? find_next_part(s) : 1 + str_find_char(str_sub(s, 1, s.n), '<');

	return str_sub(s, 0, at);
}

size_t
lenient_ahead_declaration(struct lenient_ahead *a, struct str rest)
{
	struct str s = str_sub(rest, 0, DECLARATION);
	bool has_list = str_find_char(s, '[') < str_find_char(s, '>');
	const char *close = has_list ? "]>" : ">";
	size_t at;

	if (a->looked > ALL)
		return str_sub(rest, 0, 2).n;
	s = declaration_room(s, has_list);
	at = str_find(s, str_of(close));
	a->looked += s.n;
	return at < s.n ? at + strlen(close) : 2;
}
