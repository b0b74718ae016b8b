#include "cmd/cmd_article.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/num.h"
#include "base/tr.h"
#include "cmd/cmd_color.h"
#include "cmd/cmd_conf.h"
#include "html/doc_read.h"
#include "html/outline.h"
#include "html/print.h"
#include "text/say.h"
#include "text/width.h"

int
cmd_article_read(struct arena *a, struct str xhtml, struct str title, struct doc *ret, struct err *err)
{
	*ret = (struct doc){ 0 };
	if (!xhtml.n)
		return 0;
	if (doc_read(a, xhtml, ret, err) < 0)
		return -1;
	outline_find(a, ret, title);
	return 0;
}

int
cmd_article_part(const struct doc *doc, int64_t section, struct cmd_article_part *ret, struct err *err)
{
	if (section > (int64_t)doc->n_sections)
		return err_set(err, ERR_NOT_FOUND, tr("there is no section %lld; the article has %zu"), (long long)section,
			doc->n_sections);
	*ret = (struct cmd_article_part){ 0, doc->n };
	if (section)
		*ret = (struct cmd_article_part){ doc->sections[section - 1].block, doc->sections[section - 1].end };
	return 0;
}

static bool
is_in(const struct layout_line *line, struct cmd_article_part part)
{
	return line->block != UINT32_MAX && line->block >= part.from && line->block < part.to;
}

static void
add_lines(struct buf *out, const struct doc *doc, struct cmd_article_part part, const struct layout_opts *opts,
	void (*print)(struct buf *out, const struct layout *layout))
{
	struct arena a = { 0 };
	struct layout all;
	size_t first = 0, end;

	layout_doc(&a, doc, opts, &all);
	while (first < all.n && !is_in(&all.lines[first], part))
		first++;
	for (end = all.n; end > first && !is_in(&all.lines[end - 1], part);)
		end--;
	print(out, &(struct layout){ .lines = all.lines + first, .n = end - first });
	arena_free(&a);
}

void
cmd_article_text(struct buf *out, const struct doc *doc, struct cmd_article_part part, const struct cmd_article_look *look)
{
	add_lines(out, doc, part, &(struct layout_opts){ .cols = look->cols, .wrap = look->wrap }, print_text);
}

void
cmd_article_say(const struct doc *doc, struct cmd_article_part part, const struct cmd_article_look *look)
{
	const struct layout_opts opts = { .cols = look->cols, .wrap = look->wrap, .has_refs = true };
	struct buf lines = { 0 }, links = { 0 };

	add_lines(&lines, doc, part, &opts, look->has_colours ? print_text_coloured : print_text);
	if (look->has_colours)
		say_raw(buf_str(&lines));
	else
		say_text(buf_str(&lines));
	print_links(&links, doc, part.from, part.to);
	if (links.n)
		say_raw(str_lit("\n"));
	cmd_article_say_lines(buf_str(&links), "2", look);
	buf_free(&lines);
	buf_free(&links);
}

void
cmd_article_say_lines(struct str text, const char *sgr, const struct cmd_article_look *look)
{
	struct str line;

	while (look->has_colours && str_line(&text, &line)) {
		say_raw(str_lit("\033["));
		say_raw(str_of(sgr));
		say_raw(str_lit("m"));
		say_text(line);
		say_raw(str_lit("\033[m\n"));
	}
	say_text(text);
}

int
cmd_article_cols(void)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	int64_t cols;

	if (columns && num_parse(str_of(columns), CMD_ARTICLE_MIN, CMD_ARTICLE_MAX, &cols))
		return (int)cols;
	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col >= CMD_ARTICLE_MIN)
		return size.ws_col < CMD_ARTICLE_MAX ? size.ws_col : CMD_ARTICLE_MAX;
	return 80;
}

/* What --wrap says. */
static int
read_wrap(const char *word, enum wrap_mode *ret, struct err *err)
{
	if (!strcmp(word, "word"))
		*ret = WRAP_WORD;
	else if (!strcmp(word, "syllable"))
		*ret = WRAP_SYLLABLE;
	else
		return err_set(err, ERR_USAGE, tr("--wrap takes word or syllable, not ‘%.80s’"), word);
	return 0;
}

int
cmd_article_look(int64_t cols, const char *wrap, struct cmd_article_look *ret, struct err *err)
{
	struct arena a = { 0 };
	struct conf conf;
	int rc = cmd_conf_read(&a, &conf, err);

	if (!rc) {
		*ret = (struct cmd_article_look){ cols ? (int)cols : cmd_article_cols(), WRAP_WORD, cmd_color_on() };
		if (!cols && conf.options.text_width && conf.options.text_width < ret->cols)
			ret->cols = (int)conf.options.text_width;
		if (conf.options.wrap == CONF_WRAP_SYLLABLE)
			ret->wrap = WRAP_SYLLABLE;
		width_set_ambiguous(conf.options.ambiguous == CONF_AMBIGUOUS_2 ? 2 : 1);
		rc = wrap ? read_wrap(wrap, &ret->wrap, err) : 0;
	}
	arena_free(&a);
	return rc;
}
