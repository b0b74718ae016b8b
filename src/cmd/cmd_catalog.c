#include <limits.h>
#include <unistd.h>

#include "base/tr.h"
#include "catalog/catalog_find.h"
#include "catalog/catalog_marks.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_article.h"
#include "cmd/cmd_catalog_add.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_words.h"
#include "store/subs.h"
#include "text/clean.h"
#include "text/json_out.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/width.h"
#include "text/wrap.h"

enum { NAME_COLS = 28, FEED_MIN = 16 };

struct request {
	struct catalog_find find;
	bool is_json, is_adding, is_sure;
	int64_t max;
	struct opts_list tags;
};

/* What is shown, and how wide its columns are. */
struct list {
	const struct catalog_row **rows;
	size_t n;
	struct catalog_marks marks;
	int name_cols, kind_cols, platform_cols;
	int cols; /* of the terminal; 0: there is none, and nothing is cut */
};

static void
widen(int *cols, struct str text, int max)
{
	int wanted = width_str(text);

	if (wanted > *cols)
		*cols = wanted < max ? wanted : max;
}

static void
set_columns(struct list *l)
{
	l->cols = isatty(STDOUT_FILENO) ? cmd_article_cols() : 0;
	for (size_t i = 0; i < l->n; i++) {
		widen(&l->name_cols, l->rows[i]->name, l->cols ? NAME_COLS : INT_MAX);
		widen(&l->kind_cols, str_of(tr(l->rows[i]->kind->label)), NAME_COLS);
		widen(&l->platform_cols, str_of(tr(l->rows[i]->platform->label)), NAME_COLS);
	}
}

static void
tell(const struct list *l, const struct catalog_row *row)
{
	struct buf line = { 0 };
	int rest;

	wrap_fit(&line, catalog_marks_has(&l->marks, row->feed) ? str_lit("✓") : STR_NONE, width_str(str_lit("✓")));
	buf_putc(&line, ' ');
	wrap_fit(&line, row->name, l->name_cols);
	buf_puts(&line, "  ");
	wrap_fit(&line, str_of(tr(row->kind->label)), l->kind_cols);
	buf_puts(&line, "  ");
	wrap_fit(&line, str_of(tr(row->platform->label)), l->platform_cols);
	buf_puts(&line, "  ");
	rest = l->cols - width_str(buf_str(&line));
	if (l->cols && rest < width_str(row->feed))
		wrap_fit(&line, row->feed, rest > FEED_MIN ? rest : FEED_MIN);
	else
		buf_add(&line, row->feed);
	say_out("%s", buf_cstr(&line));
	buf_free(&line);
}

static void
tell_json(const struct list *l, const struct catalog_row *row)
{
	json_t *object = json_pack("{s:i}", "v", 1);

	json_out_text(object, "name", row->name);
	json_out_text(object, "site", row->site);
	json_out_text(object, "feed", row->feed);
	json_out_text(object, "kind", str_of(row->kind->code));
	json_out_text(object, "platform", str_of(row->platform->code));
	json_out_texts(object, "tags", row->tags, row->n_tags);
	json_object_set_new(object, "subscribed", json_boolean(catalog_marks_has(&l->marks, row->feed)));
	cmd_json_out(object);
}

static int
show(struct arena *a, struct list *l, bool is_json, struct err *err)
{
	struct subs subs;

	if (subs_read(a, &subs, err) < 0)
		return -1;
	for (size_t i = 0; i < subs.n; i++)
		catalog_marks_add(&l->marks, subs.feeds[i].url);
	set_columns(l);
	for (size_t i = 0; i < l->n; i++)
		(is_json ? tell_json : tell)(l, l->rows[i]);
	catalog_marks_free(&l->marks);
	return 0;
}

static int
run(const struct request *r, struct err *err)
{
	struct arena a = { 0 };
	struct catalog c;
	struct list l = { 0 };
	int rc = catalog_read(&a, &c, err);

	if (rc < 0)
		goto out;
	for (size_t i = 0; i < c.n_problems; i++)
		say_err("%.*s", STR(c.problems[i]));
	l.n = catalog_find_rows(&a, &c, &r->find, &l.rows);
	if (r->max && l.n > (size_t)r->max)
		l.n = (size_t)r->max;
	if (!l.n && r->is_adding)
		rc = err_set(err, ERR_NOT_FOUND, "%s", tr("no blog of the catalogue matches"));
	else if (r->is_adding)
		rc = cmd_catalog_add(l.rows, l.n, &r->tags, r->is_sure, err);
	else if (l.n)
		rc = show(&a, &l, r->is_json, err);
	else
		say_err("%s", tr("no blog of the catalogue matches"));
out:
	arena_free(&a);
	return rc;
}

static int
find_term(const struct catalog_term *table, const char *word, const char *message, const struct catalog_term **ret, struct err *err)
{
	struct buf known = { 0 };

	if (!word)
		return 0;
	*ret = catalog_term_find(table, str_of(word));
	if (*ret)
		return 0;
	catalog_term_list(&known, table);
	(void)err_set(err, ERR_USAGE, message, word, buf_cstr(&known));
	buf_free(&known);
	return -1;
}

static int
read_words(int argc, char **argv, const struct opts *table, struct buf *words, struct err *err)
{
	int n = cmd_words_operands(argc, argv, table, err);

	for (int i = 1; i <= n; i++) {
		(void)buf_putc(words, ' ');
		clean_line(words, str_of(argv[i]));
	}
	return n < 0 ? -1 : 0;
}

int
cmd_catalog(int argc, char **argv, struct err *err)
{
	struct request r = { 0 };
	const char *kind = NULL, *platform = NULL;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &r.is_json, NULL, N_("one JSON object a line"), 0, 0 },
		{ "kind", 'k', OPTS_TEXT, &kind, N_("KIND"), N_("only blogs of this kind"), 0, 0 },
		{ "platform", 'p', OPTS_TEXT, &platform, N_("PLATFORM"), N_("only blogs on this platform"), 0, 0 },
		{ "limit", 'n', OPTS_NUMBER, &r.max, N_("N"), N_("the first ones only"), 1, 1000000000 },
		{ "add", 'a', OPTS_FLAG, &r.is_adding, NULL, N_("subscribe to all of them"), 0, 0 },
		{ "tag", 't', OPTS_LIST, &r.tags, N_("TAG"), N_("with --add: file the feeds under this tag"), 0, 0 },
		{ "yes", 'y', OPTS_FLAG, &r.is_sure, NULL, N_("with --add: ask nothing"), 0, 0 },
		{ 0 },
	};
	struct buf words = { 0 };
	int rc = read_words(argc, argv, table, &words, err);

	if (rc < 0)
		goto out;
	rc = -1;
	if ((r.is_adding && r.is_json) || (!r.is_adding && (r.tags.n || r.is_sure))) {
		(void)cmd_usage("catalog", err);
		goto out;
	}
	if (!find_term(catalog_term_kinds(), kind, tr("unknown kind ‘%.80s’; there are: %s"), &r.find.kind, err) &&
		!find_term(catalog_term_platforms(), platform, tr("unknown platform ‘%.80s’; there are: %s"), &r.find.platform, err)) {
		r.find.words = buf_str(&words);
		rc = run(&r, err);
	}
out:
	buf_free(&words);
	return rc;
}
