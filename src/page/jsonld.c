#include "page/jsonld.h"

#include <jansson.h>

#include "base/buf.h"
#include "page/meta_words.h"

enum {
	NAMES_MAX = 20,
	MARK_WITHIN = 40, /* bytes from the start, where the mark of a CDATA section may be */
};

/* How much of a page's title must be in another for the two to be one. */
#define ALIKE 0.75

struct walk {
	json_t *found[JSONLD_OBJECTS]; /* objects, outer before inner */
	size_t n;
};

/* ---- reading */

/* The text from the first bracket to the last: what stands around it are marks of comments and CDATA. */
static struct str
within_brackets(struct str s)
{
	struct str start = str_sub(s, 0, MARK_WITHIN);
	size_t mark = str_find(start, str_lit("<![CDATA["));

	if (mark < start.n) {
		s = str_sub(s, mark + strlen("<![CDATA["), s.n);
		s = str_trim(s);
		s.n -= str_ends(s, "]]>") ? strlen("]]>") : 0;
	}
	while (s.n && s.p[0] != '{' && s.p[0] != '[')
		s = str_sub(s, 1, s.n);
	while (s.n && s.p[s.n - 1] != '}' && s.p[s.n - 1] != ']')
		s.n--;
	return s;
}

/* Whether the comma at the start of s is one too many. */
static bool
is_stray_comma(struct str s)
{
	struct str rest = str_trim(str_sub(s, 1, s.n));

	return rest.n && (rest.p[0] == '}' || rest.p[0] == ']');
}

/* Appends s without what makes it no JSON most often. */
static void
mend(struct buf *out, struct str s)
{
	bool is_inside = false;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '"')
			is_inside = !is_inside;
		if (is_inside && c == '\\' && i + 1 < s.n) {
			(void)buf_add(out, str_sub(s, i, i + 2));
			i++;
		} else if ((unsigned char)c < 0x20) {
			(void)buf_putc(out, ' ');
		} else if (is_inside || c != ',' || !is_stray_comma(str_sub(s, i, i + 64))) {
			(void)buf_putc(out, c);
		}
	}
}

static json_t *
load(struct str script)
{
	struct str s = within_brackets(str_sub(script, 0, JSONLD_BYTES));
	struct buf mended = { 0 };
	json_t *root = s.n ? json_loadb(s.p, s.n, 0, NULL) : NULL;

	if (!root && s.n) {
		mend(&mended, s);
		root = json_loadb(mended.p, mended.n, 0, NULL);
		buf_free(&mended);
	}
	return root;
}

static struct str
text_of(const json_t *value)
{
	return json_is_string(value) ? str_new(json_string_value(value), json_string_length(value)) : STR_NONE;
}

static void
add_object(struct walk *walk, json_t *value)
{
	size_t n = json_array_size(value);

	if (json_is_object(value) && walk->n < JSONLD_OBJECTS)
		walk->found[walk->n++] = value;
	for (size_t i = 0; i < n && walk->n < JSONLD_OBJECTS; i++)
		if (json_is_object(json_array_get(value, i)))
			walk->found[walk->n++] = json_array_get(value, i);
}

/* The objects that may be about the page: those at the top, in its graph, and what these say that they are about. */
static void
find_objects(struct walk *walk, json_t *root)
{
	static const char *const inner[] = { "@graph", "mainEntity", "mainEntityOfPage" };

	add_object(walk, root);
	for (size_t i = 0; i < walk->n; i++)
		for (size_t k = 0; k < sizeof inner / sizeof *inner; k++)
			add_object(walk, json_object_get(walk->found[i], inner[k]));
}

/* ---- kinds of objects */

static bool
is_article_type(struct str type)
{
	return str_ends(type, "Article") || str_ends(type, "Posting") || str_ends(type, "/Report") || str_is(type, "Report") ||
	       str_ends(type, "APIReference");
}

static bool
is_page_type(struct str type)
{
	return str_ends(type, "Page") || str_ends(type, "CreativeWork") || str_ends(type, "Recipe") || str_ends(type, "HowTo");
}

static bool
is_site_type(struct str type)
{
	return str_ends(type, "WebSite");
}

static bool
is_of_type(const json_t *object, bool (*is_type)(struct str))
{
	const json_t *type = json_object_get(object, "@type");

	for (size_t i = 0; i < json_array_size(type); i++)
		if (is_type(text_of(json_array_get(type, i))))
			return true;
	return is_type(text_of(type));
}

/* ---- what one object says */

/* An object that is only a reference to another of the script ("@id") is that other. */
static const json_t *
follow(const struct walk *walk, const json_t *value)
{
	struct str id = text_of(json_object_get(value, "@id"));

	if (!id.n || json_object_get(value, "name"))
		return value;
	for (size_t i = 0; i < walk->n; i++)
		if (str_eq(text_of(json_object_get(walk->found[i], "@id")), id) && json_object_get(walk->found[i], "name"))
			return walk->found[i];
	return value;
}

/* The text of a value, or of what it is called by that key. */
static struct str
called(const struct walk *walk, const json_t *value, const char *key)
{
	if (json_is_string(value))
		return text_of(value);
	if (json_is_array(value))
		value = json_array_get(value, 0);
	if (json_is_string(value))
		return text_of(value);
	value = json_object_get(follow(walk, value), key);
	return text_of(json_is_array(value) ? json_array_get(value, 0) : value);
}

static void
add(struct meta_bag *bag, const char *kind, const char *what, struct str value)
{
	meta_bag_add(bag, arena_printf(bag->arena, "%s:%s", kind, what), value);
}

static void
add_names(struct meta_bag *bag, const struct walk *walk, const char *kind, const json_t *value)
{
	if (!json_is_array(value))
		add(bag, kind, "author", called(walk, value, "name"));
	for (size_t i = 0; i < json_array_size(value) && i < NAMES_MAX; i++)
		add(bag, kind, "author", called(walk, json_array_get(value, i), "name"));
}

/* Some sites write their own name for one of the two: the page's title tells. */
static struct str
title_of(const json_t *object, struct str title)
{
	struct str name = text_of(json_object_get(object, "name")), headline = text_of(json_object_get(object, "headline"));
	struct str site = text_of(json_object_get(json_object_get(object, "publisher"), "name"));
	bool is_headline = meta_words_likeness(headline, title) > ALIKE, is_name = meta_words_likeness(name, title) > ALIKE;

	if (!str_trim(name).n || (headline.n && str_eq(name, site)) || (is_headline && !is_name))
		return headline;
	return name;
}

static const json_t *
first_of(const json_t *object, const char *key, const char *other)
{
	const json_t *value = json_object_get(object, key);

	return value ? value : json_object_get(object, other);
}

static void
read_object(struct meta_bag *bag, const struct walk *walk, const json_t *object, const char *kind, struct str title)
{
	static const struct {
		const char *what, *key, *other, *name;
	} parts[] = {
		{ "excerpt", "description", "abstract", "@value" },
		{ "site", "publisher", "sourceOrganization", "name" },
		{ "published", "datePublished", "dateCreated", "@value" },
		{ "updated", "dateModified", "dateModified", "@value" },
		{ "language", "inLanguage", "inLanguage", "alternateName" },
		{ "image", "image", "thumbnailUrl", "url" },
		{ "url", "url", "url", "@id" },
	};
	add(bag, kind, "title", title_of(object, title));
	add_names(bag, walk, kind, first_of(object, "author", "creator"));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		add(bag, kind, parts[i].what, called(walk, first_of(object, parts[i].key, parts[i].other), parts[i].name));
}

/* The article that has the page's title, else the first one. */
static const json_t *
find_article(const struct walk *walk, struct str title)
{
	const json_t *first = NULL;

	for (size_t i = 0; i < walk->n; i++) {
		if (!is_of_type(walk->found[i], is_article_type))
			continue;
		if (meta_words_likeness(title_of(walk->found[i], title), title) > ALIKE)
			return walk->found[i];
		first = first ? first : walk->found[i];
	}
	return first;
}

static const json_t *
find_kind(const struct walk *walk, bool (*is_type)(struct str))
{
	for (size_t i = 0; i < walk->n; i++)
		if (is_of_type(walk->found[i], is_type))
			return walk->found[i];
	return NULL;
}

void
jsonld_read(struct meta_bag *bag, struct str script, struct str title)
{
	struct walk walk = { .n = 0 };
	json_t *root = load(script);

	find_objects(&walk, root);
	const json_t *article = find_article(&walk, title), *page = find_kind(&walk, is_page_type),
	             *site = find_kind(&walk, is_site_type);
	if (article)
		read_object(bag, &walk, article, "ld", title);
	if (article && text_of(json_object_get(article, "articleBody")).n > bag->body.n)
		bag->body = arena_dup(bag->arena, text_of(json_object_get(article, "articleBody")));
	if (page)
		read_object(bag, &walk, page, "ldpage", title);
	if (site)
		add(bag, "ldpage", "site", text_of(json_object_get(site, "name")));
	json_decref(root);
}
