#include "conf/conf.h"

#include "base/file.h"
#include "base/file_own.h"
#include "base/limits.h"
#include "base/tr.h"
#include "conf/conf_site.h"
#include "conf/conf_source.h"
#include "conf/conf_view.h"
#include "text/utf8.h"

struct reading {
	struct conf_options options;
	vec(struct page_rule) rules;
	struct conf_views views;
	vec(struct conf_rule) post_rules;
	vec(struct conf_line) rule_lines; /* of those */
	struct conf_tags tags;
	vec(struct color_paint) paints;
	vec(struct conf_bind) binds;
	struct conf_problems problems;
	const char *config; /* the file's name */
	size_t n_lines;
	const struct conf_source *source; /* the file whose lines are read; NULL while they are typed */
	int depth;          /* of files that `source` names */
	size_t n_files;     /* that were read so */
	size_t n_read;      /* lines of all of them */
};

/* ---- commands */

static void
run_set(struct reading *r, struct conf_line *line)
{
	(void)conf_set(line, &r->options);
}

static void
run_site(struct reading *r, struct conf_line *line)
{
	struct page_rule rule;

	if (conf_site(line, &rule))
		*vec_add(&r->rules) = rule;
}

static void
run_view(struct reading *r, struct conf_line *line)
{
	conf_view(line, &r->views);
}

static void
run_rule(struct reading *r, struct conf_line *line)
{
	struct conf_rule rule;

	if (!conf_rule(line, &rule))
		return;
	*vec_add(&r->post_rules) = rule;
	*vec_add(&r->rule_lines) = *line;
}

static void
run_tag(struct reading *r, struct conf_line *line)
{
	conf_tag(line, &r->tags);
}

static void
run_color(struct reading *r, struct conf_line *line)
{
	struct color_paint paint;

	if (conf_paint(line, &paint))
		*vec_add(&r->paints) = paint;
}

static void
add_bind(struct reading *r, struct conf_line *line, const char *command)
{
	*vec_add(&r->binds) = (struct conf_bind){ command, line->file, line->text, line->at, line->number, line->order };
}

static void
run_bind(struct reading *r, struct conf_line *line)
{
	add_bind(r, line, "bind");
}

static void
run_unbind(struct reading *r, struct conf_line *line)
{
	add_bind(r, line, "unbind");
}

static void
run_macro(struct reading *r, struct conf_line *line)
{
	add_bind(r, line, "macro");
}

static void read_lines(struct arena *a, struct str text, const char *file, bool are_typed, struct reading *r);

static void
run_source(struct reading *r, struct conf_line *line)
{
	const char *file;
	struct str text;

	if (r->depth == CONF_SOURCE_DEPTH)
		conf_line_problem(line, 0, tr("a file may name another by ‘source’ only %d deep"), CONF_SOURCE_DEPTH);
	else if (r->n_files == CONF_SOURCE_FILES)
		conf_line_problem(line, 0, tr("‘source’ may name %d files in all"), CONF_SOURCE_FILES);
	else if (conf_source(line, r->config, r->source, &file, &text)) {
		const struct conf_source source = { file, r->source };

		r->source = &source;
		r->n_files++;
		r->depth++;
		read_lines(line->arena, text, file, line->is_typed, r);
		r->depth--;
		r->source = source.above;
	}
}

/* Korean names are those of the reader's command line. */
static const struct {
	const char *name, *korean;
	void (*run)(struct reading *r, struct conf_line *line);
} commands[] = {
	{ "set", "설정", run_set },
	{ "site", "사이트", run_site },
	{ "view", "보기", run_view },
	{ "rule", "규칙", run_rule },
	{ "tag", "태그", run_tag },
	{ "color", "색", run_color },
	{ "bind", "키", run_bind },
	{ "unbind", "키해제", run_unbind },
	{ "macro", "매크로", run_macro },
	{ "source", "불러오기", run_source },
};

enum { COMMANDS = sizeof commands / sizeof *commands };

/* ---- lines */

static void
refuse(struct conf_line *line, const struct conf_word *command)
{
	struct buf names = { 0 };

	for (size_t i = 0; i < COMMANDS; i++)
		(void)buf_printf(&names, "%s%s", i ? ", " : "", commands[i].name);
	conf_line_problem(line, command->at, tr("there is no command ‘%.*s’ here; there are: %s"),
		STR(utf8_prefix(command->value, 40)), buf_cstr(&names));
	buf_free(&names);
}

static void
read_line(struct reading *r, struct conf_line *line)
{
	struct conf_word command;

	if (!utf8_is_valid(line->text)) {
		conf_line_problem(line, 0, "%s", tr("is not UTF-8"));
		return;
	}
	if (!conf_line_word(line, &command))
		return;
	for (size_t i = 0; i < COMMANDS; i++)
		if (str_is(command.value, commands[i].name) || str_is(command.value, commands[i].korean)) {
			commands[i].run(r, line);
			return;
		}
	refuse(line, &command);
}

/* ---- queries: they may name views of lines below theirs */

static struct query_names
names_of(struct arena *a, const struct reading *r)
{
	struct query_view *views = arena_new(a, struct query_view, r->views.list.n);

	for (size_t i = 0; i < r->views.list.n; i++)
		views[i] = r->views.list.v[i].view;
	return (struct query_names){ views, r->views.list.n };
}

static bool
is_query(struct conf_line *line, struct str text, size_t at, const struct query_names *names)
{
	struct arena a = { 0 };
	struct query_fault fault;
	struct query *query;
	bool is_one = !query_read(&a, text, names, &query, &fault);

	if (!is_one)
		conf_line_problem(line, at + fault.at, "%s", fault.text);
	arena_free(&a);
	return is_one;
}

/* Those with a wrong query are dropped; *names is what is left of the views. */
static void
check_queries(struct arena *a, struct reading *r, struct query_names *names)
{
	const struct query_names all = names_of(a, r);
	size_t n_views = 0, n_rules = 0;

	for (size_t i = 0; i < r->views.list.n; i++) {
		struct conf_view *view = &r->views.list.v[i];

		if (is_query(&view->line, view->view.text, view->query_at, &all))
			r->views.list.v[n_views++] = *view;
	}
	for (size_t i = 0; i < r->post_rules.n; i++)
		if (is_query(&r->rule_lines.v[i], r->post_rules.v[i].rule.query, r->post_rules.v[i].query_at, &all))
			r->post_rules.v[n_rules++] = r->post_rules.v[i];
	r->views.list.n = n_views;
	r->post_rules.n = n_rules;
	*names = names_of(a, r);
}

static void *
copy_of(struct arena *a, const void *from, size_t n, size_t size)
{
	void *to = arena_array(a, n, size);

	return n ? memcpy(to, from, n * size) : to;
}

/* There is room up to the next power of two. */
static void
make_room(struct arena *a, struct conf *conf)
{
	size_t n = conf->n_problems, room = n ? 2 * n : 1;
	struct str *texts;
	size_t *orders;

	if (n & (n - 1))
		return;
	texts = arena_new(a, struct str, room);
	orders = arena_new(a, size_t, room);
	for (size_t i = 0; i < n; i++) {
		texts[i] = conf->problems[i];
		orders[i] = conf->orders[i];
	}
	conf->problems = texts;
	conf->orders = orders;
}

void
conf_add_problem(struct arena *a, struct conf *conf, struct str text, size_t order)
{
	size_t at = conf->n_problems;

	make_room(a, conf);
	for (; at && conf->orders[at - 1] > order; at--) {
		conf->problems[at] = conf->problems[at - 1];
		conf->orders[at] = conf->orders[at - 1];
	}
	conf->problems[at] = text;
	conf->orders[at] = order;
	conf->n_problems++;
}

void
conf_add_more(struct arena *a, struct conf *conf, size_t n)
{
	if (n)
		conf_add_problem(a, conf, arena_printf(a, tr_n("%s: %zu more thing is wrong", "%s: %zu more things are wrong", n), conf->file, n),
			SIZE_MAX);
}

static void
keep_problems(struct arena *a, const struct conf_problems *problems, struct conf *ret)
{
	for (size_t i = 0; i < problems->list.n; i++) {
		conf_add_problem(a, ret, problems->list.v[i].text, problems->list.v[i].order);
		if (problems->list.v[i].is_typed && problems->list.v[i].number == ret->n_lines)
			ret->last = problems->list.v[i];
	}
	conf_add_more(a, ret, problems->n_more);
}

static void
read_lines(struct arena *a, struct str text, const char *file, bool are_typed, struct reading *r)
{
	size_t number = are_typed ? r->n_lines : 0;
	struct str line;

	if (str_starts(text, "\xef\xbb\xbf"))
		text = str_sub(text, 3, text.n);
	while (str_line(&text, &line)) {
		struct conf_line at = { .arena = a, .file = file, .number = ++number, .order = ++r->n_read, .text = arena_dup(a, line),
			.is_typed = are_typed, .problems = &r->problems };

		read_line(r, &at);
	}
	if (!r->depth)
		r->n_lines = number;
}

void
conf_parse(struct arena *a, struct str text, struct str typed, const char *file, struct conf *ret)
{
	struct reading r = { .config = arena_cstr(a, str_of(file)) };
	const struct conf_source top = { .file = r.config };
	struct query_names names;

	r.source = &top;
	read_lines(a, text, r.config, false, &r);
	r.source = NULL;
	read_lines(a, typed, r.config, true, &r);
	check_queries(a, &r, &names);
	*ret = (struct conf){ .options = r.options, .n_rules = r.rules.n, .names = names, .n_post_rules = r.post_rules.n,
		.n_tags = r.tags.list.n, .n_binds = r.binds.n, .n_paints = r.paints.n,
		.n_lines = r.n_lines, .file = r.config };
	ret->rules = copy_of(a, r.rules.v, r.rules.n, sizeof *r.rules.v);
	ret->post_rules = copy_of(a, r.post_rules.v, r.post_rules.n, sizeof *r.post_rules.v);
	ret->tags = copy_of(a, r.tags.list.v, r.tags.list.n, sizeof *r.tags.list.v);
	ret->binds = copy_of(a, r.binds.v, r.binds.n, sizeof *r.binds.v);
	ret->paints = copy_of(a, r.paints.v, r.paints.n, sizeof *r.paints.v);
	keep_problems(a, &r.problems, ret);
	vec_free(&r.rules);
	conf_view_free(&r.views);
	vec_free(&r.rule_lines);
	vec_free(&r.post_rules);
	conf_tag_free(&r.tags);
	vec_free(&r.paints);
	vec_free(&r.binds);
	vec_free(&r.problems.list);
}

/* Takes out what starts programs; whether there was anything. */
static bool
drop_programs(struct conf *conf)
{
	bool has_any = conf_set_drop_programs(&conf->options);

	for (size_t i = 0; i < conf->n_post_rules; i++) {
		struct query_rule *rule = &conf->post_rules[i].rule;

		has_any |= rule->exec != NULL;
		rule->does &= ~(unsigned)QUERY_RULE_EXEC;
		rule->exec = NULL;
	}
	return has_any;
}

/* What others can write starts nothing here. */
static void
check_others(struct arena *a, const char *file, struct conf *conf)
{
	struct path which;

	if (file_own_is_open(file, &which) && drop_programs(conf))
		conf_add_problem(a, conf, arena_printf(a,
			tr("%s: commands to start and exec: do not count: others can write %s; chmod go-w ends that"), file, which.p),
			SIZE_MAX);
}

int
conf_read_with(struct arena *a, struct str typed, struct conf *ret, struct err *err)
{
	struct buf text = { 0 };
	struct path file;
	int rc = file_read_settings("config", LIMIT_CONF_BYTES, &file, &text, err);

	if (!rc) {
		conf_parse(a, buf_str(&text), typed, file.p, ret);
		check_others(a, file.p, ret);
	}
	buf_free(&text);
	return rc;
}

int
conf_read(struct arena *a, struct conf *ret, struct err *err)
{
	return conf_read_with(a, STR_NONE, ret, err);
}
