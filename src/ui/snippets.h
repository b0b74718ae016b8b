/*
 * Where in the posts of a list the words stand that were looked for: a line of
 * text around them and its section, for the rows that are in sight. They are
 * made one by one while no key waits.
 */
#ifndef UI_SNIPPETS_H
#define UI_SNIPPETS_H

#include "base/vec.h"
#include "query/query.h"
#include "store/posts.h"
#include "text/find_match.h"
#include "ui/screen.h"

enum { SNIPPETS_MAX = 256 }; /* that are kept */

struct snippet {
	int64_t id, letters; /* of the post; another length is another text */
	struct str section;  /* "§ 3. 구현", empty for none */
	struct str text;
	struct find_match_span *spans; /* in text */
	size_t n_spans;
};

/* Zero-initialise. */
struct snippets {
	struct arena arena;
	vec(struct snippet) made;
};

void snippets_free(struct snippets *s);

/* Whether a query has words to look for in texts. */
bool snippets_has_words(const struct query *query);

/* That of a post, NULL where it has not been made. Valid until the next snippets_make(). */
const struct snippet *snippets_find(const struct snippets *s, const struct posts_row *row);

/* Makes that of a post; match, what is looked for, is always the same one. On -1 it is an empty one. */
int snippets_make(struct snippets *s, struct store *store, const struct find_match *match, const struct posts_row *row, struct err *err);

/* Draws one into a row: section, then the text, from before the first place that was found on. */
void snippets_draw(struct screen *s, struct screen_box box, const struct snippet *snippet);

#endif
