/*
 * Foreign HTML to the clean XHTML that the cache keeps (subset: doc_read.h):
 * well-formed, valid UTF-8 in NFC, no controls, http(s) and mailto links only,
 * absolute; boilerplate lines of Korean blogs gone, leftover Markdown turned
 * into markup, tracking parameters off. Runs in the worker.
 */
#ifndef HTML_TIDY_H
#define HTML_TIDY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"

struct tidy_input {
	struct str html;  /* valid UTF-8 */
	struct str url;   /* base for links */
	struct str title; /* of the post, may be empty: a first line equal to it is dropped */
	bool is_text;     /* plain text instead of HTML */
	int64_t now;      /* for by-line dates */
};

struct tidy_result {
	struct str xhtml;   /* "<article>…</article>" */
	struct str title;   /* where in->title is empty: a line above a by-line, taken off the text; may be empty */
	struct str author;  /* of a by-line in the text ("by 지식 나무 2025. 2. 5."), may be empty */
	int64_t published;  /* of the by-line, CLOCK_NONE */
	struct str excerpt; /* the first letters of the text, one line, at most 300 bytes */
	struct str image;   /* first picture's address, may be empty */
	size_t letters;     /* of its text */
	bool is_cut;        /* longer than a limit: the end is left out, marked */
};

/* Everything in *ret is in a. Never fails on input: the worst is an empty article. */
void tidy_html(struct arena *a, const struct tidy_input *in, struct tidy_result *ret);

struct dom_node;

/*
 * The same of n subtrees of one parsed document (html/dom.h), in their order, as one article. in->html is not looked
 * at, in->url is what links are resolved against. What is dropped is left out.
 */
void tidy_nodes(struct arena *a, const struct tidy_input *in, struct dom_node *const *nodes, size_t n, struct tidy_result *ret);

/*
 * Appends html with all link and image addresses resolved against base,
 * otherwise as the HTML5 parser understood it. For `sosik parse`.
 */
void tidy_absolute(struct buf *out, struct str html, struct str base);

/* Appends the text of html as one line: for titles and names that hold markup or references. */
void tidy_plain(struct buf *out, struct str html);

#endif
