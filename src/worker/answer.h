/*
 * The worker's side of the records: what was parsed and tidied, as the parent
 * will accept it. Lines are cleaned and cut to their limits, addresses that are
 * none are left out.
 */
#ifndef WORKER_ANSWER_H
#define WORKER_ANSWER_H

#include "feed/feed.h"
#include "html/tidy.h"
#include "worker/jail.h"
#include "worker/record.h"

/* Each appends one whole record to *out. */

/* tidy NULL: with the post's own HTML (RECORD_RAW). */
void answer_post(struct buf *out, const struct post *post, const struct tidy_result *tidy);
void answer_article(struct buf *out, const struct tidy_result *tidy);
void answer_feed_link(struct buf *out, const struct tidy_feed_link *link);
void answer_probe(struct buf *out, const struct jail_probe *probe);

/* Ends a job; feed may be NULL. */
void answer_done(struct buf *out, enum feed_problem problem, const struct feed *feed);
void answer_ready(struct buf *out);

#endif
