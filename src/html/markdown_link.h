/*
 * Where links in Markdown lead: in parentheses behind them, or in a
 * definition elsewhere: [name]: https://… "title".
 */
#ifndef HTML_MARKDOWN_LINK_H
#define HTML_MARKDOWN_LINK_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"

/* The definitions of a text, by their names. */
struct markdown_link_names {
	struct arena *arena;
	struct map by_name; /* values: struct str * */
	size_t left;        /* bytes that addresses used more than once may still add */
};

void markdown_link_init(struct markdown_link_names *names, struct arena *a, size_t length);
void markdown_link_free(struct markdown_link_names *names);

/* Takes the definitions off the start of a paragraph. */
void markdown_link_define(struct markdown_link_names *names, struct str *para);

/* The address of a name; false when there is none, or too much has been made of them. */
bool markdown_link_find(struct markdown_link_names *names, struct str name, struct str *url);

/* Takes "(https://… "title")" off *s. */
bool markdown_link_take(struct arena *a, struct str *s, struct str *url);

/* Takes "[name]" off *s. */
bool markdown_link_name(struct str *s, struct str *name);

/* True for what a backslash takes the meaning of. */
bool markdown_link_is_mark(char c);

/* Appends s with backslashes before marks and character references replaced. */
void markdown_link_plain(struct buf *out, struct str s);

#endif
