/*
 * From the bytes of a page to its article: what the page is, its body as clean
 * XHTML, and what it says of itself. The rules of the site come first
 * (page/site.h), then scores (page/choose.h); what does not belong to the
 * article is dropped in the tree (page/prune.h), which is then tidied
 * (html/tidy.h). Runs in the worker.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/arena.h"
#include "base/clock.h"
#include "page/page_kind.h"

struct page_rule; /* page/site.h */

struct page_input {
	struct str html;               /* valid UTF-8 */
	struct str url;                /* where it was fetched from, at the end of all redirects */
	int64_t now;                   /* for dates such as "3 hours ago" */
	const struct page_rule *rules; /* of the user, asked before our own */
	size_t n_rules;
};

/* Strings are empty and dates CLOCK_NONE where the page does not say. */
struct page_result {
	enum page_kind kind;
	struct str xhtml;              /* the body, "<article>…</article>"; empty unless kind is PAGE_ARTICLE */
	struct str title, site, language, excerpt; /* one line each */
	struct str author;             /* names, ", " between them */
	struct str byline;             /* as the page has it: "By …", up to a bar before a date or a count; the names where meta data give them */
	struct str image, canonical;   /* http(s) addresses */
	struct str next;               /* of the next page of the same article */
	struct str go;                 /* PAGE_GO: where to */
	int64_t published, updated;
	size_t letters;                /* of the body */
	bool is_teaser;                /* only the beginning of the article: the rest is for members */
	bool is_cut;                   /* the page is longer than a limit: its end is left out */
};

/* All of *ret is in a. Never fails on input. */
void page_extract(struct arena *a, const struct page_input *in, struct page_result *ret);

#endif
