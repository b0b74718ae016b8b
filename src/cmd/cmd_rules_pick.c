#include "cmd/cmd_rules_pick.h"

#include "base/num.h"
#include "base/tr.h"
#include "cmd/cmd_conf.h"
#include "cmd/cmd_words.h"
#include "text/utf8.h"

static int
take(struct arena *a, const struct conf *conf, struct cmd_rules *rules, size_t number, const struct query_rule *text, struct err *err)
{
	struct cmd_rules_one *one = &rules->v[rules->n++];

	one->number = number;
	one->text = *text;
	return rules_make(a, text, &conf->names, &one->rule, err);
}

static int
take_numbers(struct arena *a, const struct conf *conf, int argc, char **argv, struct cmd_rules *ret, struct err *err)
{
	int64_t number;

	ret->v = arena_new(a, struct cmd_rules_one, argc);
	for (int i = 0; i < argc; i++) {
		if (!num_parse(str_of(argv[i]), 1, INT64_MAX, &number))
			return err_set(err, ERR_USAGE, tr("‘%.80s’ is not the number of a rule"), argv[i]);
		if (number > (int64_t)conf->n_post_rules)
			return err_set(err, ERR_NOT_FOUND, tr("there is no rule %lld; ‘sosik rules’ lists them"), (long long)number);
		if (take(a, conf, ret, (size_t)number, &conf->post_rules[number - 1].rule, err) < 0)
			return -1;
	}
	return 0;
}

static int
take_all(struct arena *a, const struct conf *conf, struct cmd_rules *ret, struct err *err)
{
	ret->v = arena_new(a, struct cmd_rules_one, conf->n_post_rules);
	for (size_t i = 0; i < conf->n_post_rules; i++)
		if (take(a, conf, ret, i + 1, &conf->post_rules[i].rule, err) < 0)
			return -1;
	return 0;
}

static int
take_text(struct arena *a, const struct conf *conf, struct str text, struct cmd_rules *ret, struct err *err)
{
	struct query_rule_fault fault;
	struct query_rule rule;

	if (!utf8_is_valid(text))
		return err_set(err, ERR_USAGE, "%s", tr("the rule is not UTF-8"));
	if (query_rule_parse(a, text, &rule, &fault) < 0)
		return err_set(err, ERR_USAGE, tr("rule, column %zu: %s"), utf8_count(str_sub(text, 0, fault.at)) + 1, fault.what);
	ret->v = arena_new(a, struct cmd_rules_one, 1);
	return take(a, conf, ret, 0, &rule, err);
}

int
cmd_rules_pick(struct arena *a, int argc, char **argv, struct cmd_rules *ret, struct err *err)
{
	struct conf conf;
	int64_t number;

	*ret = (struct cmd_rules){ 0 };
	if (cmd_conf_read(a, &conf, err) < 0)
		return -1;
	if (!argc)
		return take_all(a, &conf, ret, err);
	if (num_parse(str_of(argv[0]), 0, INT64_MAX, &number))
		return take_numbers(a, &conf, argc, argv, ret, err);
	return take_text(a, &conf, cmd_words_join(a, argc, argv), ret, err);
}
