#include "sync/found.h"

#include "text/url.h"

enum { FOUND_POSTS = 20 }; /* that feeds are compared by */

bool
found_is_comments(const struct sync_job *job, struct str url)
{
	size_t n = 0;

	for (size_t i = 0; i < job->posts.n; i++)
		n += str_has(job->posts.v[i].post->link, "#comment");
	return url_feed_rank(url, job->feed.title) == URL_FEED_COMMENTS || (n && n * 2 >= job->posts.n);
}

static struct str
name_of(const struct post *post)
{
	return post->link.n ? post->link : post->id;
}

static bool
has_post(const struct found *found, struct str name)
{
	for (size_t i = 0; i < found->posts.n; i++)
		if (str_eq(name, found->posts.v[i]))
			return true;
	return false;
}

static bool
is_known(const struct found *found, const struct sync_job *job)
{
	size_t n = job->posts.n < FOUND_POSTS ? job->posts.n : FOUND_POSTS, same = 0;

	for (size_t i = 0; i < n; i++)
		same += has_post(found, name_of(job->posts.v[i].post));
	return same * 2 > (n < found->posts.n ? n : found->posts.n);
}

void
found_add(struct found *found, struct str url, struct str final, const struct sync_job *job, bool is_switched_off)
{
	if (found->feeds.n && is_known(found, job))
		return;
	for (size_t i = 0; !found->feeds.n && i < job->posts.n && i < FOUND_POSTS; i++)
		*vec_add(&found->posts) = arena_dup(&found->arena, name_of(job->posts.v[i].post));
	*vec_add(&found->feeds) = (struct found_feed){
		.url = arena_dup(&found->arena, url),
		.final = arena_dup(&found->arena, final),
		.title = arena_dup(&found->arena, job->feed.title),
		.n_posts = job->posts.n,
		.is_switched_off = is_switched_off,
	};
}

void
found_clear(struct found *found)
{
	found->feeds.n = found->posts.n = 0;
	arena_reset(&found->arena);
}

void
found_free(struct found *found)
{
	vec_free(&found->feeds);
	vec_free(&found->posts);
	arena_free(&found->arena);
}
