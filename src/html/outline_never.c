#include "html/outline_never.h"

#include "html/outline_sign.h"
#include "html/outline_words.h"
#include "text/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const captions[] = {
	"사진", "출처", "자료", "그림", "표", "이미지", "source", "figure", "fig", "▲",
};

bool
outline_never_placeholder(struct str text)
{
	static const char *const placeholders[] = {
		"::: TOC :::", "[TOC]", "[[TOC]]", "{:toc}", "* TOC", "${toc}", "[[_TOC_]]",
	};

	for (size_t i = 0; i < COUNT(placeholders); i++)
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
	for (size_t i = 0; i < COUNT(captions); i++) {
		struct str rest;

		if (!str_starts_icase(text, captions[i]))
			continue;
		rest = str_trim(str_sub(text, strlen(captions[i]), text.n));
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
	static const char *const starts[] = {
		"▲", "△", "안녕하세요", "여러분", "감사합니다", "by ", "www.",
	};
	static const char *const ends[] = { ",", "，", "→", "👇", "▼", "👉" };

	if (outline_words_starts(text, starts, COUNT(starts)) || outline_words_ends(text, ends, COUNT(ends)) || has_address(text))
		return true;
	return !has_letter(text) || is_caption(text) || is_hash_tags(text) || is_answer(text) || is_price(text);
}
