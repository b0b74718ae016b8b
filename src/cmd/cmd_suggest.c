#include "cmd/cmd_suggest.h"

#include "cmd/cmd.h"
#include "text/typo.h"

const char *
cmd_suggest_name(struct str word)
{
	const char *best = NULL;
	int least = 3; /* more than two slips is another word */

	for (const struct cmd *c = cmd_table(); c->name; c++) {
		struct str name = str_of(c->name);
		int distance = typo_distance(word, name);

		if ((c->flags & CMD_HIDDEN) || distance >= least || distance >= (int)name.n)
			continue;
		least = distance;
		best = c->name;
	}
	return best;
}
