#include "cmd/cmd_query.h"

#include "conf/conf.h"

int
cmd_query_parse(struct arena *a, struct str text, struct query **ret, struct err *err)
{
	struct conf conf = { 0 };

	(void)conf_read(a, &conf, NULL); /* without it there are no views */
	return query_parse(a, text, &conf.names, ret, err);
}
