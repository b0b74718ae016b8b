#include "html/outline_sign.h"

#include "html/outline_words.h"
#include "text/measure.h"
#include "text/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct str bullets[] = {
	STR_INIT("•"), STR_INIT("·"), STR_INIT("∙"), STR_INIT("‣"), STR_INIT("⁃"), STR_INIT("*"), STR_INIT("-"), STR_INIT("–"),
	STR_INIT("—"), STR_INIT("ㆍ"), STR_INIT("◦"), STR_INIT("▪"), STR_INIT("※"), STR_INIT("→"), STR_INIT("└"), STR_INIT("ㄴ"),
};

enum {
	SYMBOL_LAST = 0x27a1, /* all others stand before it */
	SYLLABLE_FIRST = 0xea, SYLLABLE_LAST = 0xed, /* bytes that Hangul begins with */
};

static const struct str symbols = STR_INIT("■□◆◇●○◎▶▷►☞★☆♣♠♥◈▣❖✔✅☑➤➡➊");

static const struct {
	const char *open, *close;
} brackets[] = {
	{ "[", "]" }, { "【", "】" }, { "<", ">" }, { "〈", "〉" }, { "《", "》" }, { "「", "」" }, { "『", "』" },
};

bool
outline_sign_is_emoji(int32_t cp)
{
	if (cp >= 0x2776 && cp <= 0x2793) /* numbers in circles */
		return false;
	return (cp >= 0x2600 && cp <= 0x27bf) || (cp >= 0x2b00 && cp <= 0x2bff) || (cp >= 0x2300 && cp <= 0x23ff) ||
	    cp == 0x203c || cp == 0x2049 || (cp >= 0x25aa && cp <= 0x25fe) || (cp >= 0x1f000 && cp <= 0x1faff);
}

bool
outline_sign_is_letter(int32_t cp)
{
	if (cp < 0x80)
		return cp >= 0 && str_is_alpha((char)cp);
	return (cp >= 0xc0 && cp <= 0x52f) || (cp >= 0x1100 && cp <= 0x11ff) || (cp >= 0x3041 && cp <= 0x318e) ||
	    (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xac00 && cp <= 0xd7a3) || (cp >= 0xf900 && cp <= 0xfaff);
}

int
outline_sign_cells(struct str text)
{
	return (int)measure_text(text).cells;
}

size_t
outline_sign_key(char *key, size_t size, struct str text)
{
	size_t n = 0;

	while (text.n) {
		const char *from = text.p;
		int32_t cp = utf8_next(&text);
		size_t len = (size_t)(text.p - from);

		if (cp >= 0xac00 && cp <= 0xd7a3 && len <= size - n) { /* most of them */
			memcpy(key + n, from, 3);
			n += 3;
			continue;
		}
		if (cp < 0x80 ? !str_is_alpha((char)cp) && !str_is_digit((char)cp) : !outline_sign_is_letter(cp))
			continue;
		if (len > size - n)
			return size + 1;
		for (size_t i = 0; i < len; i++)
			key[n++] = str_lower(from[i]);
	}
	return n;
}

/* Most lines begin with a syllable, and no bullet with the first byte of one. */
bool
outline_sign_is_bullet(struct str text)
{
	unsigned char first = text.n ? (unsigned char)*text.p : 0;

	return (first < SYLLABLE_FIRST || first > SYLLABLE_LAST) && outline_words_starts(text, bullets, COUNT(bullets));
}

int32_t
outline_sign_symbol(struct str text)
{
	struct str rest = text;
	int32_t cp = utf8_next(&rest);

	if (cp < 0x80 || cp > SYMBOL_LAST || str_find(symbols, str_sub(text, 0, text.n - rest.n)) == symbols.n)
		return 0;
	return str_trim(rest).n ? cp : 0;
}

int32_t
outline_sign_bracket(struct str text)
{
	static const struct str tails[] = { STR_INIT(":"), STR_INIT(" ") };

	text = outline_words_trim(text, tails, COUNT(tails));
	for (size_t i = 0; i < COUNT(brackets); i++) {
		struct str inside = str_sub(text, strlen(brackets[i].open), text.n);
		struct str start = text;
		int cells;

		if (!str_starts(text, brackets[i].open) || !str_ends(text, brackets[i].close))
			continue;
		inside.n -= strlen(brackets[i].close);
		cells = outline_sign_cells(inside);
		if (cells < 2 || cells > 80 || str_has(inside, brackets[i].open) || str_has(inside, brackets[i].close))
			return 0;
		return utf8_next(&start);
	}
	return 0;
}

bool
outline_sign_is_quotation(struct str text)
{
	static const struct str opens[] = { STR_INIT("\""), STR_INIT("“"), STR_INIT("‘"), STR_INIT("'") };
	static const struct str closes[] = { STR_INIT("\""), STR_INIT("”"), STR_INIT("’"), STR_INIT("'") };
	static const struct str examples[] = { STR_INIT("예)"), STR_INIT("ex)"), STR_INIT("ex ") };

	return outline_words_starts(text, examples, COUNT(examples)) ||
	    (outline_words_starts(text, opens, COUNT(opens)) && outline_words_ends(text, closes, COUNT(closes)));
}

bool
outline_sign_has_hangul(struct str text)
{
	while (text.n) {
		int32_t cp = utf8_next(&text);

		if (cp >= 0xac00 && cp <= 0xd7a3)
			return true;
	}
	return false;
}

bool
outline_sign_is_statement(struct str text)
{
	if (outline_sign_has_hangul(text))
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] && strchr("{};=", text.p[i]))
			return true;
	return str_has(text, "->");
}

bool
outline_sign_is_identifier(struct str text)
{
	bool has_joint = false;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i], next = i + 1 < text.n ? text.p[i + 1] : ' ';

		if (!str_is_alpha(c) && !str_is_digit(c) && !(c && strchr("._-", c)))
			return false;
		has_joint |= (c >= 'a' && c <= 'z' && next >= 'A' && next <= 'Z') || (c && strchr("._-", c));
	}
	return has_joint;
}

bool
outline_sign_is_file(struct str text)
{
	size_t dot = text.n;

	for (size_t i = 0; i < text.n; i++) {
		if (!str_is_alpha(text.p[i]) && !str_is_digit(text.p[i]) && !(text.p[i] && strchr("._-/", text.p[i])))
			return false;
		if (text.p[i] == '.')
			dot = i;
	}
	return dot < text.n && text.n - dot > 1 && text.n - dot <= 6 && !str_is_digit(text.p[dot + 1]);
}

bool
outline_sign_is_pair(struct str text)
{
	return str_has(text, ": ") || str_has(text, " = ") || str_has(text, " :");
}
