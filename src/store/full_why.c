#include "store/full_why.h"

#include "base/clock.h"
#include "base/num.h"
#include "base/tr.h"
#include "text/date.h"
#include "text/http_problem.h"

static const char *const pages[] = {
	[PAGE_ARTICLE] = "no-article", [PAGE_NONE] = "no-article", [PAGE_LOGIN] = "login", [PAGE_CONSENT] = "consent",
	[PAGE_CHALLENGE] = "challenge", [PAGE_GONE] = "gone", [PAGE_GO] = "leads-on",
};

/* Codes that are about nothing else. */
static const struct {
	const char *code, *text;
} plain[] = {
	{ "no-link", N_("its feed names no page for it") },
	{ "refused", N_("it leads to where sosik does not go") },
	{ "limit", N_("it is larger or slower than sosik takes") },
	{ "broken", N_("it could not be read") },
	{ "members", N_("the rest of it is for members") },
	{ "other", N_("the page holds another text than this post; open it in a browser") },
	{ "shorter", N_("the page has less text than the feed, which is still shown") },
};

/* Codes with what they are about. */
static const struct {
	const char *code, *format;
} about[] = {
	{ "internal", N_("%.*s is an internal address; only a feed of that address may lead there") },
	{ "leads-on", N_("this page only leads to another one: %.*s") },
	{ "long", N_("it is longer than %.*s MB, or than can be read") },
	{ "pages", N_("it has more than %.*s pages") },
	{ "unreached", N_("no connection to %.*s") },
	{ "unsafe", N_("no connection to %.*s that can be trusted") },
};

/* Kinds of files behind "no-page". */
static const struct {
	const char *kind, *text;
} files[] = {
	{ "download", N_("its link leads to a file to download, not to a page") },
	{ "pdf", N_("its link leads to a PDF file, not to a page") },
	{ "picture", N_("its link leads to a picture, not to a page") },
	{ "video", N_("its link leads to a video, not to a page") },
	{ "sound", N_("its link leads to a sound file, not to a page") },
	{ "feed", N_("its link leads to a feed, not to a page") },
	{ "file", N_("its link leads to another kind of file, not to a page") },
};

const char *
full_why_page(enum page_kind kind)
{
	return pages[kind];
}

/* What a code without anything behind it says, NULL when it is none. */
static const char *
find_plain(struct str code)
{
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (str_is(code, plain[i].code))
			return tr(plain[i].text);
	for (enum page_kind kind = PAGE_NONE; kind < PAGE_GO; kind++)
		if (str_is(code, pages[kind]))
			return page_kind_text(kind);
	return NULL;
}

static const char *
find_file(struct str kind)
{
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (str_is(kind, files[i].kind))
			return tr(files[i].text);
	return NULL;
}

static const char *
find_about(struct str code)
{
	for (size_t i = 0; i < sizeof about / sizeof *about; i++)
		if (str_is(code, about[i].code))
			return tr(about[i].format);
	return NULL;
}

static void
add_left_alone(struct buf *out, struct str host, int64_t until)
{
	struct buf when = { 0 };

	if (until == CLOCK_NONE || until <= clock_now()) {
		(void)buf_printf(out, tr("%.*s wanted to be left alone"), STR(host));
		return;
	}
	date_list_clock(&when, until, clock_now());
	(void)buf_printf(out, tr("%.*s wants to be left alone until %s"), STR(host), buf_cstr(&when));
	buf_free(&when);
}

/* One code; false for what is none. */
static bool
add_one(struct buf *out, struct str why, int64_t until)
{
	struct str code, detail;
	const char *text, *format;
	int64_t status;

	str_cut(why, ' ', &code, &detail);
	text = detail.n ? str_is(code, "no-page") ? find_file(detail) : NULL : find_plain(code);
	format = detail.n ? find_about(code) : NULL;
	if (text)
		(void)buf_puts(out, text);
	else if (format)
		(void)buf_printf(out, format, STR(detail));
	else if (str_is(code, "status") && num_parse(detail, 100, 999, &status))
		(void)buf_printf(out, "%d: %s", (int)status, http_problem_text((int)status));
	else if (str_is(code, "left-alone") && detail.n)
		add_left_alone(out, detail, until);
	else
		return false;
	return true;
}

void
full_why_text(struct buf *out, struct str why, int64_t until)
{
	struct str code, rest, number;
	struct buf cause = { 0 };
	int64_t n;

	str_cut(why, ' ', &code, &rest);
	str_cut(rest, ' ', &number, &rest);
	if (str_is(code, "part") && num_parse(number, 1, 1000, &n) && add_one(&cause, rest, until))
		(void)buf_printf(out, tr_n("only %zu page of it came: %s", "only %zu pages of it came: %s", (unsigned long)n), (size_t)n,
			buf_cstr(&cause));
	else if (!add_one(out, why, until))
		(void)buf_add(out, why);
	buf_free(&cause);
}
