#include "conf/conf_rule.h"

bool
conf_rule(struct conf_line *line, struct conf_rule *ret)
{
	struct query_rule_fault fault;
	struct conf_word text;

	conf_line_rest(line, &text);
	*ret = (struct conf_rule){ .number = line->number, .query_at = text.at };
	if (query_rule_parse(line->arena, text.value, &ret->rule, &fault) < 0)
		conf_line_problem(line, text.at + fault.at, "%s", fault.what);
	return !line->is_bad;
}
