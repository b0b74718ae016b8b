/*
 * A post named on the command line, with its article.
 */
#ifndef CMD_CMD_POST_H
#define CMD_CMD_POST_H

#include "base/buf.h"
#include "html/doc.h"
#include "store/posts.h"

struct cmd_post {
	struct posts_row row, *others; /* others: the same story in other feeds */
	size_t n_others;
	struct doc doc;
};

/* Which text: the one the reader shows, the feed's, or its page's (store/full.h). */
enum cmd_post_text { CMD_POST_SHOWN, CMD_POST_FEED, CMD_POST_PAGE };

/* Finds the post (a number, id:N or a link) and reads its article. Everything is in a. Says on standard error when only a part of it is there. */
int cmd_post_read(struct store *s, struct arena *a, struct str what, enum cmd_post_text which, struct cmd_post *ret, struct err *err);

/* Adds what is not empty to a line, " · " before it where there is something. */
void cmd_post_add_part(struct buf *line, struct str part);
void cmd_post_add_date(struct buf *line, int64_t time);

/* Appends the line below a title: feed · author · date · about 3 min · #tags · c:categories. */
void cmd_post_byline(struct buf *out, const struct posts_row *row, const struct doc *doc);

#endif
