#include "cmd/cmd_export.h"

#include "base/map.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_export_epub.h"
#include "cmd/cmd_export_opml.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_words.h"
#include "store/subs_line.h"
#include "text/json_out.h"
#include "text/nfc.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/url.h"

struct str
cmd_export_name(const struct cmd_export_feed *f)
{
	if (f->feed->name.n)
		return f->feed->name;
	return f->row && f->row->name.n ? f->row->name : f->label;
}

void
cmd_export_url(const struct cmd_export *e, struct buf *out, const struct cmd_export_feed *f)
{
	if (e->with_secrets)
		(void)buf_add(out, f->feed->url);
	else
		url_mask(out, f->feed->url);
}

static struct str
label_of(struct arena *a, struct str url)
{
	struct buf label = { 0 };
	struct str ret;

	url_label(&label, url);
	ret = arena_dup(a, buf_str(&label));
	buf_free(&label);
	return ret;
}

/* All subscriptions, with what the cache knows of each. */
static int
read_feeds(struct cmd_export *e, struct err *err)
{
	struct store *s = NULL;
	struct map by_url = { 0 };
	struct subs subs;
	struct feeds_row *rows;
	size_t n;
	int rc = -1;

	if (cmd_open_both(&e->a, &s, STORE_READ, &subs, err) < 0)
		return -1;
	if (feeds_list(s, &e->a, &rows, &n, err) < 0)
		goto out;
	for (size_t i = 0; i < n; i++)
		*map_at(&by_url, rows[i].url) = &rows[i];
	e->feeds = arena_new(&e->a, struct cmd_export_feed, subs.n);
	for (size_t i = 0; i < subs.n && !e->with_secrets; i++)
		(void)subs_line_drop_secrets(&subs.feeds[i]);
	for (e->n = 0; e->n < subs.n; e->n++)
		e->feeds[e->n] = (struct cmd_export_feed){ &subs.feeds[e->n], map_find(&by_url, subs.feeds[e->n].url),
			label_of(&e->a, subs.feeds[e->n].url), e->n + 1 };
	rc = 0;
out:
	map_free(&by_url);
	store_close(s);
	return rc;
}

static bool
holds(struct str text, struct str folded_word)
{
	struct buf folded = { 0 };
	bool has;

	nfc_fold(&folded, text);
	has = str_find(buf_str(&folded), folded_word) < folded.n;
	buf_free(&folded);
	return has;
}

enum word_kind { WORD_FEED, WORD_TAG, WORD_POST };

/* What a word asks for: the query language's words about feeds and tags count too, those about posts do not. */
static int
read_word(struct str word, bool *is_tag, struct str *what, struct err *err)
{
	static const struct { const char *prefix; enum word_kind kind; } kinds[] = {
		{ "#", WORD_TAG }, { "tag:", WORD_TAG }, { "태그:", WORD_TAG }, { "feed:", WORD_FEED }, { "피드:", WORD_FEED },
		{ "is:", WORD_POST }, { "상태:", WORD_POST }, { "title:", WORD_POST }, { "제목:", WORD_POST }, { "id:", WORD_POST },
		{ "-", WORD_POST }, { "", WORD_FEED },
	};
	size_t i = 0;

	while (!str_starts(word, kinds[i].prefix))
		i++;
	*is_tag = kinds[i].kind == WORD_TAG;
	*what = str_sub(word, strlen(kinds[i].prefix), word.n);
	if (kinds[i].kind == WORD_POST)
		return err_set(err, ERR_USAGE, tr("export writes feeds, not posts: ‘%.*s’ is no name of a feed and no #tag"), STR(word));
	return what->n ? 0 : err_set(err, ERR_NOT_FOUND, tr("an empty name is no feed"));
}

/* Marks the feeds that a word names. */
static int
mark(const struct cmd_export *e, struct str word, bool *is_wanted, struct err *err)
{
	struct buf folded = { 0 };
	struct str what;
	bool is_tag, has_any = false;

	if (read_word(word, &is_tag, &what, err) < 0)
		return -1;
	nfc_fold(&folded, what);
	for (size_t i = 0; i < e->n; i++) {
		const struct cmd_export_feed *f = &e->feeds[i];
		bool fits = is_tag ? subs_has_tag(f->feed->tags, f->feed->n_tags, what) :
		    holds(cmd_export_name(f), buf_str(&folded)) || holds(f->feed->url, buf_str(&folded));

		is_wanted[i] |= fits;
		has_any |= fits;
	}
	buf_free(&folded);
	if (has_any)
		return 0;
	if (is_tag)
		return err_set(err, ERR_NOT_FOUND, tr("no feed has the tag ‘%.*s’"), STR(str_sub(what, 0, 100)));
	return err_set(err, ERR_NOT_FOUND, tr("no feed is called ‘%.*s’"), STR(what));
}

/* Leaves those that the words name. */
static int
pick(struct cmd_export *e, int n, char **words, struct err *err)
{
	bool *is_wanted = arena_new(&e->a, bool, e->n);
	size_t kept = 0;

	if (!n)
		return 0;
	for (int i = 0; i < n; i++)
		if (mark(e, str_of(words[i]), is_wanted, err) < 0)
			return -1;
	for (size_t i = 0; i < e->n; i++)
		if (is_wanted[i])
			e->feeds[kept++] = e->feeds[i];
	e->n = kept;
	return 0;
}

static void
write_json(struct cmd_export *e)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct cmd_export_feed *f = &e->feeds[i];
		struct buf url = { 0 }, line = { 0 };
		json_t *object = json_pack("{s:i}", "v", 1), *options = json_object();

		cmd_export_url(e, &url, f);
		subs_line_rest(&line, f->feed);
		json_out_text(object, "url", buf_str(&url));
		json_out_text(object, "name", cmd_export_name(f));
		json_out_text(object, "site", f->row ? f->row->site : STR_NONE);
		json_out_texts(object, "tags", f->feed->tags, f->feed->n_tags);
		for (size_t k = 0; k < f->feed->n_options; k++)
			json_out_text(options, arena_cstr(&e->a, f->feed->options[k].key), f->feed->options[k].value);
		json_object_set_new(object, "options", options);
		json_out_text(object, "line", str_trim(buf_str(&line)));
		cmd_json_out(object);
		buf_free(&url);
		buf_free(&line);
	}
}

static int
run(struct cmd_export *e, const char *format, int n, char **words, struct err *err)
{
	struct buf out = { 0 };

	if (read_feeds(e, err) < 0 || pick(e, n, words, err) < 0)
		return -1;
	if (!strcmp(format, "json")) {
		write_json(e);
		return 0;
	}
	cmd_export_opml_write(e, &out);
	say_raw(buf_str(&out));
	buf_free(&out);
	return 0;
}

/* The format that the options ask for, checked. */
static int
check_format(const char **format, bool is_epub, const char *path, const char *title, struct err *err)
{
	if (is_epub && *format && strcmp(*format, "epub"))
		return err_set(err, ERR_USAGE, tr("--epub and --format %.80s exclude each other"), *format);
	if (is_epub)
		*format = "epub";
	if (!*format)
		*format = "opml";
	if (strcmp(*format, "opml") && strcmp(*format, "json") && strcmp(*format, "epub"))
		return err_set(err, ERR_USAGE, tr("--format takes opml, json or epub, not ‘%.80s’"), *format);
	if (path && strcmp(*format, "epub"))
		return err_set(err, ERR_USAGE, tr("--output is for an EPUB; write %s to a file with > FILE"), *format);
	if (*title && strcmp(*format, "epub"))
		return err_set(err, ERR_USAGE, tr("--title is for an EPUB"));
	return 0;
}

int
cmd_export(int argc, char **argv, struct err *err)
{
	struct cmd_export e = { 0 };
	const char *format = NULL, *path = NULL, *title = "";
	bool is_epub = false, is_progress = false;
	const struct opts table[] = {
		{ "format", 'f', OPTS_TEXT, &format, N_("FORMAT"), N_("opml, json or epub"), 0, 0 },
		{ "epub", 0, OPTS_FLAG, &is_epub, NULL, N_("a book of the posts that the query finds"), 0, 0 },
		{ "title", 0, OPTS_TEXT, &title, N_("TITLE"), N_("what the book is called"), 0, 0 },
		{ "output", 'o', OPTS_TEXT, &path, N_("FILE"), N_("where the book goes"), 0, 0 },
		{ "with-secrets", 0, OPTS_FLAG, &e.with_secrets, NULL, N_("also passwords in addresses and options"), 0, 0 },
		{ "progress", 0, OPTS_FLAG, &is_progress, NULL, N_("one line a post on standard error, for programs"), 0, 0 },
		{ 0 },
	};
	int n = cmd_words_query(argc, argv, table, err), rc;

	if (n < 0 || check_format(&format, is_epub, path, title, err) < 0)
		return -1;
	if (!strcmp(format, "epub"))
		return cmd_export_epub(path, title, is_progress, n, argv + 1, err);
	rc = run(&e, format, n, argv + 1, err);
	arena_free(&e.a);
	return rc;
}
