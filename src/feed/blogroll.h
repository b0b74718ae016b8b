/*
 * Lists of feeds as other programs keep them: OPML, newsboat's urls, newsraft's
 * feeds, sfeed's sfeedrc, and our own lines and JSON. They are read as data:
 * no command in them is ever run, no file or list they name is opened.
 */
#ifndef FEED_BLOGROLL_H
#define FEED_BLOGROLL_H

#include "base/arena.h"
#include "feed/feed.h"
#include "text/charset.h"

enum blogroll_format {
	BLOGROLL_NONE, BLOGROLL_OPML, BLOGROLL_NEWSBOAT, BLOGROLL_NEWSRAFT, BLOGROLL_SFEED,
	BLOGROLL_LINES, /* those of the feeds file, or just addresses */
	BLOGROLL_JSON,
};

/* Why an entry is none that can be subscribed. */
enum blogroll_problem {
	BLOGROLL_OK,
	BLOGROLL_NO_ADDRESS, /* what stands there is no http(s) address, or there is none */
	BLOGROLL_QUERY,      /* newsboat: a view, not a feed */
	BLOGROLL_COMMAND,    /* a program's output as a feed */
	BLOGROLL_FILTER,     /* newsboat: a feed sent through a program */
	BLOGROLL_INCLUDE,    /* OPML: another list */
	BLOGROLL_LINK,       /* OPML: a page */
	BLOGROLL_SHELL,      /* sfeed: only a shell could say what it is */
	BLOGROLL_UNCLEAR,    /* a line of no form we know */
};

struct blogroll_feed {
	struct str url, name;
	struct str *tags;   /* as tag names can be: 분류/하위 */
	size_t n_tags;
	struct str line;    /* of our own lists: what stands behind the address in the feeds file; name and tags are in it */
	int64_t every_min;  /* how often to ask, 0: not said */
	int64_t place;      /* of our own lists: in what order, 0: as it stands, or no list of ours */
	int64_t number;     /* its line, 0: unknown */
	enum blogroll_problem problem;
	struct str what;    /* of a problem: what stands there */
};

struct blogroll {
	enum blogroll_format format;
	unsigned repairs; /* FEED_FIX_ bits */
	struct blogroll_feed *feeds;
	size_t n;
};

/* Reads a list; file is its name, which settles what the bytes leave open. FEED_IS_OTHER when it is none. */
enum feed_problem blogroll_parse(struct arena *a, struct charset *set, struct str bytes, struct str file, struct blogroll *ret);

#endif
