#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_bulk.h"
#include "cmd/cmd_undo.h"

int
cmd_redo(int argc, char **argv, struct err *err)
{
	static const struct cmd_undo how = { cmd_bulk_redo, N_("done again: %s") };

	return cmd_undo_run(&how, argc, argv, err);
}
