/*
 * The subscriptions file, $XDG_CONFIG_HOME/sosik/feeds: plain text, one feed a
 * line, the truth about what is subscribed.
 *
 *	# a comment
 *	https://example.tistory.com/rss  name="지식 나무" #ai #통신 fulltext=auto
 *
 * Only a command rewrites it; comments, blank lines and order stay, and it is
 * written through symlinks, whole or not at all.
 */
#ifndef STORE_SUBS_H
#define STORE_SUBS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/path.h"

struct subs_option {
	struct str key, value;
};

struct subs_feed {
	struct str url, name; /* name may be empty */
	struct str *tags;     /* without "#" */
	size_t n_tags;
	struct subs_option *options; /* fulltext, every, … : kept and handed on */
	size_t n_options;
	size_t line; /* 1-based */
};

struct subs {
	struct subs_feed *feeds;
	size_t n;
	struct str *problems; /* one line each: file, line, column, what; the other lines count all the same */
	size_t n_problems;
	struct str text; /* as it was read */
	bool is_lost; /* what the cache had of a file that is lost: store/feeds_lost.h */
};

/* Seconds of an interval as the file has it: "30m", "6h", "1d"; 0 when it is none. */
int64_t subs_interval(struct str text);

/* The interval that every= gives, in seconds, among what stands behind the URL of a line; 0 without one. */
int64_t subs_every(struct str rest);

/* What unread= of such a rest says, as store/met.h has it; -1 where it says nothing. */
int64_t subs_unread(struct str rest);

/* Whether a name of the user's has more than blanks; else it is none. */
bool subs_name_is_seen(struct str name);

/* Reads the file; a missing one is empty. */
int subs_read(struct arena *a, struct subs *ret, struct err *err);

/* The file's name and its bytes, none when it is missing. */
int subs_text(struct path *file, struct buf *text, struct err *err);

/* Reads a text; file is its name in problems. */
void subs_parse(struct arena *a, struct str text, const char *file, struct subs *ret);

/* Whether one of the tags is this one, or one below it: 분류 stands for 분류/하위 as well. In any case of letters. */
bool subs_has_tag(const struct str *tags, size_t n, struct str tag);

#endif
