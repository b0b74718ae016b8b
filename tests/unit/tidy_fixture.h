/*
 * What the tests of foreign HTML share: tidying a piece of it and comparing.
 */
#ifndef TIDY_FIXTURE_H
#define TIDY_FIXTURE_H

#include "arena_fixture.h"

#include "base/buf.h"
#include "html/tidy.h"

#define BASE "https://blog.example/post/1"

static inline struct tidy_result
tidied(struct str html)
{
	struct tidy_input in = { .html = html, .url = str_lit(BASE), .now = 1738800000 };
	struct tidy_result result;

	tidy_html(&arena, &in, &result);
	return result;
}

/* The XHTML without the article around it and line ends. */
static inline struct str
inside(struct str xhtml)
{
	struct buf out = { 0 };
	struct str line, ret;

	while (str_line(&xhtml, &line))
		if (!str_is(line, "<article>") && !str_is(line, "</article>"))
			(void)buf_add(&out, line);
	ret = arena_dup(&arena, buf_str(&out));
	buf_free(&out);
	return ret;
}

#define assert_xhtml(html, want) assert_str(tidied(str_lit(html)).xhtml, "<article>\n" want "\n</article>")

#define assert_tidy(html, want) assert_str(inside(tidied(str_lit(html)).xhtml), (want))

#endif
