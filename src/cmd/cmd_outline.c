#include "base/opts.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_post.h"
#include "html/print.h"
#include "text/say.h"

int
cmd_outline(int argc, char **argv, struct err *err)
{
	bool is_json = false;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("as a JSON array"), 0, 0 },
		{ 0 },
	};
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct cmd_post post;
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	if (argc - at != 1)
		return cmd_usage("outline", err);
	rc = cmd_post_read(&a, argv[at], &post, err);
	if (!rc && is_json) {
		print_outline_json(&out, &post.doc);
		say_raw(buf_str(&out));
	} else if (!rc) {
		print_outline_text(&out, &post.doc);
		say_text(buf_str(&out));
	}
	buf_free(&out);
	arena_free(&a);
	return rc;
}
