/*
 * Parses a feed in a test and writes what came out, one value a line, so that
 * a test can look for the lines it is about.
 */
#ifndef FEED_FIXTURE_H
#define FEED_FIXTURE_H

#include "base/buf.h"
#include "feed/parse.h"
#include "text/date.h"

struct parsed {
	enum feed_problem problem;
	struct feed feed; /* numbers only: its text is in out */
	size_t posts;
	struct buf out;
	size_t stop_at; /* the sink ends the parse at this post; 0 never */
};

static inline void
parsed_text(struct buf *out, const char *name, struct str value)
{
	if (value.n)
		buf_printf(out, "%s=%.*s\n", name, STR(value));
}

static inline void
parsed_time(struct buf *out, const char *name, int64_t t)
{
	if (t == CLOCK_NONE)
		return;
	buf_printf(out, "%s=", name);
	date_rfc3339(out, t);
	buf_putc(out, '\n');
}

static inline int
parsed_post(void *user, const struct post *post)
{
	struct parsed *p = user;

	p->posts++;
	buf_printf(&p->out, "post\n");
	parsed_text(&p->out, "id", post->id);
	parsed_text(&p->out, "title", post->title);
	parsed_text(&p->out, "link", post->link);
	parsed_text(&p->out, "author", post->author);
	parsed_time(&p->out, "published", post->published);
	parsed_time(&p->out, "updated", post->updated);
	parsed_text(&p->out, "summary", post->summary);
	parsed_text(&p->out, "content", post->content);
	parsed_text(&p->out, "comments", post->comments);
	parsed_text(&p->out, "base", post->base);
	for (size_t i = 0; i < post->n_categories; i++)
		parsed_text(&p->out, "category", post->categories[i]);
	for (size_t i = 0; i < post->n_enclosures; i++)
		buf_printf(&p->out, "enclosure=%.*s %.*s %d\n", STR(post->enclosures[i].url), STR(post->enclosures[i].type),
			(int)post->enclosures[i].length);
	return p->posts == p->stop_at;
}

static inline void
parsed_free(struct parsed *p)
{
	buf_free(&p->out);
}

static inline struct parsed
parsed_input(const struct parse_input *in)
{
	struct parsed p = { 0 };
	struct arena a = { 0 };
	struct charset *set = charset_open();
	struct parse_sink sink = { parsed_post, &p };

	p.problem = parse_feed(&a, set, in, &sink, &p.feed);
	buf_printf(&p.out, "feed\n");
	parsed_text(&p.out, "format", str_of(feed_format_name(p.feed.format)));
	parsed_text(&p.out, "encoding", str_of(p.feed.encoding));
	parsed_text(&p.out, "ftitle", p.feed.title);
	parsed_text(&p.out, "fsubtitle", p.feed.subtitle);
	parsed_text(&p.out, "flink", p.feed.link);
	parsed_text(&p.out, "fid", p.feed.id);
	parsed_text(&p.out, "fauthor", p.feed.author);
	parsed_text(&p.out, "flanguage", p.feed.language);
	parsed_text(&p.out, "fimage", p.feed.image);
	parsed_text(&p.out, "frights", p.feed.rights);
	parsed_text(&p.out, "fgenerator", p.feed.generator);
	parsed_time(&p.out, "fupdated", p.feed.updated);
	charset_free(set);
	arena_free(&a);
	return p;
}

/* now is 2025-06-12 06:30 in UTC. */
static inline struct parsed
parsed_bytes(struct str bytes, const char *url, const char *content_type)
{
	return parsed_input(&(struct parse_input){ .bytes = bytes, .url = str_of(url), .content_type = str_of(content_type), .now = 1749709800 });
}

static inline struct parsed
parsed_of(const char *text)
{
	return parsed_bytes(str_of(text), "https://blog.example.com/feed.xml", "");
}

/* Fails unless the whole line is among what came out. */
static inline void
parsed_assert(const struct parsed *p, const char *line, const char *file, int at)
{
	char whole[1024];

	(void)snprintf(whole, sizeof whole, "\n%s\n", line);
	if (str_has(buf_str(&p->out), whole))
		return;
	print_error("no line ‘%s’ in\n%s\n", line, buf_cstr(&p->out));
	_fail(file, at);
}

#define assert_line(p, line) parsed_assert(&(p), (line), __FILE__, __LINE__)

#endif
