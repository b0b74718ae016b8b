#include "store/story_head.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/identity.h"
#include "store/store_impl.h"
#include "store/young.h"

/* Heads are of half a kilobyte; posts of one sync have numbers in a row, so that each has a place of its own. */
enum { HEADS = 2048, BRIEFS = 8 * HEADS };

enum { LINK_BITS = 1 << 20 }; /* of a hundred thousand links every tenth is looked for in vain */

/* By the number of the post. */
struct story_heads {
	struct story_head *v[HEADS];
	struct story_brief briefs[BRIEFS];
	bool is_begun;
	unsigned char *links; /* a bit for the link of each; NULL where there were others at first, or some may come by another way */
};

static struct story_heads *
heads_of(struct store *s)
{
	if (!s->heads)
		s->heads = mem_zalloc(1, sizeof *s->heads);
	return s->heads;
}

static struct story_head **
place_of(struct store *s, int64_t id)
{
	return &heads_of(s)->v[(uint64_t)id % HEADS];
}

static struct story_brief *
brief_of(struct store *s, int64_t id)
{
	return &heads_of(s)->briefs[(uint64_t)id % BRIEFS];
}

static struct str
put_str(char **to, struct str from)
{
	struct str ret = str_new(*to, from.n);

	if (from.n)
		memcpy(*to, from.p, from.n);
	*to += from.n;
	return ret;
}

static struct letters
put_letters(uint32_t **to, const struct letters *from)
{
	struct letters ret = { .v = *to, .n = from->n, .cap = from->n };

	if (from->n)
		memcpy(*to, from->v, from->n * sizeof *from->v);
	*to += from->n;
	return ret;
}

/* In one piece. */
static struct story_head *
copy(const struct story_post *post, const struct near *near)
{
	size_t letters = near->title.n + near->label.n;
	struct story_head *head = mem_alloc(sizeof *head + letters * sizeof *near->title.v + post->title.n + post->link_key.n);
	uint32_t *numbers = (uint32_t *)(head + 1);
	char *bytes = (char *)(numbers + letters);

	*head = (struct story_head){ .post = { .id = post->id, .feed_id = post->feed_id, .published = post->published } };
	head->near.title = put_letters(&numbers, &near->title);
	head->near.label = put_letters(&numbers, &near->label);
	head->post.title = put_str(&bytes, post->title);
	head->post.link_key = put_str(&bytes, post->link_key);
	return head;
}

static uint32_t
bit_of(struct str link)
{
	return (uint32_t)(identity_hash(0, link) % LINK_BITS);
}

int
story_head_begin(struct store *s, struct err *err)
{
	struct story_heads *heads = heads_of(s);
	sqlite3_stmt *st;
	int64_t newest;

	if (heads->is_begun)
		return 0;
	st = stmt_get(s, STMT_POST_NEWEST, err);
	if (!st || stmt_int(s, st, 0, &newest, err) < 0)
		return -1;
	if (!newest && young_is(s))
		heads->links = mem_zalloc(LINK_BITS / 8, 1);
	heads->is_begun = true;
	return 0;
}

bool
story_head_may_have_link(struct store *s, struct str link)
{
	const struct story_heads *heads = heads_of(s);
	uint32_t bit = bit_of(link);

	return !heads->links || heads->links[bit / 8] >> bit % 8 & 1;
}

static void
keep_link(struct story_heads *heads, struct str link)
{
	uint32_t bit = bit_of(link);

	heads->links[bit / 8] |= (unsigned char)(1 << bit % 8);
}

void
story_head_keep(struct store *s, const struct story_post *post, const struct near *near)
{
	struct story_head **place = place_of(s, post->id);

	if (heads_of(s)->links)
		keep_link(heads_of(s), post->link_key);
	free(*place);
	*place = copy(post, near);
	*brief_of(s, post->id) = (struct story_brief){ post->id, post->feed_id, post->published };
}

const struct story_brief *
story_head_brief(struct store *s, int64_t id)
{
	const struct story_brief *brief = brief_of(s, id);

	return brief->id == id ? brief : NULL;
}

/* The row of STMT_STORY_HEAD. */
static void
read_head(struct store *s, sqlite3_stmt *st, int64_t id)
{
	struct story_post post = { .id = id, .feed_id = stmt_num(st, 0), .published = stmt_time(st, 1),
		.link_key = stmt_peek(st, 2), .title = stmt_peek(st, 3) };
	struct near near = { 0 };

	near_set_title(&near, post.title);
	story_head_keep(s, &post, &near);
	near_free(&near);
}

const struct story_head *
story_head_get(struct store *s, int64_t id, struct err *err)
{
	static const struct story_head none;
	struct story_head **place = place_of(s, id);
	sqlite3_stmt *st;
	int got;

	if (*place && (*place)->post.id == id)
		return *place;
	st = stmt_get(s, STMT_STORY_HEAD, err);
	if (!st)
		return NULL;
	stmt_bind_int(st, 1, id);
	got = stmt_step(s, st, err);
	if (got > 0)
		read_head(s, st, id);
	stmt_done(st);
	return got < 0 ? NULL : got ? *place : &none;
}

void
story_head_forget(struct store *s)
{
	for (size_t i = 0; s->heads && i < HEADS; i++)
		free(s->heads->v[i]);
	if (s->heads)
		free(s->heads->links);
	free(s->heads);
	s->heads = NULL;
}
