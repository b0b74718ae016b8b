#include "base/clock.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_bulk.h"
#include "cmd/cmd_index.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_rules_pick.h"
#include "query/query_date.h"
#include "store/posts.h"
#include "text/json_out.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/wrap.h"

enum { SAMPLES = 3, FEED_COLS = 16 };

/* What one of them found. */
struct result {
	int64_t found, changed; /* changed: -1 when nothing was */
	const struct posts_row *samples;
	size_t n_samples;
};

struct call {
	bool is_json;
	const char *since; /* NULL: all posts */
	struct cmd_rules rules;
	struct arena arena;
};

/* ---- telling */

static void
tell_head(const struct cmd_rules_one *one, const char *behind)
{
	if (one->number)
		say_out("%3zu  %.*s -> %.*s%s", one->number, STR(one->text.query), STR(one->text.actions), behind);
	else
		say_out("%.*s -> %.*s%s", STR(one->text.query), STR(one->text.actions), behind);
}

static void
tell_sample(const struct posts_row *row)
{
	struct buf feed = { 0 };

	wrap_fit(&feed, row->feed_name, FEED_COLS);
	say_out("%12lld  %s  %.*s", (long long)row->id, buf_cstr(&feed), STR(row->title));
	buf_free(&feed);
}

static void
tell(const struct cmd_rules_one *one, const struct result *result)
{
	struct buf text = { 0 };

	(void)buf_printf(&text, tr_n(": %lld post", ": %lld posts", (unsigned long)result->found), (long long)result->found);
	if (result->changed >= 0)
		(void)buf_printf(&text, tr(", %lld changed"), (long long)result->changed);
	tell_head(one, buf_cstr(&text));
	for (size_t i = 0; i < result->n_samples; i++)
		tell_sample(&result->samples[i]);
	buf_free(&text);
}

static json_t *
json_of(const struct cmd_rules_one *one)
{
	json_t *object = json_pack("{s:i, s:o}", "v", 1, "rule", one->number ? json_integer((json_int_t)one->number) : json_null());

	json_out_text(object, "query", one->text.query);
	json_out_text(object, "actions", one->text.actions);
	return object;
}

static json_t *
json_samples(const struct result *result)
{
	json_t *array = json_array();

	for (size_t i = 0; i < result->n_samples; i++) {
		const struct posts_row *row = &result->samples[i];
		json_t *sample = json_pack("{s:I}", "id", (json_int_t)row->id);

		json_out_text(sample, "title", row->title);
		json_out_text(sample, "feed", row->feed_name);
		json_out_time(sample, "published", row->published);
		json_out_text(sample, "link", row->link);
		json_array_append_new(array, sample);
	}
	return array;
}

static void
tell_json(const struct cmd_rules_one *one, const struct result *result)
{
	json_t *object = json_of(one);

	json_object_set_new(object, "posts", json_integer((json_int_t)result->found));
	if (result->changed >= 0)
		json_object_set_new(object, "changed", json_integer((json_int_t)result->changed));
	else
		json_object_set_new(object, "samples", json_samples(result));
	cmd_json_out(object);
}

/* ---- what is done with them */

static int
list(struct call *call, struct err *err)
{
	(void)err;
	for (size_t i = 0; i < call->rules.n; i++)
		if (call->is_json)
			cmd_json_out(json_of(&call->rules.v[i]));
		else
			tell_head(&call->rules.v[i], "");
	return 0;
}

static int
test_one(struct call *call, struct store *s, const struct cmd_rules_one *one, struct err *err)
{
	const struct posts_view what = { .query = one->rule.query };
	struct result result = { .changed = -1 };
	struct posts_row *rows;

	if (rules_check(s, &one->rule, err) < 0 || posts_count(s, &what, &result.found, err) < 0 ||
		posts_page(s, &call->arena, &what, NULL, POSTS_OLDER, SAMPLES, &rows, &result.n_samples, err) < 0)
		return -1;
	result.samples = rows;
	(call->is_json ? tell_json : tell)(one, &result);
	return 0;
}

/* What any of the rules finds; NULL where there are none. */
static struct query *
join(struct call *call)
{
	size_t n = call->rules.n;
	struct query **queries = arena_new(&call->arena, struct query *, n);

	for (size_t i = 0; i < n; i++)
		queries[i] = call->rules.v[i].rule.query;
	return n ? query_join(&call->arena, QUERY_OR, queries, n) : NULL;
}

static int
test(struct call *call, struct err *err)
{
	struct store *s = NULL;
	int rc = cmd_open_store(&s, STORE_READ, err);

	for (size_t i = 0; i < call->rules.n && !rc; i++)
		rc = test_one(call, s, &call->rules.v[i], err);
	if (!rc)
		rc = cmd_index_tell(s, join(call), err);
	store_close(s);
	return rc;
}

static int
apply_all(struct call *call, struct store *s, struct err *err)
{
	size_t n = call->rules.n;
	struct rules_rule *rules = arena_new(&call->arena, struct rules_rule, n);
	int64_t *found = arena_new(&call->arena, int64_t, n), *changed = arena_new(&call->arena, int64_t, n);

	for (size_t i = 0; i < n; i++)
		rules[i] = call->rules.v[i].rule;
	if (cmd_index_see(s, join(call), err) < 0 || cmd_bulk_rules(s, rules, n, found, changed, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		(call->is_json ? tell_json : tell)(&call->rules.v[i], &(struct result){ .found = found[i], .changed = changed[i] });
	return 0;
}

static int
apply(struct call *call, struct err *err)
{
	struct store *s = NULL;
	int rc = cmd_open_store(&s, STORE_WRITE, err);

	if (!rc)
		rc = apply_all(call, s, err);
	store_close(s);
	return rc;
}

/* ---- the command */

static const struct {
	const char *name;
	int (*run)(struct call *call, struct err *err);
} words[] = {
	{ "test", test },
	{ "apply", apply },
};

/* Only posts from this day on, as after: has it. */
static int
limit(struct call *call, struct err *err)
{
	struct query after = { .kind = QUERY_DATE, .to = INT64_MAX };
	int64_t last;
	bool is_ago;

	if (!call->since)
		return 0;
	if (!query_date_point(str_of(call->since), clock_now(), &after.from, &last, &is_ago))
		return err_set(err, ERR_USAGE, tr("‘%.80s’ is not a date or a time such as 7d or 2025-02"), call->since);
	for (size_t i = 0; i < call->rules.n; i++) {
		struct query *limit = arena_new(&call->arena, struct query, 1);

		*limit = after;
		call->rules.v[i].rule.query = query_and(&call->arena, call->rules.v[i].rule.query, limit);
	}
	return 0;
}

/* Without a word the rules are listed. */
static int
run(struct call *call, const char *word, int n_rules, char **rules, struct err *err)
{
	int (*what)(struct call *call, struct err *err) = word ? NULL : list;

	for (size_t i = 0; i < sizeof words / sizeof *words && word; i++)
		if (!strcmp(word, words[i].name))
			what = words[i].run;
	if (!what)
		return cmd_usage("rules", err);
	if (cmd_rules_pick(&call->arena, n_rules, rules, &call->rules, err) < 0 || limit(call, err) < 0)
		return -1;
	if (!call->rules.n && !call->is_json)
		say_err("%s", tr("there are no rules; the config file has them: rule QUERY -> ACTION…"));
	return what(call, err);
}

int
cmd_rules(int argc, char **argv, struct err *err)
{
	struct call call = { 0 };
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &call.is_json, NULL, N_("one JSON object a line"), 0, 0 },
		{ "since", 0, OPTS_TEXT, &call.since, N_("DATE"), N_("only posts since then, as after: has it"), 0, 0 },
		{ 0 },
	};
	int at = opts_read(argc, argv, table, err), n = at < argc, rc;

	if (at < 0)
		return -1;
	rc = run(&call, n ? argv[at] : NULL, argc - at - n, argv + at + n, err);
	arena_free(&call.arena);
	return rc;
}
