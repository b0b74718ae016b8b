/*
 * Pages that stand where an article should: logins, consent to cookies, tests
 * for robots, notices that it is gone.
 */
#ifndef PAGE_WALL_H
#define PAGE_WALL_H

#include "html/tidy.h"
#include "page/meta.h"
#include "page/page_kind.h"

/*
 * What the page under root is; body is what was chosen as its article, without
 * letters when nothing was; is_known when a rule of the site named it. Signs of many kinds are weighed (page/wall_table.h):
 * the longer the text, the more of them it takes, so that an article about
 * walls is none. *is_teaser is set for an article whose rest is for members.
 */
enum page_kind wall_find(const struct dom_node *root, const struct page_meta *meta, struct str url, const struct tidy_result *body,
	bool is_known, bool *is_teaser);

#endif
