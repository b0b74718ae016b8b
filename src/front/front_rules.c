#include "front/front_rules.h"

#include "conf/conf.h"
#include "front/front_access.h"
#include "store/met.h"

static const char *const default_notify[] = { "notify-send", "-a", "sosik", NULL };

static const enum sync_wish_full fulls[] = {
	[CONF_FULLTEXT_AUTO] = SYNC_FULL_AUTO, [CONF_FULLTEXT_ALWAYS] = SYNC_FULL_ALWAYS, [CONF_FULLTEXT_NEVER] = SYNC_FULL_NEVER,
};

static int
make_rules(struct arena *a, const struct conf *conf, struct sync_rules *ret, struct err *err)
{
	struct rules_rule *rules = arena_new(a, struct rules_rule, conf->n_post_rules);

	for (size_t i = 0; i < conf->n_post_rules; i++)
		if (rules_make(a, &conf->post_rules[i].rule, &conf->names, &rules[i], err) < 0)
			return err_wrap(err, "%s:%zu", "config", conf->post_rules[i].number);
	ret->rules = rules;
	ret->n = conf->n_post_rules;
	return 0;
}

static void
make_aliases(struct arena *a, const struct conf *conf, struct sync_rules *ret)
{
	struct sync_alias *aliases;
	size_t n = 0;

	for (size_t i = 0; i < conf->n_tags; i++)
		n += conf->tags[i].n_aliases;
	aliases = arena_new(a, struct sync_alias, n);
	ret->aliases = aliases;
	ret->n_aliases = n;
	for (size_t i = 0; i < conf->n_tags; i++)
		for (size_t k = 0; k < conf->tags[i].n_aliases; k++)
			*aliases++ = (struct sync_alias){ conf->tags[i].aliases[k], conf->tags[i].name };
}

int
front_rules_read(struct arena *a, struct sync_rules *ret, struct access *access, struct err *err)
{
	struct conf conf;

	if (conf_read(a, &conf, err) < 0)
		return -1;
	for (size_t i = 0; i < conf.n_problems; i++)
		ret->notice(ret->user, arena_cstr(a, conf.problems[i]));
	ret->faults = conf.n_problems;
	ret->notify = conf.options.notify ? conf.options.notify : default_notify;
	*access = front_access_of(a, &conf.options);
	ret->fulltext.rules = conf.rules;
	ret->fulltext.n_rules = conf.n_rules;
	ret->wish.full = fulls[conf.options.fulltext];
	ret->wish.unread = conf.options.new_unread ? MET_NONE + conf.options.new_unread - 1 : MET_ALL;
	make_aliases(a, &conf, ret);
	return make_rules(a, &conf, ret, err);
}
