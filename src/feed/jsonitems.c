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

/* One value out of its mended text; NULL when that is none. */
static json_t *
load(struct str text)
{
	struct buf mended = BUF_CAPPED(4 * LIMIT_FEED_BYTES);
	size_t left;

	(void)jsonmend_add(&mended, text, &left);
	json_t *value = mended.n && !left ? json_loadb(mended.p, mended.n, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, NULL) : NULL;
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

/* Where the next object begins that follows one, past the start of s; s.n when none does. */
static size_t
find_next(struct str s)
{
	size_t at = 1;

	while (at < s.n) {
		at += str_find_char(str_sub(s, at, s.n), '}');
		size_t to = at + 1 + blanks(str_sub(s, at + 1, s.n));

		if (str_starts(str_sub(s, to, s.n), "{"))
			return to;
		at++;
	}
	return s.n;
}

/* Adds the item at the start of s, when it can be read; the bytes to go on behind. */
static size_t
add_item(json_t *items, struct str s, size_t *looked)
{
	size_t n = object_length(s, looked);
	json_t *item = n ? load(str_sub(s, 0, n)) : NULL;

	if (!item) {
		n = find_next(s);
		item = load(str_sub(s, 0, n));
	}
	if (json_is_object(item) && json_object_size(item))
		(void)json_array_append(items, item);
	json_decref(item);
	return n;
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

json_t *
jsonitems_load(struct str text)
{
	size_t at = find_items(text), looked = 0;
	struct buf head = { 0 };
	json_t *root, *items = json_array();

	if (at == text.n) {
		json_decref(items);
		return NULL;
	}
	buf_add(&head, str_sub(text, 0, at));
	buf_puts(&head, "]}");
	root = load(buf_str(&head));
	if (!json_is_object(root)) {
		json_decref(root);
		root = json_object();
	}
	for (at += blanks(str_sub(text, at, text.n)); at < text.n && text.p[at] != ']'; at += blanks(str_sub(text, at, text.n)))
		at += text.p[at] == '{' ? add_item(items, str_sub(text, at, text.n), &looked) : 1;
	add_tail(root, str_sub(text, at + 1, text.n));
	(void)json_object_set_new(root, "items", items);
	buf_free(&head);
	return root;
}
