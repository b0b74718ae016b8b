#include "feed/jsonfeed.h"

#include <jansson.h>

#include "base/limits.h"
#include "feed/jsonitems.h"
#include "feed/jsonmend.h"
#include "feed/korean.h"
#include "feed/oneline.h"
#include "feed/target.h"
#include "feed/value.h"
#include "text/date.h"
#include "text/url.h"

/* A member that is a string, or a number as its digits (ids); empty else. */
static struct str
text_of(struct arena *a, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (json_is_string(value))
		return str_new(json_string_value(value), json_string_length(value));
	if (json_is_integer(value))
		return arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	if (json_is_real(value))
		return arena_printf(a, "%g", json_real_value(value));
	return STR_NONE;
}

static struct str
line_of(struct arena *a, const json_t *object, const char *key)
{
	return oneline_of_text(a, text_of(a, object, key));
}

/* The same for what should be plain text, and is HTML in many a feed that was made from one of XML. */
static struct str
title_of(struct arena *a, const json_t *object, const char *key)
{
	return oneline_of_html(a, text_of(a, object, key));
}

static struct str
address_of(struct arena *a, const json_t *object, const char *key, struct str base)
{
	struct str text = str_trim(text_of(a, object, key)), result;
	struct buf url = { 0 };

	if (text.n)
		url_resolve(&url, base, text);
	result = arena_dup(a, buf_str(&url));
	buf_free(&url);
	return result;
}

/* "authors" of 1.1 or "author" of 1.0, names joined. */
static struct str
authors_of(struct arena *a, const json_t *object)
{
	const json_t *list = json_object_get(object, "authors");
	struct str all = line_of(a, json_object_get(object, "author"), "name");

	for (size_t i = 0; i < json_array_size(list) && i < 16; i++) {
		struct str name = line_of(a, json_array_get(list, i), "name");

		if (name.n && !str_eq(name, all))
			all = all.n ? arena_printf(a, "%.*s, %.*s", STR(all), STR(name)) : name;
	}
	return all;
}

static void
add_lists(struct target *t, const json_t *item, struct str base)
{
	const json_t *tags = json_object_get(item, "tags"), *files = json_object_get(item, "attachments");

	for (size_t i = 0; i < json_array_size(tags) && i < LIMIT_CATEGORIES; i++)
		if (json_is_string(json_array_get(tags, i)))
			target_add_category(t, oneline_of_text(t->arena, str_of(json_string_value(json_array_get(tags, i)))));
	for (size_t i = 0; i < json_array_size(files) && i < LIMIT_ENCLOSURES; i++) {
		const json_t *file = json_array_get(files, i);

		if (target_wants_file(t))
			target_add_enclosure(t, address_of(t->arena, file, "url", base), text_of(t->arena, file, "mime_type"),
			text_of(t->arena, file, "size_in_bytes"));
	}
}

static void
read_item(struct target *t, const json_t *item, struct str base)
{
	struct arena *a = t->arena;

	target_set(t, ELEMENT_ID, 4, line_of(a, item, "id"));
	target_set(t, ELEMENT_TITLE, 4, title_of(a, item, "title"));
	target_set(t, ELEMENT_LINK, 4, address_of(a, item, "url", base));
	target_set(t, ELEMENT_LINK, 3, address_of(a, item, "external_url", base));
	if (url_is_web(text_of(a, item, "id")))
		target_set(t, ELEMENT_LINK, 2, line_of(a, item, "id"));
	target_set(t, ELEMENT_AUTHOR, 4, authors_of(a, item));
	target_set(t, ELEMENT_PUBLISHED, 4, line_of(a, item, "date_published"));
	target_set(t, ELEMENT_UPDATED, 4, line_of(a, item, "date_modified"));
	target_set(t, ELEMENT_SUMMARY, 4, value_lines(a, text_of(a, item, "summary")));
	target_set(t, ELEMENT_CONTENT, 4, text_of(a, item, "content_html"));
	target_set(t, ELEMENT_CONTENT, 3, value_lines(a, text_of(a, item, "content_text")));
	add_lists(t, item, base);
}

static void
read_items(const struct parse_input *in, const struct parse_sink *sink, struct feed *feed, struct str text, const json_t *items)
{
	struct arena arena = { 0 };
	struct target t = { .arena = &arena };
	size_t i, n = json_array_size(items);
	int zone_min = korean_zone(&(struct korean){ .text = text, .url = in->url }, feed->language);

	for (i = 0; i < n && i < LIMIT_FEED_ITEMS; i++) {
		struct post post;

		if (!json_is_object(json_array_get(items, i)))
			continue;
		target_clear(&t);
		read_item(&t, json_array_get(items, i), in->url);
		target_post(&t, in->now, zone_min, &post);
		if (sink->post(sink->user, &post))
			break;
	}
	if (i < n)
		feed->repairs |= FEED_FIX_LIMIT;
	target_free(&t);
	arena_free(&arena);
}

static size_t
count_items(const json_t *root)
{
	const json_t *items = json_object_get(root, "items");
	size_t n = 0;

	for (size_t i = 0; i < json_array_size(items); i++)
		n += json_is_object(json_array_get(items, i));
	return n;
}

/* The document, mended where it has to be, as a whole or item by item; NULL when that is no use. */
static json_t *
load(struct str text, unsigned *repairs)
{
	size_t flags = JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, left;
	json_t *root = json_loadb(text.p, text.n, flags, NULL), *pieces;
	struct buf mended = BUF_CAPPED(4 * LIMIT_FEED_BYTES);
	unsigned fixed;

	if (root)
		return root;
	fixed = jsonmend_add(&mended, text, &left);
	root = mended.n ? json_loadb(mended.p, mended.n, flags, NULL) : NULL;
	pieces = !root || (fixed & (FEED_FIX_MARKUP | FEED_FIX_TRUNCATED)) ? jsonitems_load(text) : NULL;
	size_t found = count_items(pieces), there = count_items(root);
	if (found > there || (found && found == there && left)) {
		json_decref(root);
		root = pieces;
		fixed = FEED_FIX_MARKUP;
	} else {
		json_decref(pieces);
	}
	*repairs |= root ? fixed : 0;
	buf_free(&mended);
	return root;
}

enum feed_problem
jsonfeed_parse(struct arena *a, const struct parse_input *in, const struct parse_sink *sink, struct feed *feed,
	struct str text)
{
	json_t *root;
	const json_t *items;
	size_t start = str_find_char(text, '{');

	if (str_trim(str_sub(text, 0, start)).n)
		feed->repairs |= FEED_FIX_PROLOG;
	text = str_sub(text, start, text.n);
	root = load(text, &feed->repairs);
	items = json_object_get(root, "items");
	if (!root || (!json_is_array(items) && !str_has(text_of(a, root, "version"), "jsonfeed"))) {
		enum feed_problem problem = root ? FEED_IS_JSON : FEED_BROKEN;

		json_decref(root);
		return problem;
	}
	feed->format = FEED_JSON;
	feed->title = title_of(a, root, "title");
	feed->subtitle = title_of(a, root, "description");
	feed->link = address_of(a, root, "home_page_url", in->url);
	feed->id = line_of(a, root, "feed_url");
	feed->language = line_of(a, root, "language");
	feed->author = authors_of(a, root);
	feed->image = address_of(a, root, "favicon", in->url); /* the one for lists of feeds */
	if (!feed->image.n)
		feed->image = address_of(a, root, "icon", in->url);
	read_items(in, sink, feed, text, items);
	json_decref(root);
	return FEED_OK;
}
