#include "feed/jsonitems.h"

#include "base/limits.h"
#include "feed/jsonmend.h"

/* Bytes looked at in all for the ends of items: four times the largest feed. */
enum { LOOKED_MAX = 64 << 20 };

static size_t
blanks(struct str s)
{
	size_t n = 0;

	while (n < s.n && (str_is_space(s.p[n]) || s.p[n] == ','))
		n++;
	return n;
}

enum { FLAGS = JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL };

/* One value out of its mended text; NULL when that is none. */
static json_t *
load(struct str text)
{
	struct buf mended = BUF_CAPPED(4 * LIMIT_FEED_BYTES);
	size_t left;

	(void)jsonmend_add(&mended, text, &left);
	json_t *value = mended.n && !left ? json_loadb(mended.p, mended.n, FLAGS, NULL) : NULL;
	buf_free(&mended);
	return value;
}

/* Where the list of items begins, behind its bracket; text.n when there is none. */
static size_t
find_items(struct str text)
{
	static const char *const names[] = { "\"items\"", "'items'", "items" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (size_t at = str_find(text, str_of(names[i])); at < text.n; at += 1 + str_find(str_sub(text, at + 1, text.n), str_of(names[i]))) {
			size_t to = at + strlen(names[i]);

			to += blanks(str_sub(text, to, text.n));
			if (!str_starts(str_sub(text, to, text.n), ":"))
				continue;
			to += 1 + blanks(str_sub(text, to + 1, text.n));
			if (str_starts(str_sub(text, to, text.n), "["))
				return to + 1;
		}
	return text.n;
}

/* The bytes of the object at the start of s by its braces, strings respected; 0 when they do not match. */
static size_t
object_length(struct str s, size_t *looked)
{
	size_t depth = 0, i;
	bool is_in_string = false;

	for (i = 0; i < s.n && *looked <= LOOKED_MAX; i++, ++*looked) {
		char c = s.p[i];

		if (is_in_string && c == '\\')
			i++;
		else if (c == '"')
			is_in_string = !is_in_string;
		else if (!is_in_string && c == '{')
			depth++;
		else if (!is_in_string && c == '}' && --depth == 0)
			return i + 1;
	}
	return 0;
}

/* Whether an item begins at s: an object whose first name is one that only items begin with. */
static bool
is_item(struct str s)
{
	static const char *const names[] = { "\"id\"", "\"title\"", "\"external_url\"", "\"content_html\"", "\"content_text\"", "\"summary\"",
		"\"date_published\"", "\"date_modified\"" };
	struct str rest = str_sub(s, 1, s.n);

	rest = str_sub(rest, blanks(rest), rest.n);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_starts(s, "{") && str_starts(rest, names[i])) {
			rest = str_sub(rest, strlen(names[i]), rest.n);
			return str_starts(str_sub(rest, blanks(rest), rest.n), ":");
		}
	return false;
}

/* Whether what begins at s[at] is the value of a name, or the first of a list within an item. */
static bool
is_inside(struct str s, size_t at)
{
	while (at > 0 && str_is_space(s.p[at - 1]))
		at--;
	return at > 0 && (s.p[at - 1] == ':' || s.p[at - 1] == '[');
}

/* Where the next item begins in s, or any object where items begin in no way of their own; s.n when none does. */
static size_t
find_item(struct str s, bool is_any)
{
	size_t at = str_find_char(s, '{');

	while (at < s.n && (is_inside(s, at) || (!is_any && !is_item(str_sub(s, at, s.n)))))
		at += 1 + str_find_char(str_sub(s, at + 1, s.n), '{');
	return at < s.n ? at : s.n;
}

/* Adds the item at the start of s, when it can be read; its length, or that of the part before the next item. One that the text ends in is none. */
static size_t
add_item(json_t *items, struct str s, bool is_any, size_t *looked)
{
	size_t n = object_length(s, looked), next;
	json_t *item = n ? json_loadb(s.p, n, FLAGS, NULL) : NULL;

	if (!item) {
		next = 1 + find_item(str_sub(s, 1, n ? n : s.n), is_any);
		if (next < n || !n)
			n = next;
		item = n < s.n ? load(str_sub(s, 0, n)) : NULL;
	}
	if (json_is_object(item) && json_object_size(item))
		(void)json_array_append(items, item);
	json_decref(item);
	return n < s.n ? n : s.n;
}

/* The members behind the items, where they are whole. */
static void
add_tail(json_t *root, struct str tail)
{
	struct buf text = { 0 };
	json_t *rest;

	buf_putc(&text, '{');
	buf_add(&text, str_sub(tail, blanks(tail), tail.n));
	rest = load(buf_str(&text));
	if (json_is_object(rest))
		(void)json_object_update_missing(root, rest);
	json_decref(rest);
	buf_free(&text);
}

/* All items of the list that begins at the start of text; where the last one ends. */
static size_t
add_items(json_t *items, struct str text)
{
	bool is_any = find_item(text, false) == text.n;
	size_t at = find_item(text, is_any), end = 0, looked = 0;

	while (at < text.n) {
		end = at + add_item(items, str_sub(text, at, text.n), is_any, &looked);
		at = end + find_item(str_sub(text, end, text.n), is_any);
	}
	return end;
}

json_t *
jsonitems_load(struct str text)
{
	size_t at = find_items(text);
	struct buf head = { 0 };
	json_t *root, *items;

	if (at == text.n)
		return NULL;
	buf_add(&head, str_sub(text, 0, at));
	buf_puts(&head, "]}");
	root = load(buf_str(&head));
	buf_free(&head);
	if (!json_is_object(root)) {
		json_decref(root);
		root = json_object();
	}
	items = json_array();
	at += add_items(items, str_sub(text, at, text.n));
	at += str_find_char(str_sub(text, at, text.n), ']');
	add_tail(root, str_sub(text, at + 1, text.n));
	(void)json_object_set_new(root, "items", items);
	return root;
}
