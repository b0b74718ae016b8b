#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_open.h"
#include "store/state.h"
#include "text/opts.h"
#include "text/say.h"

static int
write_line(void *user, struct str text)
{
	(void)user;
	say_json(text);
	return 0;
}

int
cmd_dump(int argc, char **argv, struct err *err)
{
	bool with_secrets = false;
	const struct opts table[] = {
		{ "with-secrets", 0, OPTS_FLAG, &with_secrets, NULL, N_("also passwords in addresses and options"), 0, 0 },
		{ 0 },
	};
	struct store *s = NULL;
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	if (at < argc)
		return cmd_usage("dump", err);
	rc = cmd_open_store(&s, STORE_READ, err);
	if (!rc)
		rc = state_dump(s, with_secrets, write_line, NULL, err);
	store_close(s);
	return rc;
}
