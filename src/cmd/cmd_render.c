#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_article.h"
#include "cmd/cmd_words.h"
#include "html/print.h"
#include "text/opts.h"
#include "text/say.h"
#include "worker/client.h"

/* How to draw it, or the outline. */
struct render {
	struct cmd_article_look look;
	bool is_outline;
};

static int
show(struct str xhtml, const struct render *how, struct err *err)
{
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct doc doc;
	int rc = cmd_article_read(&a, xhtml, STR_NONE, &doc, err);

	if (!rc && how->is_outline) {
		print_outline_json(&out, &doc);
		say_raw(buf_str(&out));
	} else if (!rc) {
		cmd_article_say(&doc, (struct cmd_article_part){ 0, doc.n }, &how->look);
	}
	buf_free(&out);
	arena_free(&a);
	return rc;
}

/* The article that the worker makes of the bytes. */
static int
collect(struct client *c, struct arena *a, const char *name, struct str *xhtml, struct err *err)
{
	struct client_answer answer;
	enum page_kind kind = PAGE_ARTICLE;
	int rc;

	while ((rc = client_next(c, &answer, err)) > 0 && answer.got != CLIENT_DONE) {
		if (answer.got != CLIENT_ARTICLE)
			continue;
		kind = answer.article.kind;
		*xhtml = arena_dup(a, answer.article.xhtml);
		if (answer.article.is_cut)
			say_err("%s", tr("the article is longer than a limit; its end is left out"));
	}
	if (rc < 0)
		return -1;
	if (answer.problem != FEED_OK)
		return err_set(err, ERR_FORMAT, "%s: %s", name, client_problem(answer.problem));
	return kind == PAGE_ARTICLE ? 0 : err_set(err, ERR_FORMAT, "%s: %s", name, page_kind_text(kind));
}

static int
render_bytes(enum record_task task, const char *name, struct str bytes, const struct render *how, struct err *err)
{
	struct arena a = { 0 };
	struct client *c = NULL;
	struct str xhtml = STR_NONE;
	int rc = client_open_for(&c, bytes, err);

	if (!rc)
		rc = client_start(c, task, STR_NONE, STR_NONE, bytes, err);
	if (!rc)
		rc = collect(c, &a, name, &xhtml, err);
	client_close(c);
	if (!rc)
		rc = show(xhtml, how, err);
	arena_free(&a);
	return rc;
}

/* Any name is one of the last, when nothing is said. */
static const struct {
	const char *name, *suffix;
	enum record_task task;
} types[] = {
	{ "text", ".txt", RECORD_TEXT },
	{ "markdown", ".md", RECORD_MARKDOWN },
	{ "html", "", RECORD_HTML },
};

/* By --type, else by the file's name. */
static int
task_of(const char *type, const char *file, enum record_task *ret, struct err *err)
{
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		*ret = types[i].task;
		if (type ? !strcmp(type, types[i].name) : str_ends(str_of(file), types[i].suffix))
			return 0;
	}
	return err_set(err, ERR_USAGE, tr("--type takes html, text or markdown, not ‘%.80s’"), type);
}

int
cmd_render(int argc, char **argv, struct err *err)
{
	struct render how = { 0 };
	const char *type = NULL, *wrap = NULL;
	int64_t cols = 0;
	const struct opts table[] = {
		{ "type", 0, OPTS_TEXT, &type, N_("TYPE"), N_("html, text or markdown; else by the file's name"), 0, 0 },
		{ "width", 'w', OPTS_NUMBER, &cols, N_("COLS"), N_("columns of text"), CMD_ARTICLE_MIN, CMD_ARTICLE_MAX },
		{ "wrap", 0, OPTS_TEXT, &wrap, N_("WRAP"), N_("where lines break: word or syllable"), 0, 0 },
		{ "outline", 0, OPTS_FLAG, &how.is_outline, NULL, N_("its sections as a JSON array instead"), 0, 0 },
		{ 0 },
	};
	struct buf bytes = BUF_CAPPED(LIMIT_PAGE_BYTES);
	enum record_task task;
	const char *operand;
	int rc;

	if (cmd_words_operand(argc, argv, table, &operand, err) < 0)
		return -1;
	rc = cmd_article_look(cols, wrap, &how.look, err);
	if (!rc)
		rc = task_of(type, operand, &task, err);
	if (!rc)
		rc = file_read(operand, LIMIT_PAGE_BYTES, &bytes, err);
	if (!rc)
		rc = render_bytes(task, file_name(operand), buf_str(&bytes), &how, err);
	buf_free(&bytes);
	return rc;
}
