/*
 * Addresses that stand in running text become links.
 */
#ifndef HTML_TIDY_BARE_H
#define HTML_TIDY_BARE_H

#include "html/draft.h"

/* Not in code and not in links, and not where an address is only partly in another style. */
void tidy_bare(struct draft *parts);

#endif
