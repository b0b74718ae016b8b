#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_article.h"
#include "cmd/cmd_conf.h"
#include "cmd/cmd_format.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_post.h"
#include "cmd/cmd_words.h"
#include "html/print.h"
#include "html/print_page.h"
#include "text/json_out.h"
#include "text/opts.h"
#include "text/say.h"
#include "worker/client.h"

/* What the worker made of the page, and its body read back. */
struct extract {
	struct client_article article;
	struct doc doc;
};

static void
tell_text(const struct extract *e)
{
	struct buf out = { 0 };

	print_plain(&out, &e->doc, 0, e->doc.n);
	say_document(buf_str(&out));
	buf_free(&out);
}

static void
tell_markdown(const struct extract *e)
{
	struct buf out = { 0 };

	print_markdown(&out, &e->doc, 0, e->doc.n, 1);
	say_document(buf_str(&out));
	buf_free(&out);
}

static void
tell_html(const struct extract *e)
{
	const struct client_article *article = &e->article;
	struct buf out = { 0 }, byline = { 0 };

	cmd_post_add_part(&byline, article->site);
	cmd_post_add_part(&byline, article->author);
	cmd_post_add_date(&byline, article->published);
	print_page(&out, &(struct print_page){ article->title, buf_str(&byline), STR_NONE, article->language }, &e->doc, 0,
		e->doc.n);
	say_document(buf_str(&out));
	buf_free(&byline);
	buf_free(&out);
}

/* The names alone, where "author" is the by-line as the page has it. */
static void
tell_authors(json_t *object, struct str names)
{
	json_t *list = json_array();
	struct str name;

	while (names.n) {
		str_cut(names, ',', &name, &names);
		name = str_trim(name);
		(void)json_array_append_new(list, json_out_string(name));
	}
	(void)json_object_set_new(object, "authors", list);
}

static void
tell_json(const struct extract *e)
{
	const struct client_article *article = &e->article;
	json_t *object = json_pack("{s:i}", "v", 1);
	struct buf part = { 0 };

	json_out_text(object, "title", article->title);
	json_out_text(object, "author", article->byline);
	tell_authors(object, article->author);
	json_out_time(object, "published", article->published);
	json_out_text(object, "site", article->site);
	json_out_text(object, "image", article->image);
	json_out_text(object, "language", article->language);
	json_out_text(object, "excerpt", article->excerpt);
	print_plain(&part, &e->doc, 0, e->doc.n);
	json_out_text(object, "text", buf_str(&part));
	buf_clear(&part);
	print_html(&part, &e->doc, 0, e->doc.n, PRINT_HTML_PAGE, "");
	json_out_text(object, "html", buf_str(&part));
	buf_free(&part);
	cmd_json_outline(object, &e->doc);
	cmd_json_out(object);
}

static void (*const formats[CMD_FORMATS])(const struct extract *e) = {
	[CMD_FORMAT_TEXT] = tell_text,
	[CMD_FORMAT_MARKDOWN] = tell_markdown,
	[CMD_FORMAT_HTML] = tell_html,
	[CMD_FORMAT_JSON] = tell_json,
};

/* What the worker answers is its own until it is asked again. */
static void
keep(struct arena *a, const struct client_article *from, struct client_article *ret)
{
	*ret = *from;
	ret->xhtml = arena_dup(a, from->xhtml);
	ret->title = arena_dup(a, from->title);
	ret->author = arena_dup(a, from->author);
	ret->byline = arena_dup(a, from->byline);
	ret->site = arena_dup(a, from->site);
	ret->image = arena_dup(a, from->image);
	ret->language = arena_dup(a, from->language);
	ret->excerpt = arena_dup(a, from->excerpt);
	ret->go = arena_dup(a, from->go);
}

static int
collect(struct client *c, struct arena *a, struct client_article *ret, struct err *err)
{
	struct client_answer answer;
	int rc;

	while ((rc = client_next(c, &answer, err)) > 0 && answer.got != CLIENT_DONE)
		if (answer.got == CLIENT_ARTICLE)
			keep(a, &answer.article, ret);
	if (rc < 0)
		return -1;
	return answer.problem == FEED_OK ? 0 : err_set(err, ERR_FORMAT, "%s", client_problem(answer.problem));
}

/* A page without an article is an error, which says what the page is instead; one that is too large to be told of is none. */
static int
check_kind(const char *name, const struct client_article *article, struct err *err)
{
	if (article->kind == PAGE_ARTICLE && article->xhtml.n)
		return 0;
	if (article->kind == PAGE_ARTICLE)
		return err_set(err, ERR_FORMAT, "%s: %s", name, page_kind_text(PAGE_NONE));
	if (article->kind == PAGE_GO && article->go.n)
		return err_set(err, ERR_FORMAT, "%s: %s: %.*s", name, page_kind_text(article->kind), STR(str_sub(article->go, 0, 200)));
	return err_set(err, ERR_FORMAT, "%s: %s", name, page_kind_text(article->kind));
}

static int
extract_bytes(struct arena *a, const char *name, const struct conf *conf, struct str url, struct str type, struct str bytes,
	struct extract *ret, struct err *err)
{
	struct client_job job = { .task = RECORD_PAGE, .rule = rule_find(conf->rules, conf->n_rules, url), .url = url, .content_type = type };
	struct client *c = NULL;
	int rc = client_open_for(&c, bytes, err);

	*ret = (struct extract){ .article.kind = PAGE_NONE };
	if (!rc)
		rc = client_start_job(c, &job, bytes, err);
	if (!rc)
		rc = collect(c, a, &ret->article, err);
	client_close(c);
	if (!rc)
		rc = check_kind(name, &ret->article, err);
	if (!rc && ret->article.is_teaser)
		say_err("%s", tr("this is only the beginning of the article; the rest is for members"));
	if (!rc && ret->article.is_cut)
		say_err("%s", tr("the article is longer than a limit; its end is left out"));
	return rc ? rc : cmd_article_read(a, ret->article.xhtml, ret->article.title, &ret->doc, err);
}

int
cmd_extract(int argc, char **argv, struct err *err)
{
	const char *url = NULL, *type = NULL, *format_name = "text";
	const struct opts table[] = {
		{ "url", 0, OPTS_TEXT, &url, N_("URL"), N_("where the page is from, for its links and its site"), 0, 0 },
		{ "content-type", 0, OPTS_TEXT, &type, N_("TYPE"), N_("what the server said it is"), 0, 0 },
		{ "format", 'f', OPTS_TEXT, &format_name, N_("FORMAT"), N_("text, markdown, html or json"), 0, 0 },
		{ 0 },
	};
	struct arena a = { 0 };
	struct buf bytes = BUF_CAPPED(LIMIT_PAGE_BYTES);
	enum cmd_format format;
	struct extract extract;
	struct conf conf;
	const char *operand;
	int rc;

	if (cmd_words_operand(argc, argv, table, &operand, err) < 0)
		return -1;
	if (cmd_format_read(format_name, &format, err) < 0)
		return -1;
	rc = cmd_conf_read(&a, &conf, err);
	if (!rc)
		rc = file_read(operand, LIMIT_PAGE_BYTES, &bytes, err);
	if (!rc)
		rc = extract_bytes(&a, file_name(operand), &conf, str_of(url), str_of(type), buf_str(&bytes), &extract, err);
	if (!rc)
		formats[format](&extract);
	buf_free(&bytes);
	arena_free(&a);
	return rc;
}
