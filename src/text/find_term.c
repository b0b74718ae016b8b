#include "text/find_term.h"

#include "text/find_hanja.h"
#include "text/find_token.h"
#include "text/hangul.h"
#include "text/nfc.h"
#include "text/utf8.h"

enum {
	WIDE = 0xff01, /* full-width forms of ASCII */
	WIDE_END = 0xff5f,
	HALF = 0xffa1, /* half-width consonants */
	HALF_END = 0xffbf,
};

/* What a text is made of. */
struct look {
	size_t from, end; /* of its last token, bytes; end 0 without any */
	enum find_token_kind last;
	bool has_mark;     /* the last token is C++ or C# */
	bool has_syllable, has_initial, has_jamo, has_cluster;
};

static bool
is_jamo(int32_t cp)
{
	return (cp >= 0x3131 && cp <= 0x318e) || (cp >= 0x1100 && cp <= 0x11ff);
}

/* ㄳ and the like, which an input method makes of two initials. */
static bool
is_cluster(int32_t cp)
{
	char keys[8];

	return cp >= 0x3131 && cp <= 0x314e && hangul_keys(cp, keys) == 2;
}

static void
look_at_letters(struct look *look, struct str text)
{
	while (text.n) {
		int32_t cp = utf8_next(&text);
		bool is_joined = is_cluster(cp), is_initial = is_joined || (is_jamo(cp) && hangul_initial(cp));

		look->has_cluster |= is_joined;
		look->has_initial |= is_initial;
		look->has_jamo |= is_jamo(cp) && !is_initial;
		look->has_syllable |= !is_jamo(cp) && find_token_class(cp) == FIND_TOKEN_RUN;
	}
}

static struct look
look_at(struct str text)
{
	struct look look = { 0 };
	struct find_token_scan scan;
	struct find_token token;

	find_token_start(&scan, text, FIND_TOKEN_TEXT);
	while (find_token_next(&scan, &token)) {
		look.from = token.from;
		look.end = token.to;
		look.last = token.kind;
	}
	look.has_mark = look.end && strchr("+#", text.p[look.end - 1]);
	look_at_letters(&look, str_sub(text, 0, look.end));
	return look;
}

/* NFC, with the full-width blank and half-width letters of some input methods as they are in texts, and no control or quote. */
static struct str
settled(struct arena *a, struct str text)
{
	struct buf composed = { 0 }, out = { 0 };
	struct str rest, made;

	nfc_add(&composed, text);
	rest = buf_str(&composed);
	while (rest.n) {
		int32_t cp = utf8_next(&rest);

		if (cp >= WIDE && cp < WIDE_END)
			cp -= WIDE - '!';
		else if (cp >= HALF && cp < HALF_END && hangul_initial(cp))
			cp = hangul_initial(cp);
		else if (cp == 0x3000 || cp == '\t')
			cp = ' ';
		utf8_add(&out, cp < ' ' || cp == '"' || cp == 0x7f ? '.' : cp);
	}
	made = arena_dup(a, buf_str(&out));
	buf_free(&out);
	buf_free(&composed);
	return made;
}

/* A Latin word is looked for while it is being typed. */
static bool
is_typed(const struct look *look, enum find_term_kind kind)
{
	return look->last == FIND_TOKEN_WHOLE && kind == FIND_TERM_WORD && !look->has_mark;
}

/* [광고], C++, 1.2: something beside letters, digits and blanks. */
static bool
has_signs(struct str text)
{
	while (text.n)
		if (find_token_class(utf8_next(&text)) == FIND_TOKEN_BREAK)
			return true;
	return false;
}

/* Where a text is looked for. */
enum place { EVERYWHERE, IN_TITLES, IN_INITIALS /* and in titles */ };

/*
 * What begins with one character is much: it is looked for as a token of its own. Of a Latin letter
 * that has no place among others, as only the first word that begins with it has it.
 */
static void
add_string(struct buf *out, struct str text, enum find_term_kind kind, enum place place)
{
	const struct look look = look_at(text);
	bool is_letter = is_typed(&look, kind) && utf8_count(text) == 1;

	(void)buf_puts(out, place == IN_INITIALS ? "{title initials} : " : "");
	if (place == IN_TITLES)
		(void)buf_printf(out, "\"" FIND_TOKEN_IN_TITLE "%.*s\"%s", STR(text), is_typed(&look, kind) ? "*" : "");
	else if (look.last == FIND_TOKEN_ONE || is_letter)
		(void)buf_printf(out, "\"%.*s" FIND_TOKEN_FIRST "%.*s\"", STR(str_sub(text, 0, look.from)),
		    STR(str_sub(text, look.from, text.n)));
	else
		(void)buf_printf(out, "\"%.*s\"%s", STR(text), is_typed(&look, kind) ? "*" : "");
}

/* What Han characters are read as: 한국 for 韓, 반도체 for 半導體. Empty when there is none, or not for all of them. */
static struct str
reading(struct arena *a, struct str text)
{
	struct buf read = { 0 };
	struct str rest = text, made;
	bool is_alone = utf8_count(text) == 1, is_read = false;

	while (rest.n) {
		struct str from = rest;
		const struct find_hanja *hanja = find_hanja(utf8_next(&rest));

		is_read |= hanja != NULL;
		if (!hanja)
			(void)buf_add_bytes(&read, from.p, from.n - rest.n);
		else
			(void)buf_puts(&read, is_alone && *hanja->word ? hanja->word : hanja->sound);
	}
	made = is_read ? arena_dup(a, buf_str(&read)) : STR_NONE;
	buf_free(&read);
	return made;
}

static struct str
initials(struct arena *a, struct str text)
{
	struct buf out = { 0 };
	struct str made;

	hangul_initials(&out, text);
	made = arena_dup(a, buf_str(&out));
	buf_free(&out);
	return made;
}

/* Consonants alone stand in the column of initials and, as they are, in texts: all columns are asked. */
static struct str
expression(struct arena *a, const struct find_term *term, enum find_term_kind kind, bool is_title)
{
	enum place place = !is_title ? EVERYWHERE : term->has_initials ? IN_INITIALS : IN_TITLES;
	struct buf out = { 0 };
	struct str made;

	if (term->check.n) {
		(void)buf_puts(&out, "(initials : ");
		add_string(&out, term->other, kind, EVERYWHERE);
		(void)buf_puts(&out, ")");
	} else if (!term->other.n || str_eq(term->text, term->other)) {
		add_string(&out, term->text, kind, place);
	} else {
		(void)buf_puts(&out, "(");
		add_string(&out, term->text, kind, place);
		(void)buf_puts(&out, " OR ");
		add_string(&out, term->other, kind, place);
		(void)buf_puts(&out, ")");
	}
	made = arena_dup(a, buf_str(&out));
	buf_free(&out);
	return made;
}

bool
find_term_make(struct arena *a, struct str text, enum find_term_kind kind, struct find_term *ret)
{
	struct look look;

	text = settled(a, text);
	look = look_at(text);
	if (!look.end)
		return false;
	*ret = (struct find_term){ .text = str_sub(text, 0, look.end) };
	ret->has_initials = look.has_initial && !look.has_jamo && !(look.has_syllable && kind == FIND_TERM_PHRASE);
	ret->has_initials |= kind == FIND_TERM_TYPED && look.has_syllable;
	ret->check = ret->has_initials && look.has_syllable ? ret->text : STR_NONE;
	ret->signs = kind == FIND_TERM_PHRASE && has_signs(text) ? text : STR_NONE;
	ret->other = ret->has_initials ? initials(a, ret->text) : reading(a, ret->text);
	ret->is_begun = look.last == FIND_TOKEN_ONE || is_typed(&look, kind);
	ret->expr = expression(a, ret, kind, false);
	ret->title = expression(a, ret, kind, true);
	return true;
}
