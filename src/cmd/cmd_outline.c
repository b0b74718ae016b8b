#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_post.h"
#include "cmd/cmd_words.h"
#include "html/print.h"
#include "text/opts.h"
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
	const char *operand;
	int rc;

	if (cmd_words_operand(argc, argv, table, &operand, err) < 0)
		return -1;
	rc = cmd_post_read(&a, operand, CMD_POST_SHOWN, &post, err);
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
