#include "feed/blogroll.h"

#include "base/limits.h"
#include "base/map.h"
#include "feed/blogroll_lines.h"
#include "feed/blogroll_newsraft.h"
#include "feed/blogroll_opml.h"
#include "feed/blogroll_sfeed.h"
#include "feed/blogroll_words.h"
#include "text/url.h"

/* What the lines of a text say about whose they are. */
struct signs {
	size_t lines, addresses; /* but for comments and blanks */
	size_t sfeed, newsraft, newsboat, own;
	size_t names;            /* lines with one quoted word and no more: newsraft's names, or newsboat's tags */
	bool is_repeated;        /* two of those are the same */
	struct map seen;
};

/* True for a word that stands behind an address in our own file. */
static bool
is_own(struct str word)
{
	size_t i = 0;

	if (word.n > 1 && word.p[0] == '#')
		return true;
	while (i < word.n && (str_is_alpha(word.p[i]) || word.p[i] == '-' || word.p[i] == '_'))
		i++;
	return i > 0 && i < word.n && word.p[i] == '=';
}

static void
look_behind(struct signs *s, struct str rest)
{
	struct str words = rest, word, after;
	struct blogroll_word quoted;
	struct buf to = { 0 };
	void **seen;

	rest = str_trim(rest);
	after = rest;
	while ((word = str_word(&words)).n)
		s->own += is_own(word);
	if (str_starts(rest, "<") || str_starts(rest, "[") || str_starts(rest, "{"))
		s->newsraft++;
	else if (blogroll_words_next(&after, &to, &quoted)) {
		after = str_trim(after);
		if (quoted.is_quoted && (str_starts(after, "<") || str_starts(after, "[") || str_starts(after, "{")))
			s->newsraft++;
		else if (quoted.is_quoted && !after.n && !str_starts(quoted.text, "~")) {
			seen = map_at(&s->seen, quoted.text);
			s->is_repeated |= *seen != NULL;
			*seen = s;
			s->names++;
		} else
			s->newsboat++;
	}
	buf_free(&to);
}

static void
look_at(struct signs *s, struct str line)
{
	static const char *const newsboat[] = { "query:", "\"query:", "exec:", "\"exec:", "filter:", "\"filter:" };
	struct str first;

	line = str_trim(line);
	if (!line.n || line.p[0] == '#')
		return;
	s->lines++;
	s->sfeed += str_starts(line, "feeds()") || str_starts(line, "feeds ()") || str_starts(line, "feed \"") ||
		str_starts(line, "feed '");
	s->newsraft += line.p[0] == '@' || str_starts(line, "$(");
	for (size_t i = 0; i < sizeof newsboat / sizeof *newsboat; i++)
		s->newsboat += str_starts(line, newsboat[i]);
	first = str_word(&line);
	if (str_starts(first, "\""))
		first = str_sub(first, 1, first.n);
	if (!str_has(first, "://") && (line.n || !str_has(first, ".") || !str_has(first, "/")))
		return;
	s->addresses++;
	look_behind(s, line);
}

/* Names are each another's; tags come again. */
static enum blogroll_format
format_of_lines(const struct signs *s, struct str file)
{
	if (s->sfeed)
		return BLOGROLL_SFEED;
	if (!s->addresses && !s->newsboat && !s->newsraft)
		return BLOGROLL_NONE;
	if (2 * (s->addresses + s->newsboat + s->newsraft) < s->lines)
		return BLOGROLL_NONE;
	if (s->newsraft && s->newsraft >= s->newsboat)
		return BLOGROLL_NEWSRAFT;
	if (s->newsboat > s->own || str_ends(file, "newsboat/urls"))
		return BLOGROLL_NEWSBOAT;
	if (s->own)
		return BLOGROLL_LINES;
	if (!s->names)
		return BLOGROLL_LINES;
	if (str_has(file, "newsraft") || (s->names > 1 && !s->is_repeated && !str_ends(file, "urls")))
		return BLOGROLL_NEWSRAFT;
	return BLOGROLL_NEWSBOAT;
}

static enum blogroll_format
format_of(struct str text, struct str file)
{
	struct signs signs = { 0 };
	enum blogroll_format format;
	struct str line;

	if (blogroll_opml_is(text))
		return BLOGROLL_OPML;
	if (str_starts(text, "<"))
		return BLOGROLL_NONE;
	if (str_starts(text, "{"))
		return BLOGROLL_JSON;
	while (str_line(&text, &line))
		look_at(&signs, line);
	format = format_of_lines(&signs, file);
	map_free(&signs.seen);
	return format;
}

static void
read_as(struct blogroll *ret, struct blogroll_entries *e, struct str text)
{
	switch (ret->format) {
	case BLOGROLL_OPML: ret->repairs |= blogroll_opml_parse(e, text); break;
	case BLOGROLL_NEWSBOAT: blogroll_lines_newsboat(e, text); break;
	case BLOGROLL_NEWSRAFT: blogroll_newsraft_parse(e, text); break;
	case BLOGROLL_SFEED: blogroll_sfeed_parse(e, text); break;
	case BLOGROLL_LINES: blogroll_lines_own(e, text); break;
	case BLOGROLL_JSON: blogroll_lines_json(e, text); break;
	case BLOGROLL_NONE: break;
	}
	if (e->is_full)
		ret->repairs |= FEED_FIX_LIMIT;
}

/* What no reader knew. */
static enum feed_problem
problem_of(struct str text)
{
	if (!text.n)
		return FEED_EMPTY;
	if (str_starts_icase(text, "<!doctype html") || str_starts_icase(text, "<html"))
		return FEED_IS_HTML;
	return FEED_IS_OTHER;
}

enum feed_problem
blogroll_parse(struct arena *a, struct charset *set, struct str bytes, struct str file, struct blogroll *ret)
{
	struct buf text = BUF_CAPPED(2 * LIMIT_FEED_BYTES);
	struct blogroll_entries e = { .a = a };
	struct charset_found found = { 0 };
	enum feed_problem problem = FEED_OK;
	struct str trimmed;

	*ret = (struct blogroll){ 0 };
	if (charset_decode(set, bytes, STR_NONE, &text, &found, NULL) < 0) {
		buf_free(&text);
		return FEED_TOO_LARGE;
	}
	ret->repairs = found.is_repaired || found.is_label_wrong ? FEED_FIX_CHARSET : 0;
	trimmed = str_trim(buf_str(&text));
	ret->format = format_of(trimmed, file);
	/* Lines are counted from the first byte on. */
	read_as(ret, &e, ret->format == BLOGROLL_OPML ? trimmed : buf_str(&text));
	if (ret->format == BLOGROLL_NONE || (ret->format == BLOGROLL_JSON && !e.feeds.n))
		problem = problem_of(trimmed);
	ret->n = e.feeds.n;
	ret->feeds = arena_new(a, struct blogroll_feed, ret->n);
	for (size_t i = 0; i < ret->n; i++)
		ret->feeds[i] = e.feeds.v[i];
	vec_free(&e.feeds);
	buf_free(&text);
	return problem;
}
