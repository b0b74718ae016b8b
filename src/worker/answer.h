/*
 * The worker's side of the records: what was parsed and tidied, as the parent
 * will accept it. Lines are cleaned and cut to their limits, addresses that are
 * none are left out.
 */
#ifndef WORKER_ANSWER_H
#define WORKER_ANSWER_H

#include "feed/blogroll.h"
#include "html/tidy.h"
#include "html/tidy_page.h"
#include "page/page.h"
#include "text/unpack.h"
#include "worker/jail.h"
#include "worker/record.h"

/* Each appends one whole record to *out. */

/* tidy NULL: with the post's own HTML (RECORD_RAW). source: what it was made from (worker/known.h), 0: not said. */
void answer_post(struct buf *out, const struct post *post, const struct tidy_result *tidy, uint64_t source);
/* A post that is as it was, by its place in the hashes of the job. */
void answer_known(struct buf *out, size_t place);
void answer_article(struct buf *out, const struct tidy_result *tidy);
void answer_extract(struct buf *out, const struct page_result *page);
/* Where the bytes, and the text made of them, are no page (page/other.h): what they are, and true. */
bool answer_other(struct buf *out, struct str bytes, struct str text);

void answer_entry(struct buf *out, const struct blogroll_feed *feed);
void answer_unpacked(struct buf *out, enum unpacked how);
void answer_probe(struct buf *out, const struct jail_probe *probe);

/* Ends a job; feed may be NULL. */
void answer_done(struct buf *out, enum feed_problem problem, const struct feed *feed);

/* Ends the job of a page that is no feed: the feeds it names, and its code where it has one. */
void answer_page(struct buf *out, const struct tidy_page *page, enum page_kind kind, struct str code);

void answer_roll_done(struct buf *out, enum feed_problem problem, const struct blogroll *roll);
void answer_ready(struct buf *out);

#endif
