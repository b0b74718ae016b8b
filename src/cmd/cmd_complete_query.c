#include "cmd/cmd_complete_query.h"

void
cmd_complete_query(struct cmd_complete *c)
{
	(void)c;
}
