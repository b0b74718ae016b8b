#include "cmd/cmd_open.h"

#include "cmd/cmd_signal.h"
#include "conf/conf.h"
#include "store/alias.h"
#include "store/feeds.h"
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
cmd_open_store(struct store **ret, enum store_mode mode, struct err *err)
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

int
cmd_open_subs(struct arena *a, struct subs *ret, struct err *err)
{
	if (subs_read(a, ret, err) < 0)
		return -1;
	for (size_t i = 0; i < ret->n_problems; i++)
		say_err("%.*s", STR(ret->problems[i]));
	return 0;
}

int
cmd_open_both(struct arena *a, struct store **store, struct subs *subs, struct err *err)
{
	if (cmd_open_subs(a, subs, err) < 0 || cmd_open_store(store, STORE_WRITE, err) < 0)
		return -1;
	if (!feeds_reconcile(*store, subs, err))
		return 0;
	store_close(*store);
	return -1;
}
