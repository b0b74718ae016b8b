#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_import_list.h"
#include "cmd/cmd_import_state.h"
#include "cmd/cmd_open.h"
#include "store/state.h"
#include "store/subs_line.h"
#include "store/subscribe.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/tag.h"
#include "text/url.h"

struct import {
	struct cmd_import_list list;
	struct cmd_import_state state;
	struct opts_list tags;
	bool is_trial, is_tagging, is_stateless;
	int failed;       /* files */
	size_t refused;   /* entries, of all files */
	struct err wrong; /* of the last file that failed */
};

static int
read_list(struct import *i, const char *file, struct err *err)
{
	struct buf bytes = BUF_CAPPED(LIMIT_FEED_BYTES);
	int rc = file_read(file, LIMIT_FEED_BYTES, &bytes, err);

	if (!rc)
		rc = cmd_import_list_read(&i->list, file_name(file), buf_str(&bytes), err);
	buf_free(&bytes);
	if (rc < 0)
		return -1;
	if (!i->list.taken && !i->list.refused)
		say_err(tr("%s: there is no feed in it"), file_name(file));
	if (!i->list.taken)
		i->wrong.code = ERR_FAILED;
	i->failed += !i->list.taken;
	return i->is_stateless ? 0 : cmd_import_state_beside(&i->state, file, &i->list, err);
}

/* A file that cannot be read leaves the others to count. */
static void
read_all(struct import *i, char **files)
{
	for (; *files; files++) {
		int rc;

		i->list.refused = 0;
		if (foreign_is(*files))
			rc = cmd_import_state_read(&i->state, *files, &i->wrong);
		else
			rc = read_list(i, *files, &i->wrong);
		i->refused += i->list.refused;
		if (rc < 0)
			say_err("%s", i->wrong.text);
		i->failed += rc < 0;
	}
}

static void
tell_feed(const struct subs_feed *feed)
{
	struct buf line = { 0 };

	url_mask(&line, feed->url);
	subs_line_rest(&line, feed);
	say_out("%s", buf_cstr(&line));
	buf_free(&line);
}

static void
tell(const struct import *i, const enum subscribe_outcome *outcomes)
{
	size_t n[SUBSCRIBE_TAGGED + 1] = { 0 };

	for (size_t k = 0; k < i->list.feeds.n; k++) {
		n[outcomes[k]]++;
		if (i->is_trial && outcomes[k] == SUBSCRIBE_NEW)
			tell_feed(&i->list.feeds.v[k]);
	}
	if (i->is_trial)
		say_out(tr("would be subscribed %zu, there already %zu, would get tags %zu, not taken %zu"), n[SUBSCRIBE_NEW],
			n[SUBSCRIBE_KNOWN], n[SUBSCRIBE_TAGGED], i->refused);
	else
		say_out(tr("subscribed %zu, there already %zu, got tags %zu, not taken %zu"), n[SUBSCRIBE_NEW],
			n[SUBSCRIBE_KNOWN], n[SUBSCRIBE_TAGGED], i->refused);
}

static void
tell_posts(const struct import *i, const struct subscribe_count *n)
{
	if (i->is_trial)
		say_out(tr("posts: would be read %lld, starred %lld, hidden %lld, of feeds not subscribed %lld"), (long long)n->read,
			(long long)n->starred, (long long)n->hidden, (long long)n->strange);
	else
		say_out(tr("posts: read %lld, starred %lld, hidden %lld, of feeds not subscribed %lld"), (long long)n->read,
			(long long)n->starred, (long long)n->hidden, (long long)n->strange);
}

static size_t
count(const enum subscribe_outcome *outcomes, size_t n, enum subscribe_outcome wanted)
{
	size_t found = 0;

	for (size_t k = 0; k < n; k++)
		found += outcomes[k] == wanted;
	return found;
}

/* What to do next: fetch what is new, and take the tags that were left. */
static void
tell_next(struct import *i, struct store *s, const enum subscribe_outcome *outcomes)
{
	size_t n = i->list.feeds.n, added = count(outcomes, n, SUBSCRIBE_NEW), lacking = 0;
	enum subscribe_outcome *others = arena_new(&i->list.a, enum subscribe_outcome, n);
	const struct subscribe what = {
		.feeds = i->list.feeds.v, .n = n, .is_tagging = true, .is_trial = true, .outcomes = others,
	};

	if (!i->is_tagging && n > added && !subscribe_add(s, &what, NULL))
		lacking = count(others, n, SUBSCRIBE_TAGGED);
	if (lacking)
		say_out(tr_n("%zu feed that is there already lacks tags of the list: --merge-tags adds them",
			"%zu feeds that are there already lack tags of the list: --merge-tags adds them", lacking), lacking);
	if (added && !i->is_trial)
		say_out("%s", tr("‘sosik sync’ fetches the posts"));
}

static int
subscribe(struct import *i, struct err *err)
{
	enum subscribe_outcome *outcomes = arena_new(&i->list.a, enum subscribe_outcome, i->list.feeds.n);
	struct subscribe_count posts = { 0 };
	const struct subscribe what = {
		.feeds = i->list.feeds.v, .n = i->list.feeds.n, .is_tagging = i->is_tagging, .is_trial = i->is_trial,
		.outcomes = outcomes, .posts = i->state.posts.v, .n_posts = i->state.posts.n, .count = &posts,
	};
	struct store *s = NULL;
	int rc = cmd_open_store(&s, i->is_trial ? STORE_READ : STORE_WRITE, err);

	if (!rc)
		rc = subscribe_add(s, &what, err);
	if (!rc && i->list.feeds.n)
		tell(i, outcomes);
	if (!rc && i->state.posts.n)
		tell_posts(i, &posts);
	if (!rc && i->list.feeds.n)
		tell_next(i, s, outcomes);
	store_close(s);
	return rc;
}

/* Those of the command line, which must be good ones. */
static int
take_tags(struct import *i, struct err *err)
{
	struct str *tags = arena_new(&i->list.a, struct str, i->tags.n);
	struct buf name = { 0 };
	int rc = 0;

	for (size_t k = 0; k < i->tags.n && !rc; k++) {
		buf_clear(&name);
		rc = tag_name(&name, str_of(i->tags.v[k] + (*i->tags.v[k] == '#')), err);
		tags[k] = arena_dup(&i->list.a, buf_str(&name));
	}
	buf_free(&name);
	i->list.tags = tags;
	i->list.n_tags = i->tags.n;
	return rc;
}

static int
run(struct import *i, char **files, struct err *err)
{
	char dash[] = "-", *input[] = { dash, NULL };

	if (take_tags(i, err) < 0)
		return -1;
	read_all(i, *files ? files : input);
	if (i->list.feeds.n + i->state.posts.n && subscribe(i, err) < 0)
		return -1;
	return i->failed ? err_status(i->wrong.code) : 0;
}

int
cmd_import(int argc, char **argv, struct err *err)
{
	struct import i = { 0 };
	const struct opts table[] = {
		{ "dry-run", 'n', OPTS_FLAG, &i.is_trial, NULL, N_("only say what would be done"), 0, 0 },
		{ "tag", 't', OPTS_LIST, &i.tags, N_("TAG"), N_("file all of them under this tag too"), 0, 0 },
		{ "merge-tags", 0, OPTS_FLAG, &i.is_tagging, NULL, N_("feeds that are there already get the tags they lack"), 0, 0 },
		{ "no-state", 0, OPTS_FLAG, &i.is_stateless, NULL, N_("leave what was read and flagged there"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err), rc = -1;

	if (at < 0)
		return -1;
	if (at == argc && isatty(STDIN_FILENO))
		return cmd_usage("import", err);
	rc = run(&i, argv + at, err);
	cmd_import_list_free(&i.list);
	cmd_import_state_free(&i.state);
	return rc;
}
