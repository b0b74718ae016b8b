#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_article.h"
#include "cmd/cmd_format.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_posts.h"
#include "cmd/cmd_progress.h"
#include "cmd/cmd_words.h"
#include "html/print.h"
#include "html/print_escape.h"
#include "html/print_page.h"
#include "text/date.h"
#include "text/json_out.h"
#include "text/opts.h"
#include "text/say.h"

enum { TOP_UNDER_TITLE = 2 }; /* Markdown: the level of the sections below the title */

/* What was asked for and what there is. */
struct show {
	const struct cmd_post *post;
	bool is_several, is_first; /* of the posts */
	struct cmd_article_part part;
	struct cmd_article_look look;
};

static void
add_wrapped(struct buf *out, struct str text, const struct cmd_article_look *look)
{
	struct arena a = { 0 };
	struct wrap_line *lines;
	size_t n = wrap_text(&a, text, &(struct wrap_opts){ .cols = look->cols, .mode = look->wrap }, &lines);

	for (size_t i = 0; i < n; i++) {
		wrap_show(out, str_sub(text, lines[i].at, lines[i].at + lines[i].n));
		buf_putc(out, '\n');
	}
	arena_free(&a);
}

/* The same story in other feeds, a line each, below a whole post. */
static void
add_others(struct buf *out, const struct show *show, bool is_markdown)
{
	const struct cmd_post *post = show->post;

	if (show->part.from || show->part.to < post->doc.n)
		return;
	if (post->n_others)
		buf_printf(out, "\n%s\n%s", tr("Also in:"), is_markdown ? "\n" : "");
	for (size_t i = 0; i < post->n_others; i++) {
		const struct posts_row *other = &post->others[i];

		buf_puts(out, is_markdown ? "- " : "  ");
		if (is_markdown)
			print_escape_line(out, other->feed_name);
		else
			buf_add(out, other->feed_name);
		buf_printf(out, " · %lld", (long long)other->id);
		if (other->link.n) {
			buf_puts(out, is_markdown ? " · <" : " · ");
			if (is_markdown)
				print_escape_auto(out, other->link);
			else
				buf_add(out, other->link);
			buf_puts(out, is_markdown ? ">" : "");
		}
		buf_putc(out, '\n');
	}
}

/* Lines of text in a look for terminals. */
static void
say_wrapped(const struct show *show, struct str text, const char *sgr)
{
	struct buf lines = { 0 };

	add_wrapped(&lines, text, &show->look);
	cmd_article_say_lines(buf_str(&lines), sgr, &show->look);
	buf_free(&lines);
}

static void
show_text(const struct show *show)
{
	const struct posts_row *row = &show->post->row;
	struct buf line = { 0 };

	if (!show->is_first)
		say_raw(str_lit("\n* * *\n\n"));
	say_wrapped(show, row->title, "1");
	cmd_post_byline(&line, row, &show->post->doc);
	say_wrapped(show, buf_str(&line), "2");
	buf_clear(&line);
	buf_printf(&line, "%.*s%s\n", STR(row->link), row->link.n ? "\n" : "");
	say_text(buf_str(&line));
	if (show->post->doc.n)
		cmd_article_say(&show->post->doc, show->part, &show->look);
	else if (row->excerpt.n)
		say_wrapped(show, row->excerpt, "");
	buf_clear(&line);
	add_others(&line, show, false);
	say_text(buf_str(&line));
	buf_free(&line);
}

static void
show_markdown(const struct show *show)
{
	const struct posts_row *row = &show->post->row;
	struct buf out = { 0 }, line = { 0 };

	cmd_post_byline(&line, row, &show->post->doc);
	buf_puts(&out, show->is_first ? "# " : "\n---\n\n# ");
	print_escape_line(&out, row->title);
	buf_puts(&out, "\n\n");
	print_escape_line(&out, buf_str(&line));
	if (row->link.n) {
		buf_puts(&out, "\n\n<");
		print_escape_auto(&out, row->link);
		buf_putc(&out, '>');
	}
	buf_puts(&out, "\n\n");
	print_markdown(&out, &show->post->doc, show->part.from, show->part.to, TOP_UNDER_TITLE);
	add_others(&out, show, true);
	buf_free(&line);
	say_document(buf_str(&out));
	buf_free(&out);
}

/* Several posts are articles of one page. */
static void
show_html(const struct show *show)
{
	const struct posts_row *row = &show->post->row;
	const struct doc *doc = &show->post->doc;
	struct buf out = { 0 }, line = { 0 }, ids = { 0 };
	struct print_page head = { .title = row->title, .link = row->link };

	cmd_post_byline(&line, row, doc);
	head.byline = buf_str(&line);
	if (!show->is_several) {
		print_page(&out, &head, doc, show->part.from, show->part.to);
	} else {
		if (show->is_first)
			print_page_begin(&out, &(struct print_page){ .language = print_page_language(row->title) });
		buf_printf(&ids, "p%lld-", (long long)row->id);
		print_page_article(&out, &head, doc, show->part.from, show->part.to, buf_cstr(&ids));
	}
	say_document(buf_str(&out));
	buf_free(&ids);
	buf_free(&line);
	buf_free(&out);
}

static void
end_html(void)
{
	struct buf out = { 0 };

	print_page_end(&out);
	say_document(buf_str(&out));
	buf_free(&out);
}

/* The sections with where they are: the id of the heading in HTML, the blocks, the length. */
static json_t *
outline_of(const struct doc *doc)
{
	json_t *array = json_array();

	for (size_t i = 0; i < doc->n_sections; i++) {
		const struct doc_section *s = &doc->sections[i];
		json_t *object = json_pack("{s:i}", "level", s->level);

		json_out_text(object, "title", s->title);
		json_object_set_new(object, "id", json_sprintf("s%zu", i + 1));
		json_object_set_new(object, "from", json_integer((json_int_t)s->block));
		json_object_set_new(object, "to", json_integer((json_int_t)s->end));
		json_object_set_new(object, "letters", json_integer((json_int_t)s->letters));
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
also_of(const struct cmd_post *post)
{
	json_t *array = json_array();

	for (size_t i = 0; i < post->n_others; i++) {
		json_t *object = json_pack("{s:I}", "id", (json_int_t)post->others[i].id);

		json_out_text(object, "feed", post->others[i].feed_name);
		json_out_text(object, "link", post->others[i].link);
		json_array_append_new(array, object);
	}
	return array;
}

static void
show_json(const struct show *show)
{
	const struct posts_row *row = &show->post->row;
	const struct doc *doc = &show->post->doc;
	json_t *object = json_pack("{s:i, s:I}", "v", 1, "id", (json_int_t)row->id);
	struct buf part = { 0 };

	json_out_text(object, "title", row->title);
	json_out_text(object, "feed", row->feed_name);
	json_out_text(object, "author", row->author);
	json_out_time(object, "published", row->published);
	json_out_text(object, "link", row->link);
	json_out_texts(object, "tags", row->tags, row->n_tags);
	json_out_texts(object, "categories", row->categories, row->n_categories);
	cmd_json_story(object, row);
	json_object_set_new(object, "also", also_of(show->post));
	cmd_article_text(&part, doc, show->part, &show->look);
	json_out_text(object, "text", buf_str(&part));
	buf_clear(&part);
	print_html(&part, doc, show->part.from, show->part.to, PRINT_HTML_PAGE, "");
	json_out_text(object, "html", buf_str(&part));
	buf_free(&part);
	json_object_set_new(object, "outline", outline_of(doc));
	cmd_json_out(object);
}

static const struct {
	void (*show)(const struct show *show);
	void (*end)(void); /* behind several; NULL for nothing */
} formats[CMD_FORMATS] = {
	[CMD_FORMAT_TEXT] = { show_text, NULL },
	[CMD_FORMAT_MARKDOWN] = { show_markdown, NULL },
	[CMD_FORMAT_HTML] = { show_html, end_html },
	[CMD_FORMAT_JSON] = { show_json, NULL },
};

/* Which text of the post is meant; -1 for what is none. */
static int
text_named(const char *name)
{
	static const char *const names[] = { [CMD_POST_SHOWN] = "", [CMD_POST_FEED] = "feed", [CMD_POST_PAGE] = "page" };

	for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
		if (!strcmp(names[i], name))
			return i;
	return -1;
}

/* What the options say. */
struct asked {
	const char *format_name, *from, *wrap;
	enum cmd_format format;
	int64_t section, cols;
	bool is_progress;
};

static int
show_posts(struct cmd_posts *posts, const struct asked *asked, const struct cmd_article_look *look, struct err *err)
{
	enum cmd_post_text which = (enum cmd_post_text)text_named(asked->from);
	struct cmd_post post;
	struct show show = { .post = &post, .is_several = posts->n > 1, .is_first = true, .look = *look };
	int rc;

	while ((rc = cmd_posts_next(posts, which, &post, err)) > 0) {
		if (!cmd_article_part(&post.doc, asked->section, &show.part, err)) {
			formats[asked->format].show(&show);
			show.is_first = false;
		} else if (cmd_posts_miss(posts, err) < 0) {
			return -1;
		}
		if (asked->is_progress)
			cmd_progress_say(posts->at, posts->n);
	}
	if (!rc && formats[asked->format].end && show.is_several && !show.is_first)
		formats[asked->format].end();
	return rc < 0 ? -1 : posts->status;
}

static int
check(struct asked *asked, struct err *err)
{
	if (cmd_format_read(asked->format_name, &asked->format, err) < 0)
		return -1;
	if (text_named(asked->from) < 0)
		return err_set(err, ERR_USAGE, tr("--from takes feed or page, not ‘%.80s’"), asked->from);
	return 0;
}

int
cmd_show(int argc, char **argv, struct err *err)
{
	struct asked asked = { .format_name = "text", .from = "" };
	const struct opts table[] = {
		{ "format", 'f', OPTS_TEXT, &asked.format_name, N_("FORMAT"), N_("text, markdown, html or json"), 0, 0 },
		{ "section", 's', OPTS_NUMBER, &asked.section, N_("NUMBER"), N_("only this section of the outline"), 1, 100000 },
		{ "from", 0, OPTS_TEXT, &asked.from, N_("feed|page"), N_("the text of the feed, or of the page"), 0, 0 },
		{ "width", 'w', OPTS_NUMBER, &asked.cols, N_("COLS"), N_("columns of text"), CMD_ARTICLE_MIN, CMD_ARTICLE_MAX },
		{ "wrap", 0, OPTS_TEXT, &asked.wrap, N_("WRAP"), N_("where lines break: word or syllable"), 0, 0 },
		{ "progress", 0, OPTS_FLAG, &asked.is_progress, NULL, N_("one line a post on standard error, for programs"), 0, 0 },
		{ 0 },
	};
	struct cmd_posts posts;
	struct cmd_article_look look;
	int n = cmd_words_operands(argc, argv, table, err), rc;

	if (n < 0 || check(&asked, err) < 0)
		return -1;
	if (!n)
		return cmd_usage("show", err);
	rc = cmd_article_look(asked.cols, asked.wrap, &look, err);
	if (rc < 0)
		return -1;
	rc = cmd_posts_open(&posts, argv + 1, n, err);
	if (!rc)
		rc = show_posts(&posts, &asked, &look, err);
	cmd_posts_close(&posts);
	return rc;
}
