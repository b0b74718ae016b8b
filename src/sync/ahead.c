#include "sync/ahead.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"

enum { AHEAD_BYTES = 1 << 20 }; /* of one answer: so many are held at once */

struct ahead_one {
	struct ahead_one *next;
	struct arena arena;
	struct str url;
	struct fetch_answer answer;
	struct buf body;
	bool is_here, is_dropped;
};

static struct ahead_one *
find(const struct ahead *a, struct str url)
{
	struct ahead_one *one = a->first;

	while (one && (one->is_dropped || !str_eq(one->url, url)))
		one = one->next;
	return one;
}

void
ahead_ask(struct ahead *a, struct str url, struct str cookie)
{
	struct fetch_request request = { .url = url, .cookie = cookie, .max_bytes = AHEAD_BYTES };
	struct ahead_one *one;

	if (find(a, url))
		return;
	one = mem_zalloc(1, sizeof *one);
	one->url = arena_dup(&one->arena, url);
	one->next = a->first;
	a->first = one;
	request.user = one;
	fetch_add(a->fetch, &request);
}

static void
delete(struct ahead *a, struct ahead_one *one)
{
	struct ahead_one **at = &a->first;

	while (*at != one)
		at = &(*at)->next;
	*at = one->next;
	buf_free(&one->body);
	arena_free(&one->arena);
	free(one);
}

void
ahead_keep(struct ahead *a, const struct fetch_answer *answer)
{
	struct ahead_one *one = answer->user;

	one->is_here = true;
	if (one->is_dropped) {
		delete(a, one);
		return;
	}
	one->answer = *answer;
	fetch_take_body(a->fetch, &one->body);
	one->answer.body = buf_str(&one->body);
	one->answer.url = arena_dup(&one->arena, answer->url);
	one->answer.moved_to = arena_dup(&one->arena, answer->moved_to);
	one->answer.led_to = arena_dup(&one->arena, answer->led_to);
	one->answer.content_type = arena_dup(&one->arena, answer->content_type);
	one->answer.etag = arena_dup(&one->arena, answer->etag);
	one->answer.last_modified = arena_dup(&one->arena, answer->last_modified);
	one->answer.links = arena_dup(&one->arena, answer->links);
	one->answer.why = arena_dup(&one->arena, answer->why);
}

bool
ahead_find(const struct ahead *a, struct str url, const struct fetch_answer **ret)
{
	struct ahead_one *one = find(a, url);

	*ret = one && one->is_here ? &one->answer : NULL;
	return one;
}

void
ahead_drop(struct ahead *a, struct str url)
{
	struct ahead_one *one = find(a, url);

	if (one && one->is_here)
		delete(a, one);
	else if (one)
		one->is_dropped = true;
}

void
ahead_free(struct ahead *a)
{
	while (a->first)
		delete(a, a->first);
}
