#include "feed/blogroll_lines.h"

#include <jansson.h>

#include "base/limits.h"
#include "feed/blogroll_words.h"

/* A word behind the address: "~name", "!" for a feed that is not listed, else a tag. */
static void
take_newsboat_word(struct blogroll_entries *e, struct blogroll_feed *feed, struct str word)
{
	if (str_starts(word, "~")) {
		blogroll_entry_name(e, feed, str_sub(word, 1, word.n));
		return;
	}
	if (str_starts(word, "!")) {
		blogroll_entry_tag(e, feed, str_lit("hidden"));
		word = str_sub(word, 1, word.n);
	}
	blogroll_entry_tag(e, feed, word);
}

static void
take_newsboat_line(struct blogroll_entries *e, struct str line, int64_t number)
{
	struct buf to = { 0 };
	struct blogroll_word word;
	struct blogroll_feed *feed = NULL;

	if (blogroll_words_next(&line, &to, &word))
		feed = blogroll_entry_add(e, word.text, number);
	while (feed && !feed->problem && blogroll_words_next(&line, &to, &word))
		take_newsboat_word(e, feed, word.text);
	buf_free(&to);
}

void
blogroll_lines_newsboat(struct blogroll_entries *e, struct str text)
{
	struct str line;

	for (int64_t number = 1; str_line(&text, &line) && !e->is_full; number++)
		take_newsboat_line(e, line, number);
}

void
blogroll_lines_own(struct blogroll_entries *e, struct str text)
{
	struct str line;

	for (int64_t number = 1; str_line(&text, &line) && !e->is_full; number++) {
		struct str rest = line, url = str_word(&rest);
		struct blogroll_feed *feed;

		if (!url.n || url.p[0] == '#')
			continue;
		feed = blogroll_entry_add(e, url, number);
		if (feed && !feed->problem)
			blogroll_entry_line(e, feed, rest);
	}
}

static struct str
text_of(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return str_new(json_string_value(value), json_string_length(value));
}

static void
take_object(struct blogroll_entries *e, const json_t *object, int64_t number)
{
	struct blogroll_feed *feed = blogroll_entry_add(e, text_of(object, "url"), number);
	json_t *tag;
	size_t i;

	if (!feed || feed->problem)
		return;
	blogroll_entry_line(e, feed, text_of(object, "line"));
	if (json_object_get(object, "line"))
		feed->place = number < LIMIT_ROLL_FEEDS ? number : LIMIT_ROLL_FEEDS;
	blogroll_entry_name(e, feed, text_of(object, "name"));
	json_array_foreach(json_object_get(object, "tags"), i, tag)
		blogroll_entry_tag(e, feed, str_new(json_string_value(tag), json_string_length(tag)));
}

void
blogroll_lines_json(struct blogroll_entries *e, struct str text)
{
	struct str line;

	for (int64_t number = 1; str_line(&text, &line) && !e->is_full; number++) {
		struct str trimmed = str_trim(line);
		json_t *object = trimmed.n ? json_loadb(trimmed.p, trimmed.n, 0, NULL) : NULL;

		if (json_is_object(object))
			take_object(e, object, number);
		else if (trimmed.n)
			blogroll_entry_problem(e, BLOGROLL_UNCLEAR, trimmed, number);
		json_decref(object);
	}
}
