#include "cmd/cmd_import_list.h"

#include "base/limits.h"
#include "base/tr.h"
#include "store/identity.h"
#include "store/state.h"
#include "store/subs_line.h"
#include "text/say.h"
#include "text/tag.h"
#include "text/url.h"

static const char *
problem_words(enum blogroll_problem problem)
{
	switch (problem) {
	case BLOGROLL_QUERY:
		return tr("a query of newsboat, not a feed");
	case BLOGROLL_COMMAND:
		return tr("a command; sosik runs none");
	case BLOGROLL_FILTER:
		return tr("a feed that goes through a command; sosik runs none");
	case BLOGROLL_INCLUDE:
		return tr("another list; import it by itself");
	case BLOGROLL_LINK:
		return tr("a page, not a feed; try ‘sosik add’");
	case BLOGROLL_SHELL:
		return tr("only a shell could say which feed that is");
	case BLOGROLL_UNCLEAR:
		return tr("cannot be understood");
	default:
		return tr("no address that begins with http:// or https://");
	}
}

/* "filter:COMMAND:URL": the feed without its command, masked, for another command to take; empty where there is none. */
static struct str
filtered(struct str what)
{
	struct str kind, command, url;

	if (!str_cut(what, ':', &kind, &url) || !str_cut(url, ':', &command, &url) || !url_is_web(url))
		return STR_NONE;
	return url;
}

static void
refuse(struct cmd_import_list *l, const char *file, int64_t number, struct str what, const char *why)
{
	struct buf masked = { 0 };

	l->refused++;
	url_mask(&masked, what);
	(void)buf_puts(&masked, what.n ? ": " : "");
	if (number)
		say_err(tr("%s:%lld: not taken: %s%s"), file, (long long)number, buf_cstr(&masked), why);
	else
		say_err(tr("%s: not taken: %s%s"), file, buf_cstr(&masked), why);
	if (filtered(what).n) {
		buf_clear(&masked);
		url_mask(&masked, filtered(what));
		say_err(tr("  without the command: sosik add %s"), buf_cstr(&masked));
	}
	buf_free(&masked);
}

/* 90 minutes are "90m", 120 "2h". */
static struct str
interval(struct arena *a, int64_t minutes)
{
	if (minutes % (24 * 60) == 0)
		return arena_printf(a, "%lldd", (long long)minutes / (24 * 60));
	if (minutes % 60 == 0)
		return arena_printf(a, "%lldh", (long long)minutes / 60);
	return arena_printf(a, "%lldm", (long long)minutes);
}

static void
add_tag(struct arena *a, struct subs_feed *feed, struct str tag)
{
	struct buf name = { 0 };
	struct str *tags;

	if (tag_keep(&name, tag) && !subs_line_has_tag(feed->tags, feed->n_tags, buf_str(&name))) {
		tags = arena_new(a, struct str, feed->n_tags + 1);
		for (size_t i = 0; i < feed->n_tags; i++)
			tags[i] = feed->tags[i];
		tags[feed->n_tags++] = arena_dup(a, buf_str(&name));
		feed->tags = tags;
	}
	buf_free(&name);
}

/* What our own list says stands for all else. A word of the line that is none is told; the feed counts. */
static void
read_own_line(struct cmd_import_list *l, const char *file, const struct client_entry *entry, struct subs_feed *feed)
{
	struct subs subs;

	subs_parse(&l->a, arena_printf(&l->a, "%.*s %.*s", STR(entry->url), STR(entry->line)), "", &subs);
	for (size_t i = 0; i < subs.n_problems; i++) {
		struct str what = subs.problems[i];

		what = str_sub(what, str_find(what, str_lit(": ")) + 2, what.n);
		say_err(tr("%s:%lld: passed over: %.*s"), file, (long long)entry->number, STR(what));
	}
	if (!subs.n)
		return;
	*feed = subs.feeds[0];
	if (subs_line_drop_programs(feed))
		say_err(tr("%s:%lld: passed over: password-command= of a list is not run; add it to the feeds file yourself"), file,
			(long long)entry->number);
	feed->n_tags = 0;
	for (size_t i = 0; i < subs.feeds[0].n_tags; i++)
		add_tag(&l->a, feed, subs.feeds[0].tags[i]);
}

static struct subs_feed
feed_of(struct cmd_import_list *l, const char *file, const struct client_entry *entry)
{
	struct subs_feed feed = { .url = arena_dup(&l->a, entry->url) };

	if (entry->line.n || entry->place) { /* an empty one too: it has neither name nor tags */
		read_own_line(l, file, entry, &feed);
		return feed;
	}
	feed.name = arena_dup(&l->a, entry->name);
	for (size_t i = 0; i < entry->n_tags; i++)
		add_tag(&l->a, &feed, entry->tags[i]);
	if (entry->every_min) {
		feed.options = arena_new(&l->a, struct subs_option, 1);
		feed.options[feed.n_options++] = (struct subs_option){ str_lit("every"), interval(&l->a, entry->every_min) };
	}
	return feed;
}

/* A feed that stands there already gets the tags of its other places, and a name if it has none. */
static void
merge(struct cmd_import_list *l, struct subs_feed *known, const struct subs_feed *feed)
{
	for (size_t i = 0; i < feed->n_tags; i++)
		add_tag(&l->a, known, feed->tags[i]);
	if (!known->name.n)
		known->name = feed->name;
}

static void
add(struct cmd_import_list *l, struct subs_feed feed)
{
	struct buf key = { 0 };
	void **at;

	for (size_t i = 0; i < l->n_tags; i++)
		add_tag(&l->a, &feed, l->tags[i]);
	identity_feed(&key, feed.url);
	at = map_at(&l->by_key, buf_str(&key));
	if (*at)
		merge(l, &l->feeds.v[(size_t)*at - 1], &feed);
	else {
		*vec_add(&l->feeds) = feed;
		*at = (void *)l->feeds.n;
	}
	buf_free(&key);
	l->taken++;
}

static void
take(struct cmd_import_list *l, const char *file, const struct client_entry *entry)
{
	if (entry->problem || !entry->url.n)
		refuse(l, file, entry->number, entry->url.n ? entry->url : entry->what, problem_words(entry->problem));
	else if (str_has(entry->url, ":***@"))
		refuse(l, file, entry->number, entry->url, tr("its password is not in the list"));
	else
		add(l, feed_of(l, file, entry));
}

/* An entry that outlives the worker's next answer. */
static struct client_entry
copy(struct arena *a, const struct client_entry *entry)
{
	struct client_entry ret = *entry;

	ret.url = arena_dup(a, entry->url);
	ret.name = arena_dup(a, entry->name);
	ret.line = arena_dup(a, entry->line);
	ret.what = arena_dup(a, entry->what);
	ret.tags = arena_new(a, struct str, entry->n_tags);
	for (size_t i = 0; i < entry->n_tags; i++)
		ret.tags[i] = arena_dup(a, entry->tags[i]);
	return ret;
}

static int
by_place(const void *a, const void *b)
{
	const struct client_entry *one = a, *other = b;

	return one->place < other->place ? -1 : one->place > other->place;
}

static const char *
not_a_list(enum feed_problem problem)
{
	switch (problem) {
	case FEED_EMPTY:
		return tr("it is empty");
	case FEED_IS_HTML:
		return tr("this is a web page, not a list of feeds");
	case FEED_TOO_LARGE:
		return tr("the list is too large");
	default:
		return tr("this is no list of feeds: OPML, newsboat, newsraft, sfeed, or one address a line");
	}
}

/* The worker answers what nobody asked, or more than there can be. */
static int
break_off(struct cmd_import_list *l, const char *file, struct err *err)
{
	client_close(l->worker);
	l->worker = NULL;
	return err_set(err, ERR_FORMAT, "%s: %s", file, tr("the program that reads it broke the rules: a broken record"));
}

/* All entries of a list, in the order that they say they have. */
static int
collect(struct cmd_import_list *l, const char *file, struct err *err)
{
	vec(struct client_entry) entries = { 0 };
	struct client_answer answer = { 0 };
	bool has_places = true;
	int rc;

	while ((rc = client_next(l->worker, &answer, err)) > 0 && answer.got != CLIENT_DONE) {
		if (answer.got != CLIENT_ENTRY || entries.n == LIMIT_ROLL_FEEDS) {
			rc = break_off(l, file, err);
			break;
		}
		*vec_add(&entries) = copy(&l->a, &answer.entry);
		has_places &= answer.entry.place > 0;
	}
	if (rc > 0)
		rc = answer.problem == FEED_OK ? 0 : err_set(err, ERR_FORMAT, "%s: %s", file, not_a_list(answer.problem));
	if (!rc && has_places && entries.n)
		qsort(entries.v, entries.n, sizeof *entries.v, by_place);
	for (size_t i = 0; i < entries.n && !rc; i++)
		take(l, file, &entries.v[i]);
	if (!rc && answer.feed.repairs & FEED_FIX_LIMIT)
		say_err(tr("%s: larger than a limit; the rest is left out"), file);
	else if (!rc && answer.feed.repairs & (FEED_FIX_MARKUP | FEED_FIX_TRUNCATED))
		say_err(tr("%s: not well-formed; read as far as it goes"), file);
	l->format = answer.roll;
	vec_free(&entries);
	return rc;
}

/* Comments of our own format go no further than the worker: they are of no one feed. */
static bool
has_comments(struct str bytes)
{
	struct str line;

	while (str_line(&bytes, &line))
		if (str_starts(str_trim(line), "#") || str_has(line, " # "))
			return true;
	return false;
}

int
cmd_import_list_read(struct cmd_import_list *l, const char *file, struct str bytes, struct err *err)
{
	l->taken = l->refused = 0;
	l->format = BLOGROLL_NONE;
	if (!l->worker && client_open(&l->worker, err) < 0)
		return -1;
	if (client_start(l->worker, RECORD_ROLL, str_sub(str_of(file), 0, LIMIT_URL), STR_NONE, bytes, err) < 0)
		return -1;
	if (collect(l, file, err) < 0)
		return -1;
	if (l->format == BLOGROLL_LINES && has_comments(bytes))
		say_err(tr("%s: its comments are left out"), file);
	return 0;
}

void
cmd_import_list_free(struct cmd_import_list *l)
{
	client_close(l->worker);
	vec_free(&l->feeds);
	map_free(&l->by_key);
	arena_free(&l->a);
}
