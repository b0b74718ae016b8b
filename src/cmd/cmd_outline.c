#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_posts.h"
#include "cmd/cmd_words.h"
#include "html/print.h"
#include "text/opts.h"
#include "text/say.h"

/* Of several posts, a blank line before and the title above. */
static void
tell_text(const struct cmd_post *post, bool is_several, bool is_first)
{
	struct buf out = { 0 };

	if (!is_first)
		buf_putc(&out, '\n');
	if (is_several)
		buf_printf(&out, "%.*s\n", STR(post->row.title));
	print_outline_text(&out, &post->doc);
	say_text(buf_str(&out));
	buf_free(&out);
}

static void
tell_json(const struct cmd_post *post)
{
	struct buf out = { 0 };

	print_outline_json(&out, &post->doc);
	say_raw(buf_str(&out));
	buf_free(&out);
}

static int
tell_posts(struct cmd_posts *posts, bool is_json, struct err *err)
{
	bool is_first = true;
	struct cmd_post post;
	int rc;

	for (; (rc = cmd_posts_next(posts, CMD_POST_SHOWN, &post, err)) > 0; is_first = false)
		if (is_json)
			tell_json(&post);
		else
			tell_text(&post, posts->n > 1, is_first);
	return rc < 0 ? -1 : posts->status;
}

int
cmd_outline(int argc, char **argv, struct err *err)
{
	bool is_json = false;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("as a JSON array, a line a post"), 0, 0 },
		{ 0 },
	};
	struct cmd_posts posts;
	int n = cmd_words_operands(argc, argv, table, err), rc;

	if (n < 0)
		return -1;
	if (!n)
		return cmd_usage("outline", err);
	rc = cmd_posts_open(&posts, argv + 1, n, err);
	if (!rc)
		rc = tell_posts(&posts, is_json, err);
	cmd_posts_close(&posts);
	return rc;
}
