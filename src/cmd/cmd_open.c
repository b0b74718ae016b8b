#include "cmd/cmd_open.h"

#include "cmd/cmd_signal.h"
#include "conf/conf.h"
#include "store/alias.h"
#include "store/feeds.h"
#include "store/replay.h"
#include "store/store_open.h"
#include "text/say.h"
#include "text/upgrade.h"

/* What the config file calls tags otherwise; what is wrong in it is told where it is read for itself. */
static int
add_aliases(struct store *s, struct err *err)
{
	struct arena a = { 0 };
	struct conf conf;
	int rc = conf_read(&a, &conf, err);

	for (size_t i = 0; !rc && i < conf.n_tags; i++)
		for (size_t k = 0; !rc && k < conf.tags[i].n_aliases; k++)
			rc = alias_add(s, conf.tags[i].aliases[k], conf.tags[i].name, err);
	arena_free(&a);
	return rc;
}

/* A signal ends the command at once: the step at hand is not done then, and the next opening goes on with it. */
static bool
wants_stop(void *user)
{
	upgrade_look(user);
	return false;
}

static int
open_told(struct store **ret, enum store_mode mode, char notice[256], struct err *err)
{
	struct upgrade upgrade;
	const struct store_opening how = { upgrade_tell, wants_stop, &upgrade };
	int rc;

	upgrade_begin(&upgrade, false);
	rc = store_open_told(ret, mode, &how, notice, err);
	upgrade_end(&upgrade);
	return rc;
}

int
cmd_open_as_is(struct store **ret, enum store_mode mode, struct err *err)
{
	char notice[256] = "";

	if (open_told(ret, mode, notice, err) < 0)
		return -1;
	if (*notice)
		say_err("%s", notice);
	if (add_aliases(*ret, err) < 0) {
		store_close(*ret);
		*ret = NULL;
		return -1;
	}
	(mode == STORE_READ ? cmd_signal_read : cmd_signal_defer)(*ret);
	return 0;
}

/* What stands in the journal alone, as after a full disk, and lines that were written into the feeds file or taken out of it count at once, also for who only reads; who cannot write reads what is there. */
static void
take(struct store *s, bool is_reading)
{
	struct arena a = { 0 };
	struct subs subs;

	(void)(is_reading ? feeds_take_now : feeds_take)(s, &a, &subs, NULL);
	arena_free(&a);
}

/* Never two of them in one process: what closes a file drops the locks of all that have it open there (fcntl(2)). */
static int
take_edits(struct store **store, enum store_mode mode, struct err *err)
{
	if (feeds_are_taken(*store) && !replay_is_due(*store))
		return 0;
	if (mode != STORE_READ) {
		take(*store, false);
		return 0;
	}
	store_close(*store);
	if (!store_open(store, STORE_WRITE, NULL, NULL)) {
		take(*store, true);
		store_close(*store);
	}
	*store = NULL;
	return cmd_open_as_is(store, mode, err);
}

int
cmd_open_store(struct store **ret, enum store_mode mode, struct err *err)
{
	if (cmd_open_as_is(ret, mode, err) < 0)
		return -1;
	return take_edits(ret, mode, err);
}

static void
tell_problems(const struct subs *subs)
{
	for (size_t i = 0; i < subs->n_problems; i++)
		say_err("%.*s", STR(subs->problems[i]));
}

int
cmd_open_both(struct arena *a, struct store **store, enum store_mode mode, struct subs *subs, struct err *err)
{
	int rc;

	*subs = (struct subs){ 0 };
	if (cmd_open_as_is(store, mode, err) < 0)
		return -1;
	if (mode == STORE_READ && take_edits(store, mode, err) < 0)
		return -1;
	rc = feeds_take(*store, a, subs, err);
	tell_problems(subs);
	if (!rc)
		return 0;
	store_close(*store);
	*store = NULL;
	return -1;
}
