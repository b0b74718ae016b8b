#include <inttypes.h>

#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_open.h"
#include "store/state.h"
#include "text/opts.h"
#include "text/say.h"

static void
tell(const struct state_tag *tag, bool is_json)
{
	json_t *object;

	if (!is_json) {
		say_out("%7" PRId64 "  #%.*s", tag->total, STR(tag->name));
		return;
	}
	object = json_pack("{s:i, s:I, s:I}", "v", 1, "total", (json_int_t)tag->total, "unread", (json_int_t)tag->unread);
	cmd_json_text(object, "name", tag->name);
	cmd_json_out(object);
}

int
cmd_tags(int argc, char **argv, struct err *err)
{
	bool is_json = false;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("one JSON object a line"), 0, 0 },
		{ 0 },
	};
	struct arena a = { 0 };
	struct store *s = NULL;
	struct state_tag *tags;
	size_t n;
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	if (at < argc)
		return cmd_usage("tags", err);
	rc = cmd_open_store(&s, STORE_READ, err);
	if (!rc)
		rc = state_tags(s, &a, &tags, &n, err);
	for (size_t i = 0; !rc && i < n; i++)
		tell(&tags[i], is_json);
	store_close(s);
	arena_free(&a);
	return rc;
}
