#include "sync/sync_collect.h"

#include "base/limits.h"

static struct post *
copy_post(struct arena *a, const struct post *from)
{
	struct post *to = arena_new(a, struct post, 1);

	*to = *from;
	to->id = arena_dup(a, from->id);
	to->title = arena_dup(a, from->title);
	to->link = arena_dup(a, from->link);
	to->author = arena_dup(a, from->author);
	to->comments = arena_dup(a, from->comments);
	to->summary = to->content = STR_NONE;
	to->categories = arena_new(a, struct str, from->n_categories + 1);
	for (size_t i = 0; i < from->n_categories; i++)
		to->categories[i] = arena_dup(a, from->categories[i]);
	to->enclosures = arena_new(a, struct enclosure, from->n_enclosures + 1);
	for (size_t i = 0; i < from->n_enclosures; i++)
		to->enclosures[i] = (struct enclosure){ .url = arena_dup(a, from->enclosures[i].url),
			.type = arena_dup(a, from->enclosures[i].type), .length = from->enclosures[i].length };
	return to;
}

static void
collect_post(struct sync_job *job, const struct client_post *from)
{
	struct arena *a = &job->arena;
	size_t place = job->posts.n;

	*vec_add(&job->posts) = (struct merge_post){
		.post = copy_post(a, &from->post),
		.xhtml = arena_dup(a, from->xhtml),
		.excerpt = arena_dup(a, from->excerpt),
		.image = arena_dup(a, from->image),
		.letters = from->letters,
		.place = place,
		.source = (uint64_t)from->source,
	};
}

static void
collect_known(struct sync_job *job, size_t known)
{
	size_t place = job->posts.n;

	*vec_add(&job->posts) = (struct merge_post){ .known = &job->source.posts[known], .place = place };
}

static void
collect_feed(struct sync_job *job, const struct client_answer *answer)
{
	struct arena *a = &job->arena;
	struct feed *feed = &job->feed;

	job->problem = answer->problem;
	if (job->problem == FEED_IS_HTML)
		job->article.kind = answer->article.kind;
	job->code = arena_dup(a, answer->code);
	*feed = answer->feed;
	feed->title = arena_dup(a, feed->title);
	feed->subtitle = arena_dup(a, feed->subtitle);
	feed->author = arena_dup(a, feed->author);
	feed->rights = arena_dup(a, feed->rights);
	feed->generator = arena_dup(a, feed->generator);
	feed->link = arena_dup(a, feed->link);
	feed->id = arena_dup(a, feed->id);
	feed->language = arena_dup(a, feed->language);
	feed->image = arena_dup(a, feed->image);
}

static void
collect_article(struct sync_job *job, const struct client_article *from)
{
	struct client_article *to = &job->article;
	struct str *const texts[] = { &to->xhtml, &to->title, &to->author, &to->site, &to->image, &to->language, &to->excerpt,
		&to->canonical, &to->next, &to->go };

	*to = *from;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = arena_dup(&job->arena, *texts[i]);
}

static void
collect_link(struct sync_job *job, const struct client_answer *answer)
{
	struct arena *a = &job->arena;

	*vec_add(&job->links) = (struct sync_link){ answer->link_kind, arena_dup(a, answer->link_url), arena_dup(a, answer->link_title) };
}

void
sync_collect(struct sync_job *job, const struct client_answer *answer)
{
	if (answer->got == CLIENT_UNPACKED)
		job->unpacked = answer->unpacked;
	else if (answer->got == CLIENT_POST && job->posts.n < LIMIT_FEED_ITEMS)
		collect_post(job, &answer->post);
	else if (answer->got == CLIENT_KNOWN && job->posts.n < LIMIT_FEED_ITEMS)
		collect_known(job, (size_t)answer->known);
	else if (answer->got == CLIENT_ARTICLE)
		collect_article(job, &answer->article);
	else if (answer->got == CLIENT_FEED_LINK)
		collect_link(job, answer);
	else if (answer->got == CLIENT_DONE)
		collect_feed(job, answer);
}
