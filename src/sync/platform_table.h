/*
 * The rules of sync/platform.h as data.
 */
#ifndef SYNC_PLATFORM_TABLE_H
#define SYNC_PLATFORM_TABLE_H

#include <stdbool.h>

/*
 * The first row that fits an address counts. Lists are separated by blanks.
 *
 *	hosts   without "www." and "m.": "*" stands for one label, "**" for any rest;
 *	        what the first stands for is $h. "**" alone: any host
 *	paths   begin at "/" and match whole segments; more segments may follow, but
 *	        after "$". {1} takes a segment, {1w} letters, digits, "_" and "-", {1d}
 *	        digits. "?name={1}" asks for a parameter. Letters of both cases are the same
 *	feeds   what to try, with $1 … $3 and $h; $o is "https://host" as it was given,
 *	        $b the host without "www." and "m.", $c a code of the page. NULL without why: no rule, as if unknown
 *	more    the same, for `--all`
 *	page    where to look for the code
 *	why     the platform has no feeds; what to say
 */
struct platform_table_row {
	const char *name, *hosts, *paths, *feeds, *more, *page, *why;
	bool is_same; /* the paths are other forms of the feed's own address */
};

/* How to ask a platform's pages, and what stands before the code in them. */
struct platform_table_site {
	const char *name, *cookie, *code_start;
	const char *marks[8];
	bool is_empty_nobody, is_empty_off; /* see struct platform */
};

/* Rows up to one without a name. */
const struct platform_table_row *platform_table_rows(void);
const struct platform_table_site *platform_table_sites(void);

#endif
