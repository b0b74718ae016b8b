#include "front/front_add.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/tr.h"
#include "front/front_access.h"
#include "front/front_open.h"
#include "sync/choice.h"
#include "sync/sync_add.h"
#include "text/consent.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/tag.h"
#include "text/url.h"

enum { ANSWER_MAX = 256 };

/* Takes a line from standard input, one byte at a time: what is behind it is not ours. False at the end. */
static bool
read_line(struct buf *line)
{
	char c;
	ssize_t n;

	buf_clear(line);
	for (;;) {
		n = read(STDIN_FILENO, &c, 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		if (c == '\n')
			return !line->full;
		(void)buf_putc(line, c);
	}
}

static void
show_links(struct str page, const struct page_links *links)
{
	struct buf shown = { 0 };

	url_mask(&shown, page);
	say_out(tr("‘%s’ names %zu feeds:"), buf_cstr(&shown), links->n);
	for (size_t i = 0; i < links->n; i++) {
		buf_clear(&shown);
		url_mask(&shown, links->v[i].url);
		say_out("%3zu  %.*s  %.*s", i + 1, STR(links->v[i].title), STR(buf_str(&shown)));
	}
	buf_free(&shown);
}

static void
choose(void *user, struct str page, const struct page_links *links, bool *is_taken)
{
	struct buf answer = BUF_CAPPED(ANSWER_MAX);
	bool is_read;

	(void)user;
	show_links(page, links);
	do {
		say_raw(str_of(tr("Which? Numbers, a for all, n for none [1] ")));
		(void)say_finish(NULL);
		is_read = read_line(&answer);
	} while (is_read && !choice_read(buf_str(&answer), links->n, is_taken));
	if (!is_read)
		say_out("%s", "");
	buf_free(&answer);
}

static bool
agree(void *user, struct str given, const char *why, struct str feed)
{
	struct buf shown = { 0 }, answer = BUF_CAPPED(ANSWER_MAX);
	bool is_yes;

	(void)user;
	url_mask(&shown, given);
	say_out("%s: %s", buf_cstr(&shown), why);
	buf_clear(&shown);
	url_mask(&shown, feed);
	(void)buf_printf(&answer, tr("Found instead: %s. Subscribe to that? [y/N] "), buf_cstr(&shown));
	say_raw(buf_str(&answer));
	(void)say_finish(NULL);
	is_yes = read_line(&answer) && consent_is_yes(buf_str(&answer));
	buf_free(&answer);
	buf_free(&shown);
	return is_yes;
}

static int
open_store(void *user, struct store **ret, enum store_mode mode, char notice[256], struct err *err)
{
	(void)user;
	return front_open_store(ret, mode, false, notice, err);
}

/* How it goes. */
struct adding {
	struct sync_add_opts opts;
	size_t n_added;
	int n_failed, status; /* of the failures; that nothing can be written counts most */
};

static void
say_added(void *user, const struct found_feed *feed)
{
	struct adding *adding = user;
	const struct sync_add_opts *opts = &adding->opts;
	struct buf shown = { 0 };
	struct str title = opts->name ? str_of(opts->name) : feed->title;

	adding->n_added++;
	url_mask(&shown, feed->url);
	say_out(tr("subscribed: %s"), buf_cstr(&shown));
	if (title.n)
		say_out("  %.*s", STR(title));
	if (feed->is_switched_off)
		say_out("  %s", tr("it has no posts: the owner of the blog may have switched its feed off"));
	else if (!feed->n_posts && !opts->is_unchecked)
		say_out("  %s", tr("it has no posts now"));
	if (feed->is_plain)
		say_out("  %s", tr("it is fetched by http, which anybody on the way can read: it is not to be had by https"));
	if (feed->is_part)
		say_out("  %s", tr("it is the feed of one category, tag or author; none of the whole blog was found"));
	if (feed->n_others)
		say_out(tr_n("  the page names %zu more feed; --all takes all", "  the page names %zu more feeds; --all takes all",
			feed->n_others), feed->n_others);
	buf_free(&shown);
}

/* One that cannot be added, by the address that was given. */
static void
say_failed(struct adding *adding, struct str url, struct err *err)
{
	struct buf shown = { 0 };

	url_mask(&shown, url);
	if (str_trim(buf_str(&shown)).n && !strstr(err->text, buf_cstr(&shown)))
		err_wrap(err, "%.200s", buf_cstr(&shown));
	say_err("%s", err->text);
	buf_free(&shown);
	adding->n_failed++;
	if (adding->status != err_status(ERR_IO))
		adding->status = err_status(err->code);
}

static void
say_refused(void *user, struct str url, const struct err *err)
{
	struct err told = *err;

	say_failed(user, url, &told);
}

/* Adds all, telling of those that cannot be; the exit status: as of a sync, 1 where some could. */
static int
add_all(struct sync_add *add, struct adding *adding, char **urls, int n)
{
	for (int i = 0, ahead = 1; i < n; i++) {
		struct err err = { 0 };

		for (; ahead < n && ahead <= i + SYNC_ADD_AHEAD; ahead++)
			sync_add_ahead(add, urls[ahead]);
		if (sync_add_one(add, urls[i], &err) < 0)
			say_failed(adding, str_of(urls[i]), &err);
	}
	sync_add_finish(add);
	if (adding->n_added)
		say_out("%s", tr("‘sosik sync’ fetches the posts"));
	return adding->n_failed && adding->n_added && adding->status != err_status(ERR_IO) ? err_status(ERR_FAILED) : adding->status;
}

int
front_add(int argc, char **argv, struct err *err)
{
	struct opts_list tags = { 0 }, routes = { 0 };
	struct adding adding = { .opts = { .open = open_store, .added = say_added, .refused = say_refused, .user = &adding } };
	struct sync_add_opts *what = &adding.opts;
	struct fetch_opts *fetch = &what->discover.fetch;
	struct sync_add *add;
	struct access access;
	struct arena a = { 0 };
	const struct opts table[] = {
		{ "name", 'n', OPTS_TEXT, &what->name, N_("NAME"), N_("a name of your own"), 0, 0 },
		{ "tag", 't', OPTS_LIST, &tags, N_("TAG"), N_("file the feed under this tag"), 0, 0 },
		{ "all", 0, OPTS_FLAG, &what->discover.is_all, NULL, N_("take all feeds that a page names"), 0, 0 },
		{ "no-check", 0, OPTS_FLAG, &what->is_unchecked, NULL, N_("take the address as it is"), 0, 0 },
		{ "resolve", 0, OPTS_LIST, &routes, N_("HOST:PORT:ADDRESS[:PORT]"), N_("the address of a host, for tests"), 0, 0 },
		{ "samples", 0, OPTS_TEXT, &fetch->samples, N_("DIR"), N_("take answers from this folder"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err), status;

	if (at < 0)
		return -1;
	if (at == argc)
		return err_set(err, ERR_USAGE, tr("usage: %s"), tr("sosik add [-n NAME] [-t TAG]… [--all] [--no-check] URL…"));
	if (what->name && argc - at > 1)
		return err_set(err, ERR_USAGE, tr("--name goes with one URL"));
	if (tag_check(tags.v, tags.n, err) < 0)
		return -1;
	what->tags = tags.v;
	what->n_tags = tags.n;
	fetch->routes = routes.v;
	fetch->n_routes = routes.n;
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		what->discover.choose = choose, what->discover.agree = agree;
	fetch->access = &access;
	if (front_access_read(&a, &access, err) < 0 || sync_add_open(&add, what, err) < 0) {
		arena_free(&a);
		return -1;
	}
	status = add_all(add, &adding, argv + at, argc - at);
	sync_add_close(add);
	arena_free(&a);
	return status;
}
