#include "html/outline_never.h"

#include "html/outline_sign.h"
#include "html/outline_words.h"
#include "text/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct str captions[] = {
	STR_INIT("사진"), STR_INIT("출처"), STR_INIT("자료"), STR_INIT("그림"), STR_INIT("표"), STR_INIT("이미지"), STR_INIT("source"),
	STR_INIT("figure"), STR_INIT("fig"), STR_INIT("▲"),
};

bool
outline_never_placeholder(struct str text)
{
	static const char *const placeholders[] = {
		"::: TOC :::", "[TOC]", "[[TOC]]", "{:toc}", "* TOC", "${toc}", "[[_TOC_]]",
	};

	for (size_t i = 0; text.n && strchr(":[{*$", *text.p) && i < COUNT(placeholders); i++)
		if (str_is_icase(text, placeholders[i]))
			return true;
	return false;
}

bool
outline_never_label(struct str text)
{
	static const char *const labels[] = { "Note", "Tip", "Important", "Warning", "Caution", "Info", "Danger" };

	for (size_t i = 0; i < COUNT(labels); i++)
		if (str_is(text, labels[i]))
			return true;
	return false;
}

bool
outline_never_title(struct str text)
{
	struct str rest = text;

	if (str_starts(text, "▲") || str_starts(text, "△") || str_starts(text, "http://") || str_starts(text, "https://"))
		return true;
	while (rest.n) {
		int32_t cp = utf8_next(&rest);

		if (outline_sign_is_letter(cp) || (cp >= '0' && cp <= '9'))
			return false;
	}
	return true;
}

static bool
has_letter(struct str text)
{
	while (text.n)
		if (outline_sign_is_letter(utf8_next(&text)))
			return true;
	return false;
}

/* "[사진 = …", "출처: …". */
static bool
is_caption(struct str text)
{
	if (text.n && strchr("[(<", text.p[0]))
		text = str_trim(str_sub(text, 1, text.n));
	if (!outline_words_starts(text, captions, COUNT(captions)))
		return false;
	for (size_t i = 0; i < COUNT(captions); i++) {
		struct str rest;

		if (!str_starts_icase(text, captions[i].p))
			continue;
		rest = str_trim(str_sub(text, captions[i].n, text.n));
		return rest.n && strchr("=:.])0123456789", rest.p[0]);
	}
	return false;
}

/* "#하나 #둘". */
static bool
is_hash_tags(struct str text)
{
	struct str word;

	if (text.n && *text.p != '#')
		return false;
	while ((word = str_word(&text)).n)
		if (word.n < 2 || word.p[0] != '#')
			return false;
	return true;
}

/* "26,400원". */
static bool
is_price(struct str text)
{
	if (!str_ends(text, "원"))
		return false;
	text = str_sub(text, 0, text.n - strlen("원"));
	for (size_t i = 0; i < text.n; i++)
		if (!str_is_digit(text.p[i]) && !strchr(", ~", text.p[i]))
			return false;
	return true;
}

/* "A. …", the answer to "Q. …". */
static bool
is_answer(struct str text)
{
	if (!str_starts(text, "A"))
		return false;
	text = str_trim(str_sub(text, 1, text.n));
	while (text.n && str_is_digit(text.p[0]))
		text = str_sub(text, 1, text.n);
	return text.n > 1 && (text.p[0] == '.' || text.p[0] == ')') && text.p[1] == ' ';
}

static bool
has_address(struct str text)
{
	struct str marks = str_lit("://");
	size_t at;

	for (; (at = str_find(text, marks)) < text.n; text = str_sub(text, at + marks.n, text.n))
		if (str_ends(str_sub(text, 0, at), "http") || str_ends(str_sub(text, 0, at), "https"))
			return true;
	return false;
}

bool
outline_never_heading(struct str text)
{
	static const struct str starts[] = {
		STR_INIT("▲"), STR_INIT("△"), STR_INIT("안녕하세요"), STR_INIT("여러분"), STR_INIT("감사합니다"), STR_INIT("by "),
		STR_INIT("www."),
	};
	static const struct str ends[] = { STR_INIT(","), STR_INIT("，"), STR_INIT("→"), STR_INIT("👇"), STR_INIT("▼"), STR_INIT("👉") };

	if (outline_words_starts(text, starts, COUNT(starts)) || outline_words_ends(text, ends, COUNT(ends)) || has_address(text))
		return true;
	return !has_letter(text) || is_caption(text) || is_hash_tags(text) || is_answer(text) || is_price(text);
}
