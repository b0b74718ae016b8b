#include "page/held.h"

#include <jansson.h>

#include "base/clock.h"
#include "html/markdown.h"
#include "text/clean.h"
#include "text/date.h"

/* ---- values */

static struct str
string_at(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return str_new(json_string_value(value), json_string_length(value));
}

static struct str
line_at(struct arena *a, const json_t *object, const char *key)
{
	struct buf line = { 0 };
	struct str ret;

	clean_line(&line, string_at(object, key));
	ret = arena_dup(a, buf_str(&line));
	buf_free(&line);
	return ret;
}

/* A date as text, or the milliseconds since 1970. */
static int64_t
moment_at(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (json_is_integer(value))
		return json_integer_value(value) / 1000;
	return date_parse(string_at(object, key), CLOCK_NONE, DATE_KST);
}

/* ---- velog: a cache of objects, of which one post has its text */

/* The object that another one names by "id" or "__ref", or itself where it stands in place. */
static const json_t *
named_at(const json_t *cache, const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);
	struct str id = string_at(value, json_object_get(value, "__ref") ? "__ref" : "id");
	const json_t *named = id.n ? json_object_getn(cache, id.p, id.n) : NULL;

	return named ? named : value;
}

static const json_t *
post_of(json_t *cache)
{
	const json_t *best = NULL;
	json_t *value;
	const char *key;

	json_object_foreach(cache, key, value)
		if (!strncmp(key, "Post:", 5) && string_at(value, "body").n > string_at(best, "body").n)
			best = value;
	return best;
}

static void
read_velog(struct arena *a, json_t *cache, struct held *ret)
{
	const json_t *post = post_of(cache);
	struct buf html = { 0 };

	if (!post)
		return;
	if (json_is_false(json_object_get(post, "is_markdown")))
		(void)buf_add(&html, string_at(post, "body"));
	else
		markdown_html(a, string_at(post, "body"), MARKDOWN_LINES_BREAK, &html);
	ret->body = dom_find(dom_parse(a, buf_str(&html), NULL), DOM_BODY);
	ret->title = line_at(a, post, "title");
	ret->author = line_at(a, named_at(cache, post, "user"), "username");
	ret->published = moment_at(post, "released_at");
	buf_free(&html);
}

/* ---- D2: an answer that is one post */

static void
read_d2(struct arena *a, json_t *answer, struct held *ret)
{
	struct str html = string_at(answer, "postHtml");

	if (!html.n)
		return;
	ret->body = dom_find(dom_parse(a, html, NULL), DOM_BODY);
	ret->title = line_at(a, answer, "postTitle");
	ret->published = moment_at(answer, "postPublishedAt");
}

/* ---- where they stand */

static void
read_json(struct arena *a, struct str text, void (*read)(struct arena *a, json_t *value, struct held *ret), struct held *ret)
{
	json_t *value = json_loadb(text.p, text.n, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, NULL);

	if (json_is_object(value))
		read(a, value, ret);
	json_decref(value);
}

/* What stands behind the mark in a script of the page; empty without. */
static struct str
script_behind(struct arena *a, const struct dom_node *root, const char *mark)
{
	struct str name = str_of(mark), text;

	for (const struct dom_node *node = root; node; node = dom_next(node, root)) {
		size_t at;

		if (node->tag != DOM_SCRIPT || !node->first)
			continue;
		text = node->first->text;
		at = str_find(text, name);
		if (at < text.n)
			return arena_dup(a, str_trim(str_sub(text, at + name.n, text.n)));
	}
	return STR_NONE;
}

bool
held_read(struct arena *a, const struct dom_node *root, struct str html, struct held *ret)
{
	struct str text = str_trim(html);

	*ret = (struct held){ .published = CLOCK_NONE };
	if (str_starts(text, "{")) {
		read_json(a, text, read_d2, ret);
		return ret->body != NULL;
	}
	text = script_behind(a, root, "window.__APOLLO_STATE__");
	if (str_starts(text, "="))
		read_json(a, str_trim(str_sub(text, 1, text.n)), read_velog, ret);
	return ret->body != NULL;
}
