/*
 * A network that wants a login while pages are asked for: it answers in the
 * place of their hosts, by a host of its own, by one page for all, by a
 * certificate that is not to be trusted. What fails so is not put down to its
 * post before another page has come as it should.
 */
#ifndef SYNC_FULLTEXT_PORTAL_H
#define SYNC_FULLTEXT_PORTAL_H

#include "sync/fulltext_errand.h"

/* An errand that failed, and may have done so for the network. */
struct fulltext_doubt {
	struct fulltext_errand *errand;
	struct fulltext_why why;
};

/* Zero-initialise. */
struct fulltext_portal {
	vec(struct fulltext_doubt) doubts;
	int64_t before;      /* the answer that was found in an earlier run: twice after feeds that came well, it is no network's */
	struct fulltext_source found; /* whose answers they are, once that is certain; without a number it is not */
	size_t n_sites;      /* that they were given for */
};

int fulltext_portal_read(struct fulltext_portal *p, struct store *s, struct err *err);

/* Notes in e who gave this answer. */
void fulltext_portal_note(struct fulltext_portal *p, struct fulltext_errand *e, const struct fetch_answer *answer);

/* Whether the failure of e is to wait; found may be set then. */
bool fulltext_portal_doubt(struct fulltext_portal *p, struct fulltext_errand *e, const struct fulltext_why *why);

/* When it is certain it is noted, and told. */
int fulltext_portal_end(struct fulltext_portal *p, struct store *s, void (*notice)(void *user, const char *text), void *user, struct err *err);

void fulltext_portal_free(struct fulltext_portal *p);

#endif
