/*
 * How a post that was searched for is told: a line for people, with the place
 * where the words stand below it, or a line of JSON.
 */
#ifndef CMD_CMD_SEARCH_TELL_H
#define CMD_CMD_SEARCH_TELL_H

#include "cmd/cmd_article.h"
#include "store/posts.h"
#include "store/retry.h"
#include "text/find_match.h"

struct cmd_search {
	struct store *store;
	struct str text;              /* of the query */
	struct find_match match;      /* without words: posts are only listed */
	const struct retry *retry;    /* what was done to the query, n 0 for nothing */
	struct cmd_article_look look;
	bool is_json;
	struct str id_end;            /* behind their numbers, which are all that is told; empty: they are not */
};

/* score: NULL where posts come by date. */
int cmd_search_tell(const struct cmd_search *search, const struct posts_row *row, const double *score, struct err *err);

/* Its number alone, as id_end says. */
void cmd_search_tell_id(const struct cmd_search *search, int64_t id);

#endif
