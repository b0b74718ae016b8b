/*
 * The command `tag NAME alias=A,B color=COLOUR` of the config file: how a tag is
 * also called and what it looks like. It stands here and not in the journal, for
 * it is no state of any post: it is edited, read and kept in git with the rest.
 */
#ifndef CONF_CONF_TAG_H
#define CONF_CONF_TAG_H

#include "base/map.h"
#include "conf/conf_line.h"

struct conf_tag {
	struct str name, key; /* of text/tag.h */
	struct str *aliases;
	size_t n_aliases;
	int color;            /* a number of the terminal's palette, -1: the usual one */
	const char *file;
	size_t number;        /* of the line */
};

/* In the order of their lines. Zero-initialise. */
struct conf_tags {
	vec(struct conf_tag) list;
	struct map words; /* keys of tags and of aliases -> place in the list + 1, as a pointer */
};

/* Reads what stands behind `tag`. A typed line keeps what it does not say of the one of its tag, whose place it takes. Problems are told. */
void conf_tag(struct conf_line *line, struct conf_tags *tags);

void conf_tag_free(struct conf_tags *tags);

/* The line of the tag with this key, or NULL. */
const struct conf_tag *conf_tag_find(const struct conf_tag *tags, size_t n, struct str key);

/* The line of the tag that has an alias with this key, or NULL. */
const struct conf_tag *conf_tag_of_alias(const struct conf_tag *tags, size_t n, struct str key);

/* The colour of the tag, else of the nearest above it that has one; -1 for none. */
int conf_tag_color(const struct conf_tag *tags, size_t n, struct str key);

#endif
