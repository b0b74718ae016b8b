#include "cmd/cmd_suggest.h"

#include "cmd/cmd.h"
#include "text/typo.h"

const char *
cmd_suggest_name(struct str word)
{
	struct typo_near near = typo_near_command(word);

	for (const struct cmd *c = cmd_table(); c->name; c++)
		if (!(c->flags & CMD_HIDDEN))
			typo_near_take(&near, c->name);
	return near.found;
}
