#include "store/subs_line.h"

#include "text/asking.h"
#include "text/nfc.h"
#include "text/quoted.h"

static void
take_option(struct arena *a, struct str line, size_t *at, struct subs_line_word *word)
{
	struct buf value = { 0 };
	size_t from = *at, quote = 0;

	while (*at < line.n && (str_is_alpha(line.p[*at]) || line.p[*at] == '-' || line.p[*at] == '_'))
		++*at;
	word->key = str_sub(line, from, *at);
	if (!word->key.n || *at == line.n || line.p[*at] != '=') {
		word->kind = SUBS_LINE_BAD;
		while (*at < line.n && !str_is_space(line.p[*at]))
			++*at;
		return;
	}
	++*at;
	word->kind = str_is(word->key, "name") ? SUBS_LINE_NAME : SUBS_LINE_OPTION;
	if (!quoted_take(&value, line, at, &quote)) {
		word->kind = SUBS_LINE_OPEN;
		word->at = quote;
	}
	word->value = arena_dup(a, buf_str(&value));
	buf_free(&value);
}

struct subs_line_word
subs_line_next(struct arena *a, struct str line, size_t *at)
{
	struct subs_line_word word = { .kind = SUBS_LINE_END };
	bool is_first = str_trim(str_sub(line, 0, *at)).n == 0;

	while (*at < line.n && str_is_space(line.p[*at]))
		++*at;
	word.at = *at;
	if (*at == line.n)
		return word;
	if (line.p[*at] == '#' && (is_first || *at + 1 == line.n || str_is_space(line.p[*at + 1]))) {
		word.kind = SUBS_LINE_COMMENT;
		*at = line.n;
	} else if (line.p[*at] == '#' || is_first) {
		word.kind = is_first ? SUBS_LINE_URL : SUBS_LINE_TAG;
		while (*at < line.n && !str_is_space(line.p[*at]))
			++*at;
		word.value = str_sub(line, word.at + !is_first, *at);
	} else
		take_option(a, line, at, &word);
	word.n = *at - word.at;
	return word;
}

struct str
subs_line_url(struct arena *a, struct str line)
{
	size_t at = 0;
	struct subs_line_word word = subs_line_next(a, line, &at);

	return word.kind == SUBS_LINE_URL ? word.value : STR_NONE;
}

void
subs_line_option(struct buf *out, struct str key, struct str value)
{
	(void)buf_printf(out, "%.*s=", STR(key));
	quoted_put(out, value);
}

void
subs_line_rest(struct buf *out, const struct subs_feed *feed)
{
	if (feed->name.n) {
		(void)buf_putc(out, ' ');
		subs_line_option(out, str_lit("name"), feed->name);
	}
	for (size_t i = 0; i < feed->n_tags; i++)
		(void)buf_printf(out, " #%.*s", STR(feed->tags[i]));
	for (size_t i = 0; i < feed->n_options; i++) {
		(void)buf_putc(out, ' ');
		subs_line_option(out, feed->options[i].key, feed->options[i].value);
	}
}

size_t
subs_line_drop_secrets(struct subs_feed *feed)
{
	size_t n = feed->n_options;

	feed->n_options = 0;
	for (size_t i = 0; i < n; i++)
		if (!asking_is_secret(feed->options[i].key, feed->options[i].value))
			feed->options[feed->n_options++] = feed->options[i];
	return n - feed->n_options;
}

size_t
subs_line_drop_programs(struct subs_feed *feed)
{
	size_t n = feed->n_options;

	feed->n_options = 0;
	for (size_t i = 0; i < n; i++)
		if (!asking_is_program(feed->options[i].key))
			feed->options[feed->n_options++] = feed->options[i];
	return n - feed->n_options;
}

void
subs_line_open(struct buf *out, struct str rest)
{
	struct arena a = { 0 };
	struct str line = arena_printf(&a, "- %.*s", STR(rest)); /* a URL stands before it */
	struct subs_line_word word;
	size_t at = 1;

	while ((word = subs_line_next(&a, line, &at)).kind != SUBS_LINE_END)
		if (word.kind != SUBS_LINE_OPTION || !asking_is_secret(word.key, word.value))
			(void)buf_printf(out, " %.*s", STR(str_sub(line, word.at, word.at + word.n)));
	arena_free(&a);
}

/* The options, each in a line. */
static void
add_asked(struct buf *out, struct str rest)
{
	struct arena a = { 0 };
	struct str line = arena_printf(&a, "x %.*s", STR(rest));
	struct subs_line_word word;
	size_t at = 0;

	while ((word = subs_line_next(&a, line, &at)).kind != SUBS_LINE_END)
		if (word.kind == SUBS_LINE_OPTION)
			(void)buf_printf(out, "%.*s=%.*s\n", STR(word.key), STR(word.value));
	arena_free(&a);
}

bool
subs_line_asks_same(struct str rest, struct str other)
{
	struct buf one = { 0 }, two = { 0 };
	bool is_same;

	add_asked(&one, rest);
	add_asked(&two, other);
	is_same = str_eq(buf_str(&one), buf_str(&two));
	buf_free(&one);
	buf_free(&two);
	return is_same;
}

bool
subs_line_has_tag(const struct str *tags, size_t n, struct str tag)
{
	struct buf key = { 0 }, other = { 0 };
	bool has = false;

	nfc_fold(&key, tag);
	for (size_t i = 0; i < n && !has; i++) {
		buf_clear(&other);
		nfc_fold(&other, tags[i]);
		has = str_eq(buf_str(&key), buf_str(&other));
	}
	buf_free(&key);
	buf_free(&other);
	return has;
}
