/*
 * The command `rule QUERY -> ACTION…` of the config file: what is done with
 * new posts that a query finds (query/query_rule.h).
 */
#ifndef CONF_CONF_RULE_H
#define CONF_CONF_RULE_H

#include "conf/conf_line.h"
#include "query/query_rule.h"

struct conf_rule {
	struct query_rule rule;
	size_t number;   /* of its line */
	size_t query_at; /* bytes from the start of the line */
};

/* Reads what stands behind `rule`; its query is not looked into. False when the line has a problem, which has been told. */
bool conf_rule(struct conf_line *line, struct conf_rule *ret);

#endif
