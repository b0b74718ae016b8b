#include "cmd/cmd_feed_tags.h"

#include "base/tr.h"
#include "store/subs.h"
#include "text/say.h"

enum { SHOWN = 8 }; /* lines */

/* "3, 7" and how many lines have it. */
static size_t
find_lines(struct str name, struct path *file, struct buf *out)
{
	struct arena a = { 0 };
	struct buf text = { 0 };
	struct subs subs = { 0 };
	size_t n = 0;

	if (!subs_text(file, &text, NULL))
		subs_parse(&a, buf_str(&text), file->p, &subs);
	for (size_t i = 0; i < subs.n; i++) {
		if (!subs_has_tag(subs.feeds[i].tags, subs.feeds[i].n_tags, name))
			continue;
		if (n < SHOWN)
			(void)buf_printf(out, "%s%zu", n ? ", " : "", subs.feeds[i].line);
		else if (n == SHOWN)
			(void)buf_puts(out, ", …");
		n++;
	}
	buf_free(&text);
	arena_free(&a);
	return n;
}

void
cmd_feed_tags_tell(struct str name)
{
	struct buf lines = { 0 };
	struct path file;
	size_t n = find_lines(name, &file, &lines);

	if (n)
		say_err(tr_n("#%.*s stands for a feed in %s, line %s: ‘sosik tags --delete %.*s’ takes it off there, too",
			"#%.*s stands for feeds in %s, lines %s: ‘sosik tags --delete %.*s’ takes it off there, too", n), STR(name), file.p,
			buf_cstr(&lines), STR(name));
	buf_free(&lines);
}
