#include "cmd/cmd_conf.h"

#include "text/say.h"

int
cmd_conf_read(struct arena *a, struct conf *ret, struct err *err)
{
	if (conf_read(a, ret, err) < 0)
		return -1;
	for (size_t i = 0; i < ret->n_problems; i++)
		say_err("%.*s", STR(ret->problems[i]));
	return 0;
}
