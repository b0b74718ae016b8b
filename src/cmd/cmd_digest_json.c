#include "cmd/cmd_digest_part.h"
#include "cmd/cmd_json.h"
#include "store/posts_json.h"
#include "text/json_out.h"

static void
tell_post(const struct posts_row *row, const struct cmd_digest_group *group)
{
	json_t *object = json_pack("{s:i, s:s, s:I, s:b, s:b, s:i}", "v", 1, "type", "post", "id", (json_int_t)row->id, "read",
		row->is_read, "starred", row->is_starred, "minutes", cmd_digest_part_minutes(row));

	json_out_text(object, "group", group->name);
	posts_json(object, row);
	cmd_json_story(object, row);
	cmd_json_out(object);
}

void
cmd_digest_json(const struct cmd_digest *d)
{
	json_t *object = json_pack("{s:i, s:s, s:I, s:I, s:I, s:I}", "v", 1, "type", "digest", "posts", (json_int_t)d->n, "left",
		(json_int_t)d->left, "feeds", (json_int_t)d->n_feeds, "minutes", (json_int_t)(d->seconds / 60));

	json_out_time(object, "since", d->since);
	json_out_time(object, "until", d->now);
	cmd_json_out(object);
	for (size_t i = 0; i < d->n_groups; i++)
		for (size_t k = 0; k < d->groups[i].n; k++)
			tell_post(&d->rows[d->groups[i].posts[k]], &d->groups[i]);
}
