#include "text/find_term.h"

#include <unictype.h>

#include "text/hangul.h"
#include "text/nfc.h"
#include "text/utf8.h"

enum letter {
	LETTER_NONE,
	LETTER_SYLLABLE, /* a character of Korean, Chinese or Japanese: the index knows them by pairs */
	LETTER_INITIAL,  /* the same, a consonant that can begin a syllable */
	LETTER_JAMO,     /* the same, any other single letter of Hangul */
	LETTER_LATIN,    /* of a word that the index knows whole, of any other script, or a digit */
	LETTER_MARK,     /* the + and # of C++ and C# */
};

/* What a text is made of. */
struct look {
	size_t end;                 /* where its last token ends, bytes; 0 without any */
	enum letter last;
	size_t n_last;              /* characters in its last run of pairs */
	bool has_syllable, has_initial, has_jamo, has_cluster;
};

static enum letter
jamo_kind(int32_t cp)
{
	return hangul_initial(cp) ? LETTER_INITIAL : LETTER_JAMO;
}

static enum letter
letter_kind(int32_t cp)
{
	if ((cp >= 0x3131 && cp <= 0x318e) || (cp >= 0x1100 && cp <= 0x11ff))
		return jamo_kind(cp);
	if ((cp >= 0xac00 && cp <= 0xd7a3) || (cp >= 0x3041 && cp <= 0x30ff) || (cp >= 0x3400 && cp <= 0x9fff) ||
	    (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0x20000 && cp <= 0x3ffff) || cp == 0x3005)
		return LETTER_SYLLABLE;
	if (cp == '_' || uc_is_general_category_withtable((ucs4_t)cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N))
		return LETTER_LATIN;
	return LETTER_NONE;
}

static bool
is_paired(enum letter letter)
{
	return letter >= LETTER_SYLLABLE && letter <= LETTER_JAMO;
}

/* ㄳ and the like, which an input method makes of two initials. */
static bool
is_cluster(int32_t cp)
{
	char keys[8];

	return cp >= 0x3131 && cp <= 0x314e && hangul_keys(cp, keys) == 2;
}

static void
look_at_letter(struct look *look, int32_t cp, enum letter letter, bool is_joined)
{
	look->n_last = !is_paired(letter) ? 0 : is_joined && is_paired(look->last) ? look->n_last + 1 : 1;
	look->last = letter;
	look->has_syllable |= letter == LETTER_SYLLABLE;
	look->has_cluster |= is_cluster(cp);
	look->has_initial |= letter == LETTER_INITIAL || is_cluster(cp);
	look->has_jamo |= letter == LETTER_JAMO && !is_cluster(cp);
}

static struct look
look_at(struct str text)
{
	struct look look = { 0 };
	struct str rest = text;
	bool is_joined = true; /* only blanks stand between this and the token before */
	bool is_near = false;  /* nothing does */

	while (rest.n) {
		int32_t cp = utf8_next(&rest);
		enum letter letter = letter_kind(cp);

		if ((cp == '+' || cp == '#') && is_near && (look.last == LETTER_LATIN || look.last == LETTER_MARK))
			letter = LETTER_MARK;
		is_near = letter != LETTER_NONE;
		if (!is_near) {
			is_joined &= cp == ' ';
			continue;
		}
		look_at_letter(&look, cp, letter, is_joined);
		look.end = text.n - rest.n;
		is_joined = true;
	}
	return look;
}

/* One form for what is the same: NFC, no full-width or half-width forms, no control and no quote. */
static struct str
settled(struct arena *a, struct str text)
{
	struct buf composed = { 0 }, out = { 0 };
	struct str rest, made;

	nfc_add(&composed, text);
	rest = buf_str(&composed);
	while (rest.n) {
		int32_t cp = utf8_next(&rest);

		if (cp >= 0xff01 && cp <= 0xff5e)
			cp -= 0xfee0;
		else if (cp >= 0xffa1 && cp <= 0xffbe && hangul_initial(cp))
			cp = hangul_initial(cp);
		else if (cp == 0x3000 || cp == 0xa0 || cp == '\t')
			cp = ' ';
		utf8_add(&out, cp < ' ' || cp == '"' || cp == 0x7f ? '.' : cp);
	}
	made = arena_dup(a, buf_str(&out));
	buf_free(&out);
	buf_free(&composed);
	return made;
}

/* The pairs of one character alone begin with it; a Latin word is looked for while it is being typed. */
static const char *
ending(const struct look *look, enum find_term_kind kind)
{
	if (look->last == LETTER_LATIN)
		return kind == FIND_TERM_WORD ? "*" : "";
	return look->n_last == 1 ? "*" : "";
}

static void
add_string(struct buf *out, struct str text, enum find_term_kind kind)
{
	struct look look = look_at(text);

	(void)buf_printf(out, "\"%.*s\"%s", STR(str_sub(text, 0, look.end)), ending(&look, kind));
}

/* Consonants alone stand in the column of initials and, as they are, in texts: all columns are asked. */
static void
add_initials(struct buf *out, struct str text, enum find_term_kind kind)
{
	struct buf apart = { 0 };

	hangul_initials(&apart, text);
	(void)buf_puts(out, "(");
	add_string(out, buf_str(&apart), kind);
	(void)buf_puts(out, " OR ");
	add_string(out, text, kind);
	(void)buf_puts(out, ")");
	buf_free(&apart);
}

static void
add_typed(struct buf *out, struct str text)
{
	struct buf apart = { 0 };

	hangul_initials(&apart, text);
	(void)buf_puts(out, "(initials : ");
	add_string(out, buf_str(&apart), FIND_TERM_WORD);
	(void)buf_puts(out, ")");
	buf_free(&apart);
}

bool
find_term_make(struct arena *a, struct str text, enum find_term_kind kind, struct find_term *ret)
{
	struct buf expr = { 0 };
	struct look look;
	bool is_typed;

	text = settled(a, text);
	look = look_at(text);
	if (!look.end)
		return false;
	text = str_sub(text, 0, look.end);
	is_typed = look.has_initial && look.has_syllable && !look.has_jamo && kind == FIND_TERM_WORD;
	if (is_typed)
		add_typed(&expr, text);
	else if (look.has_cluster && !look.has_syllable && !look.has_jamo)
		add_initials(&expr, text, kind);
	else
		add_string(&expr, text, kind);
	*ret = (struct find_term){ .expr = arena_dup(a, buf_str(&expr)), .check = is_typed ? text : STR_NONE };
	buf_free(&expr);
	return true;
}
