/*
 * The command `site HOST content="…" drop="…"` of the config file.
 */
#ifndef CONF_CONF_SITE_H
#define CONF_CONF_SITE_H

#include "conf/conf_line.h"
#include "page/rule.h"

/* Reads what stands behind `site`; false when the line has a problem, which has been told. */
bool conf_site(struct conf_line *line, struct page_rule *ret);

#endif
