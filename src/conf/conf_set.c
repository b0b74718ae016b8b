#include "conf/conf_set.h"

#include "base/num.h"
#include "base/tr.h"
#include "text/argv.h"
#include "text/asking.h"
#include "text/quoted.h"
#include "text/typo.h"

/* Words are separated by blanks. An option with a max takes a number, which is counted on from its words. */
static const struct {
	const char *name;
	size_t offset; /* of an int64_t in struct conf_options */
	const char *words;
	int min, max;
} options[] = {
	{ "ambiguous", offsetof(struct conf_options, ambiguous), "auto 1 2", 0, 0 },
	{ "fulltext", offsetof(struct conf_options, fulltext), "auto always never", 0, 0 },
	{ "hyperlinks", offsetof(struct conf_options, hyperlinks), "auto on off", 0, 0 },
	{ "image-protocol", offsetof(struct conf_options, image_protocol), "auto kitty sixel symbols none", 0, 0 },
	{ "image-rows", offsetof(struct conf_options, image_rows), NULL, 3, 200 },
	{ "images", offsetof(struct conf_options, images), "on-demand off auto", 0, 0 },
	{ "keymap", offsetof(struct conf_options, keymap), "2set 3set-390 3set-final off", 0, 0 },
	{ "language", offsetof(struct conf_options, language), "auto ko en", 0, 0 },
	{ "layout", offsetof(struct conf_options, layout), "auto wide stacked one", 0, 0 },
	{ "mouse", offsetof(struct conf_options, mouse), "on off", 0, 0 },
	{ "new-unread", offsetof(struct conf_options, new_unread), "all", 0, 5000 },
	{ "pipe-format", offsetof(struct conf_options, pipe_format), "text markdown html json", 0, 0 },
	{ "text-width", offsetof(struct conf_options, text_width), NULL, 20, 400 },
	{ "theme", offsetof(struct conf_options, theme), "auto dark light contrast 16", 0, 0 },
	{ "title", offsetof(struct conf_options, title), "off on", 0, 0 },
	{ "wrap", offsetof(struct conf_options, wrap), "word syllable", 0, 0 },
};

/* Those of them that a reader that runs does without. */
static const char late[] = "ambiguous fulltext new-unread";

/* Those whose value is a text, of how servers are asked. */
static const struct {
	const char *name;
	size_t offset; /* of a const char * in struct conf_options */
} texts[] = {
	{ "ca-file", offsetof(struct conf_options, ca_file) },
	{ "no-proxy", offsetof(struct conf_options, no_proxy) },
	{ "proxy", offsetof(struct conf_options, proxy) },
	{ "user-agent", offsetof(struct conf_options, user_agent) },
};

/* The one that may stand several times. */
static const char HEADER[] = "header";

/* The one whose value is a format of text/row_format.h. */
static const char ROW_FORMAT[] = "row-format";

/* Those whose value is all words behind them: a program. */
static const struct {
	const char *name;
	size_t offset; /* of a const char *const * in struct conf_options */
	bool is_late;
} programs[] = {
	{ "browser", offsetof(struct conf_options, browser), false },
	{ "copy-command", offsetof(struct conf_options, copy), false },
	{ "ime-off-command", offsetof(struct conf_options, ime_off), false },
	{ "ime-on-command", offsetof(struct conf_options, ime_on), false },
	{ "image-viewer", offsetof(struct conf_options, image_viewer), false },
	{ "notify-command", offsetof(struct conf_options, notify), true },
};

enum { SLIPS = 2 }; /* letters that may be wrong in a name */
enum { OPTIONS = sizeof options / sizeof *options, TEXTS = sizeof texts / sizeof *texts, PROGRAMS = sizeof programs / sizeof *programs };

static int64_t
word_find(struct str words, struct str want)
{
	struct str word;

	for (int64_t i = 0; (word = str_word(&words)).n; i++)
		if (str_eq(word, want))
			return i;
	return -1;
}

static int64_t
word_count(struct str words)
{
	int64_t n = 0;

	while (str_word(&words).n)
		n++;
	return n;
}

/* Reads a value of the i-th option into *ret. */
static bool
read_value(struct conf_line *line, size_t i, const struct conf_word *value, int64_t *ret)
{
	const char *words = options[i].words;
	int min = options[i].min, max = options[i].max;

	*ret = words ? word_find(str_of(words), value->value) : -1;
	if (*ret >= 0)
		return true;
	if (max && num_parse(value->value, min, max, ret)) {
		*ret += words ? word_count(str_of(words)) : 0;
		return true;
	}
	if (!max)
		conf_line_problem(line, value->at, tr("%s takes one of: %s"), options[i].name, words);
	else if (words)
		conf_line_problem(line, value->at, tr("%s takes %s, or a number from %d to %d"), options[i].name, words, min, max);
	else
		conf_line_problem(line, value->at, tr("%s takes a number from %d to %d"), options[i].name, min, max);
	return false;
}

/* The one word behind the name of an option. */
static bool
take_value(struct conf_line *line, const char *option, const struct conf_word *name, struct conf_word *ret)
{
	if (conf_line_word(line, ret))
		return true;
	if (!line->is_bad)
		conf_line_problem(line, name->at, tr("%s needs a value behind it"), option);
	return false;
}

/* Nothing more stands in the line. */
static bool
ends(struct conf_line *line)
{
	struct conf_word more;

	if (conf_line_word(line, &more))
		conf_line_problem(line, more.at, "%s", tr("nothing else may stand here"));
	return !line->is_bad;
}

static bool
set_option(struct conf_line *line, size_t i, const struct conf_word *name, struct conf_options *ret)
{
	struct conf_word value;
	int64_t n;

	if (!take_value(line, options[i].name, name, &value) || !read_value(line, i, &value, &n) || !ends(line))
		return false;
	memcpy((char *)ret + options[i].offset, &n, sizeof n);
	return true;
}

/* A text that says how servers are asked; NULL when it is wrong, which has been told. */
static const char *
take_text(struct conf_line *line, const char *option, const struct conf_word *name)
{
	struct conf_word value;
	const char *fault;

	if (!take_value(line, option, name, &value))
		return NULL;
	fault = asking_fault(str_of(option), value.value);
	if (fault)
		conf_line_problem(line, value.at, "%s", fault);
	return !line->is_bad && ends(line) ? arena_cstr(line->arena, value.value) : NULL;
}

static bool
set_text(struct conf_line *line, size_t i, const struct conf_word *name, struct conf_options *ret)
{
	const char *text = take_text(line, texts[i].name, name);

	if (text)
		memcpy((char *)ret + texts[i].offset, &text, sizeof text);
	return text;
}

/* Behind those of earlier lines. */
static bool
add_header(struct conf_line *line, const struct conf_word *name, struct conf_options *ret)
{
	const char *text = take_text(line, HEADER, name);
	const char **all;

	if (!text)
		return false;
	all = arena_new(line->arena, const char *, ret->n_headers + 1);
	for (size_t i = 0; i < ret->n_headers; i++)
		all[i] = ret->headers[i];
	all[ret->n_headers++] = text;
	ret->headers = all;
	return true;
}

/* The words in the arena, ended by NULL; of "" alone there are none. */
static const char *const *
keep_words(struct arena *a, const char *const *words, size_t n)
{
	const char **copy;

	if (n == 1 && !*words[0])
		return NULL;
	copy = arena_new(a, const char *, n + 1);
	memcpy(copy, words, n * sizeof *copy);
	return copy;
}

static void
refuse_sign(struct conf_line *line, struct str typed, size_t at)
{
	if (argv_is_sign(typed))
		conf_line_problem(line, at, tr("no shell sees ‘%.*s’; sh -c '…' starts one, and quotes make it a word"), STR(typed));
}

/* The words of a program, up to the end of the line. "" is none, as where nothing is said. */
static bool
set_program(struct conf_line *line, size_t i, const struct conf_word *name, struct conf_options *ret)
{
	vec(const char *) words = { 0 };
	struct conf_word word;

	while (conf_line_word(line, &word)) {
		if (words.n == 1 && !*words.v[0])
			conf_line_problem(line, word.at, "%s", tr("nothing else may stand here"));
		refuse_sign(line, str_sub(line->text, word.at, line->at), word.at);
		*vec_add(&words) = arena_cstr(line->arena, word.value);
	}
	if (!line->is_bad && !words.n)
		conf_line_problem(line, name->at, tr("%s needs a value behind it"), programs[i].name);
	if (!line->is_bad) {
		const char *const *kept = keep_words(line->arena, words.v, words.n);

		memcpy((char *)ret + programs[i].offset, &kept, sizeof kept);
	}
	vec_free(&words);
	return !line->is_bad;
}

static bool
set_row_format(struct conf_line *line, const struct conf_word *name, const struct row_format **ret)
{
	struct row_format *format = arena_new(line->arena, struct row_format, 1);
	struct conf_word value;
	const char *fault;
	size_t at;

	if (!take_value(line, ROW_FORMAT, name, &value) || !ends(line))
		return false;
	if (!row_format_parse(line->arena, value.value, format, &at, &fault)) {
		at += line->text.p[value.at] == '"'; /* behind the quote */
		conf_line_problem(line, value.at + at, "%s", fault);
		return false;
	}
	*ret = format;
	return true;
}

/* The name that this one is a slip of, or NULL. */
static const char *
near_option(struct str name)
{
	const struct conf_options none = { 0 };
	struct conf_option option;
	struct buf value = { 0 };
	struct typo_near near = typo_near(name, SLIPS);

	for (size_t i = 0; conf_set_option(i, &none, &option, &value); i++)
		typo_near_take(&near, option.name);
	buf_free(&value);
	return near.found;
}

static void
refuse(struct conf_line *line, const struct conf_word *name)
{
	struct str word = str_sub(name->value, 0, 40);
	const char *near = near_option(name->value);

	if (near)
		conf_line_problem(line, name->at, tr("there is no option ‘%.*s’; did you mean ‘%s’?"), STR(word), near);
	else
		conf_line_problem(line, name->at, tr("there is no option ‘%.*s’"), STR(word));
}

bool
conf_set(struct conf_line *line, struct conf_options *ret)
{
	struct conf_word name;

	if (!conf_line_word(line, &name)) {
		if (!line->is_bad)
			conf_line_problem(line, line->at, "%s", tr("the name of an option is missing: set NAME VALUE"));
		return false;
	}
	if (str_is(name.value, ROW_FORMAT))
		return set_row_format(line, &name, &ret->row_format);
	if (str_is(name.value, HEADER))
		return add_header(line, &name, ret);
	for (size_t i = 0; i < PROGRAMS; i++)
		if (str_is(name.value, programs[i].name))
			return set_program(line, i, &name, ret);
	for (size_t i = 0; i < TEXTS; i++)
		if (str_is(name.value, texts[i].name))
			return set_text(line, i, &name, ret);
	for (size_t i = 0; i < OPTIONS; i++)
		if (str_is(name.value, options[i].name))
			return set_option(line, i, &name, ret);
	refuse(line, &name);
	return false;
}

/* As typed: the word that a number stands for, or the number that is counted on from the words. */
static void
show_value(size_t i, int64_t value, struct buf *out)
{
	struct str words = str_of(options[i].words), word;
	int64_t n = word_count(words);

	if (value >= n) {
		if (n || value)
			(void)buf_printf(out, "%lld", (long long)(value - n));
		return;
	}
	while ((word = str_word(&words)).n && value-- > 0)
		continue;
	(void)buf_add(out, word);
}

static void
show_words(const char *const *words, struct buf *out)
{
	for (const char *const *word = words; word && *word; word++) {
		if (word != words)
			(void)buf_putc(out, ' ');
		quoted_put(out, str_of(*word));
	}
}

bool
conf_set_option(size_t i, const struct conf_options *from, struct conf_option *ret, struct buf *value)
{
	const char *const *words;
	const char *text;
	int64_t n;

	if (i < OPTIONS) {
		memcpy(&n, (const char *)from + options[i].offset, sizeof n);
		show_value(i, n, value);
		*ret = (struct conf_option){ options[i].name, options[i].words, str_has_word(str_of(late), options[i].name), false,
			options[i].min, options[i].max };
		return true;
	}
	i -= OPTIONS;
	if (i < PROGRAMS) {
		memcpy(&words, (const char *)from + programs[i].offset, sizeof words);
		show_words(words, value);
		*ret = (struct conf_option){ programs[i].name, NULL, programs[i].is_late, true, 0, 0 };
		return true;
	}
	i -= PROGRAMS;
	if (i < TEXTS) {
		memcpy(&text, (const char *)from + texts[i].offset, sizeof text);
		(void)buf_puts(value, text ? text : "");
		*ret = (struct conf_option){ texts[i].name, NULL, true, false, 0, 0 };
		return true;
	}
	*ret = (struct conf_option){ i == TEXTS ? HEADER : ROW_FORMAT, NULL, i == TEXTS, false, 0, 0 };
	return i < TEXTS + 2;
}

bool
conf_set_drop_programs(struct conf_options *ret)
{
	const char *const *none = NULL, *const *words;
	bool has_any = false;

	for (size_t i = 0; i < PROGRAMS; i++) {
		memcpy(&words, (const char *)ret + programs[i].offset, sizeof words);
		has_any |= words != NULL;
		memcpy((char *)ret + programs[i].offset, &none, sizeof none);
	}
	return has_any;
}
