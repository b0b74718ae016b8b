#include "sync/sync_add.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/tr.h"
#include "sync/given.h"
#include "sync/platform.h"
#include "sync/sync_add_lines.h"
#include "sync/subscribed.h"
#include "text/url.h"

enum { ADD_OTHERS = 3 }; /* feeds of a page that are named in a line */

struct sync_add {
	struct sync_add_opts opts;
	struct discover *discover; /* NULL when nothing is checked */
	struct arena arena, kept;  /* of one address, of all */
	bool is_plain;             /* http stands in for an https that is not there */
	struct subs subs;          /* as they were when the first address was given */
	bool is_read;
	struct subscribed subscribed;
	struct sync_add_lines lines;
};

/* While somebody is waited for: what was found is subscribed and told. */
static void
write_waiting(void *lines, bool is_long)
{
	if (is_long)
		sync_add_lines_write(lines);
	else
		sync_add_lines_look(lines);
}

int
sync_add_open(struct sync_add **ret, const struct sync_add_opts *opts, struct err *err)
{
	struct sync_add *add = mem_zalloc(1, sizeof *add);

	add->opts = *opts;
	add->lines.opts = &add->opts;
	add->subscribed.subs = &add->subs;
	add->opts.discover.at_login =
		tr("; --no-check subscribes to it all the same, and its line in the feeds file takes login=NAME password-command=\"PROGRAM …\"");
	add->opts.discover.idle = write_waiting;
	add->opts.discover.idler = &add->lines;
	if (!opts->is_unchecked && discover_open(&add->discover, &add->opts.discover, err) < 0) {
		sync_add_close(add);
		return -1;
	}
	*ret = add;
	return 0;
}

/* ---- what is subscribed */

static int
check_new(struct sync_add *add, struct str url, struct err *err)
{
	struct str known = subscribed_find(&add->subscribed, url, STR_NONE);

	return known.n ? sync_add_lines_known(&add->opts, !str_eq(known, url), known, err) : 0;
}

/* Leaves of the other feeds of the page those that are not subscribed. */
static void
leave_unknown(struct sync_add *add, struct found_feed *found)
{
	struct str *left = arena_new(&add->arena, struct str, found->n_others);
	size_t n = 0;

	for (size_t i = 0; i < found->n_others; i++)
		if (!subscribed_find(&add->subscribed, found->others[i], STR_NONE).n)
			left[n++] = found->others[i];
	found->others = left;
	found->n_others = n;
}

/* The page of a feed that is subscribed already may name others, which may be what was meant. */
static void
name_others(const struct found_feed *found, struct err *err)
{
	struct buf text = { 0 };

	if (!found->n_others)
		return;
	(void)buf_printf(&text, tr_n("%s; --all also takes the %zu other feed that the page names:",
		"%s; --all also takes the %zu other feeds that the page names:", found->n_others), err->text, found->n_others);
	for (size_t i = 0; i < found->n_others && i < ADD_OTHERS; i++)
		(void)buf_printf(&text, " %.*s", STR(found->others[i]));
	if (found->n_others > ADD_OTHERS)
		(void)buf_puts(&text, " …");
	err_set(err, err->code, "%s", buf_cstr(&text));
	buf_free(&text);
}

static int
subscribe(struct sync_add *add, const struct found_feed *found, struct err *err)
{
	struct found_feed told = *found;

	if (told.n_others)
		leave_unknown(add, &told);
	if (check_new(add, found->url, err) < 0 || (found->final.n && check_new(add, found->final, err) < 0)) {
		name_others(&told, err);
		return -1;
	}
	told.is_plain = add->is_plain && str_starts_icase(found->url, "http:");
	sync_add_lines_put(&add->lines, &told);
	subscribed_add(&add->subscribed, found->url);
	return 0;
}

/* Several feeds of one page: those that are new are subscribed; an error only when none is. */
static int
subscribe_all(struct sync_add *add, const struct found_feed *feeds, size_t n, struct err *err)
{
	struct err first = { 0 };
	size_t n_added = 0;

	if (n > 1 && add->opts.name)
		return err_set(err, ERR_USAGE, tr("--name goes with one feed, and here are %zu"), n);
	for (size_t i = 0; i < n; i++) {
		if (subscribe(add, &feeds[i], err) == 0) {
			n_added++;
			continue;
		}
		if (err->code != ERR_FAILED)
			return -1;
		if (!first.code)
			first = *err;
	}
	if (n_added)
		return 0;
	*err = first;
	return -1;
}

/* Somebody is there whom https does not trust: it is for the user to say http. A platform's feeds are there by https only. */
static void
advise_http(struct sync_add *add, struct str url, struct err *err)
{
	struct platform platform;
	struct err why = *err;

	platform_find(&add->arena, url, &platform);
	if (!platform.name)
		err_set(err, why.code, tr("%s; with http:// before it, it is fetched without protection"), why.text);
}

static int
discover(struct sync_add *add, struct str url, bool is_guessed, struct err *err)
{
	const struct found_feed *feeds;
	struct err secure;
	size_t n;

	add->is_plain = false;
	if (discover_find(add->discover, url, &feeds, &n, err) == 0)
		return subscribe_all(add, feeds, n, err);
	if (is_guessed && err->code == ERR_NETWORK && discover_is_unsafe(add->discover)) {
		advise_http(add, url, err);
		return -1;
	}
	if (!is_guessed || (err->code != ERR_NETWORK && !discover_is_refused(add->discover)))
		return -1;
	/* Nobody said https, and nobody is there, or it sends us to http: old boards have only that. */
	secure = *err;
	add->is_plain = true;
	url = arena_printf(&add->arena, "http%.*s", STR(str_sub(url, strlen("https"), url.n)));
	if (discover_find(add->discover, url, &feeds, &n, err) == 0)
		return subscribe_all(add, feeds, n, err);
	if (err->code == ERR_NETWORK)
		*err = secure;
	return -1;
}

static int
read_subs(struct sync_add *add, struct err *err)
{
	if (!add->is_read && subs_read(&add->kept, &add->subs, err) < 0)
		return -1;
	add->is_read = true;
	return 0;
}

void
sync_add_ahead(struct sync_add *add, const char *text)
{
	struct err err;
	struct str url;
	bool is_guessed;

	if (!add->discover || given_read(&add->kept, text, &url, &is_guessed, &err) < 0 || read_subs(add, &err) < 0)
		return;
	if (!subscribed_find(&add->subscribed, url, STR_NONE).n)
		discover_ahead(add->discover, url);
}

int
sync_add_one(struct sync_add *add, const char *text, struct err *err)
{
	struct found_feed as_it_is = { 0 };
	struct str url;
	bool is_guessed = false;
	int rc = 0;

	arena_reset(&add->arena);
	if (given_read(&add->arena, text, &url, &is_guessed, err) < 0 || read_subs(add, err) < 0)
		return -1;
	sync_add_lines_look(&add->lines);
	if (add->opts.is_unchecked) {
		as_it_is.url = url;
		return subscribe(add, &as_it_is, err);
	}
	if (!add->opts.discover.is_all)
		rc = check_new(add, url, err);
	if (!rc)
		rc = discover(add, url, is_guessed, err);
	discover_done(add->discover, url);
	return rc;
}

void
sync_add_finish(struct sync_add *add)
{
	sync_add_lines_write(&add->lines);
}

void
sync_add_close(struct sync_add *add)
{
	if (!add)
		return;
	discover_close(add->discover);
	sync_add_lines_free(&add->lines);
	subscribed_free(&add->subscribed);
	arena_free(&add->arena);
	arena_free(&add->kept);
	free(add);
}
