/*
 * A rule of the user's for the pages of a site: what of them is the article.
 * It comes from the config file (conf/conf.h) and goes to the worker with the
 * page; the rules that sosik has itself are in page/site_table.h.
 */
#ifndef PAGE_RULE_H
#define PAGE_RULE_H

#include "page/selector.h"

enum { RULE_CONTENTS = 16 };

/* Selectors, empty where the rule does not say. */
struct page_rule {
	struct str host;                   /* "example.com", also for hosts below it; a path may follow */
	struct str content[RULE_CONTENTS]; /* the article: the first that has one; all nodes it fits, in their order */
	size_t n_contents;
	struct str drop;                   /* what in it does not belong to it */
	struct str title, author, date;    /* selectors with an attribute behind: "time@datetime", else the text */
	struct str next;                   /* the link to the next page of the same article */
};

/* Where a rule keeps what a field of it is called. */
enum rule_field { RULE_CONTENT, RULE_DROP, RULE_TITLE, RULE_AUTHOR, RULE_DATE, RULE_NEXT, RULE_FIELDS };
const char *rule_field_name(enum rule_field field);

/* Adds a selector to a rule as that field; false when it has no room for it (only RULE_CONTENT may come more than once). */
bool rule_add(struct page_rule *rule, enum rule_field field, struct str text);

/* The n-th selector of that field, empty behind the last. */
struct str rule_get(const struct page_rule *rule, enum rule_field field, size_t n);

/* 0 when text can be that field; -1 with *fault. */
int rule_check(enum rule_field field, struct str text, struct selector_fault *fault);

/* Splits "time@datetime" into selector and attribute, which is empty where there is none. */
void rule_split(struct str text, struct str *selector, struct str *attr);

/* Whether host names the place of an address; one that is longer is for fewer pages. */
bool rule_fits(struct str host, struct str url);

/* The rule of n for an address that is for the fewest pages, the last of two such; NULL when none fits. */
const struct page_rule *rule_find(const struct page_rule *rules, size_t n, struct str url);

#endif
