/*
 * Whether what a page holds is the post that its feed told of.
 */
#ifndef SYNC_FULLTEXT_JUDGE_H
#define SYNC_FULLTEXT_JUDGE_H

#include "base/str.h"
#include "store/full.h"

struct fulltext_judge {
	struct str title, text;           /* of the post: text as clean XHTML, or the excerpt; may be empty */
	struct str page_title, page_text; /* of the page, clean XHTML */
	bool is_above;                    /* the page is a folder that the post is in, as a list of posts would be */
};

/*
 * FULL_FINE; FULL_OTHER when neither the title nor any of the text of the post is found in the page (a home page, a
 * notice, another post), or the page is above and its own title is another one; FULL_SHORTER when it has clearly fewer letters than the feed gave.
 */
enum full_how fulltext_judge(const struct fulltext_judge *judge);

#endif
