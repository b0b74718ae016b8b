#include "cmd/cmd_posts.h"

#include "cmd/cmd_open.h"
#include "text/operand.h"
#include "text/say.h"

int
cmd_posts_open(struct cmd_posts *posts, char *const *words, int n, struct err *err)
{
	*posts = (struct cmd_posts){ 0 };
	if (operand_read(&posts->a, words, n, &posts->names, &posts->n, err) < 0)
		return -1;
	return cmd_open_store(&posts->store, STORE_READ, err);
}

int
cmd_posts_next(struct cmd_posts *posts, enum cmd_post_text which, struct cmd_post *ret, struct err *err)
{
	while (posts->at < posts->n) {
		arena_reset(&posts->one);
		if (!cmd_post_read(posts->store, &posts->one, posts->names[posts->at++], which, ret, err))
			return 1;
		if (cmd_posts_miss(posts, err) < 0)
			return -1;
	}
	return 0;
}

int
cmd_posts_miss(struct cmd_posts *posts, const struct err *err)
{
	if (err->code != ERR_NOT_FOUND && err->code != ERR_FORMAT)
		return -1;
	say_err("%s", err->text);
	posts->status = err_status(err->code);
	return 0;
}

void
cmd_posts_close(struct cmd_posts *posts)
{
	store_close(posts->store);
	arena_free(&posts->one);
	arena_free(&posts->a);
}
