#include "store/undo_title.h"

#include <stdio.h>

#include "store/apply_feed.h"
#include "store/apply_post.h"
#include "store/line.h"
#include "store/posts.h"
#include "text/utf8.h"

/* The post of a part that is about one; 0 when there is none. */
static int
find_post(struct store *s, const json_t *part, int64_t *id, struct err *err)
{
	const char *uid;
	json_t *posts;
	int64_t feed;

	*id = 0;
	json_object_foreach(json_object_get(part, "posts"), uid, posts) {
		if (apply_feed_by_uid(s, str_of(uid), false, &feed, err) < 0)
			return -1;
		if (apply_post_find(s, feed, json_array_get(posts, 0), 0, false, id, err) < 0)
			return -1;
	}
	return 0;
}

/* 0 when the parts are not about one post. */
static int
find_only(struct store *s, const json_t *line, int64_t *id, struct err *err)
{
	json_t *part;
	int64_t other;
	size_t i;

	*id = 0;
	json_array_foreach(json_object_get(line, "parts"), i, part) {
		other = 0;
		if (line_posts(part) == 1 && find_post(s, part, &other, err) < 0)
			return -1;
		if (i && other != *id)
			other = 0;
		*id = other;
		if (!other)
			break;
	}
	return 0;
}

int
undo_title(struct store *s, const json_t *line, char *text, size_t size, struct err *err)
{
	struct arena a = { 0 };
	struct posts_row row;
	struct str fits;
	int64_t id;
	int rc = find_only(s, line, &id, err);

	*text = '\0';
	if (!rc && id)
		rc = posts_get(s, &a, id, &row, err);
	if (!rc && id) {
		fits = utf8_prefix(row.title, size - 1);
		(void)snprintf(text, size, "%.*s", STR(fits));
	}
	arena_free(&a);
	return rc;
}
