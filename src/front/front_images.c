#include "front/front_images.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "base/vec.h"
#include "conf/conf.h"
#include "front/front_access.h"
#include "front/front_signal.h"
#include "store/feeds_lost.h"
#include "store/posts.h"
#include "sync/pictures.h"
#include "sync/progress.h"
#include "text/opts.h"
#include "text/say.h"

enum { BYTES_MOST = 1 << 20 };

struct asking {
	struct arena arena;
	struct access all;
	struct subs subs;
	struct sync_access access;
	struct buf bytes;
	vec(struct str) urls;
};

static void
on_event(void *user, const struct pictures_event *event)
{
	static const char *const outcomes[] = { [PICTURES_OK] = "ok", [PICTURES_SAME] = "same", [PICTURES_FAILED] = "failed" };
	struct progress line = {
		.kind = PROGRESS_IMAGE,
		.done = (int64_t)event->done,
		.total = (int64_t)event->total,
		.number = (int64_t)event->number,
		.bytes = event->bytes,
		.text = str_of(event->text),
	};
	struct buf text = { 0 };

	(void)user;
	(void)snprintf(line.outcome, sizeof line.outcome, "%s", outcomes[event->outcome]);
	progress_write(&text, &line);
	say_raw(buf_str(&text));
	(void)say_finish(NULL);
	buf_free(&text);
}

static int
read_urls(struct asking *asking, struct err *err)
{
	struct str rest, line;

	if (file_read_fd(STDIN_FILENO, file_name("-"), BYTES_MOST, &asking->bytes, err) < 0)
		return -1;
	rest = buf_str(&asking->bytes);
	while (str_line(&rest, &line))
		if (line.n)
			*vec_add(&asking->urls) = line;
	return 0;
}

static int
read_files(struct asking *asking, struct store *store, struct err *err)
{
	struct conf conf;

	if (conf_read(&asking->arena, &conf, err) < 0 || feeds_lost_read(store, &asking->arena, &asking->subs, err) < 0)
		return -1;
	asking->all = front_access_of(&asking->arena, &conf.options);
	sync_access_read(&asking->access, &asking->all, &asking->subs);
	return 0;
}

static int
run(struct asking *asking, struct pictures_opts *opts, const char *post, struct err *err)
{
	struct pictures_sum sum = { 0 };
	struct store *store = NULL;
	char notice[256] = "";
	int rc = -1;

	if (read_urls(asking, err) < 0 || store_open(&store, STORE_WRITE, notice, err) < 0)
		return -1;
	opts->urls = asking->urls.v;
	opts->n = asking->urls.n;
	opts->access = &asking->access;
	front_signal_catch(pictures_stop);
	if (!read_files(asking, store, err) && !posts_find(store, str_of(post), &opts->post_id, err))
		rc = pictures_run(store, opts, &sum, err);
	store_close(store);
	if (rc < 0)
		return -1;
	if (front_signal_got())
		return 128 + front_signal_got();
	if (sum.unreached && sum.unreached == sum.total)
		return err_status(ERR_NETWORK);
	return sum.failed ? err_status(ERR_FAILED) : 0;
}

int
front_images(int argc, char **argv, struct err *err)
{
	struct opts_list routes = { 0 };
	struct pictures_opts opts = { .event = on_event };
	struct asking asking = { .bytes = BUF_CAPPED(BYTES_MOST) };
	const struct opts table[] = {
		{ "resolve", 0, OPTS_LIST, &routes, N_("HOST:PORT:ADDRESS[:PORT]"), N_("the address of a host, for tests"), 0, 0 },
		{ "samples", 0, OPTS_TEXT, &opts.samples, N_("DIR"), N_("take answers from this folder"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err), status;

	if (at < 0)
		return -1;
	if (at + 1 != argc)
		return err_set(err, ERR_USAGE, tr("this program is run by sosik: see ‘sosik help sync’"));
	opts.routes = routes.v;
	opts.n_routes = routes.n;
	status = run(&asking, &opts, argv[at], err);
	sync_access_free(&asking.access);
	vec_free(&asking.urls);
	buf_free(&asking.bytes);
	arena_free(&asking.arena);
	return status;
}
