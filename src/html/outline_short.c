#include "html/outline_short.h"

#include "html/outline_sign.h"
#include "html/outline_words.h"
#include "text/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/*
 * Signs and their weights, log odds in hundredths: fitted by logistic
 * regression on 160 Korean posts of 21 sources whose headings were taken off.
 */
#define SIGNS(X) \
	/* its words */ \
	X(CELLS_6, 69) X(CELLS_12, 95) X(CELLS_24, 28) X(CELLS_40, 19) X(CELLS_64, -48) X(CELLS_90, -163) X(MANY_WORDS, -90) \
	X(ASKS, -62) X(TRAILS, -54) X(COLON, -180) X(FULL_STOP, -235) X(SENTENCE, -107) X(UNFINISHED, -145) X(PARTICLE, -57) \
	X(NOMINAL, 116) X(LAUGHS, -129) X(CONNECTS, -124) X(POINTS, -89) X(COMMA, -84) X(QUOTES, -155) X(QUOTATION, -95) X(PAREN, 62) \
	X(LATIN, 2) X(IDENTIFIER, -85) X(PAIR, -63) X(DIGIT, -156) \
	/* above it */ \
	X(FIRST, 150) X(RULE, 77) X(AFTER_CODE, 73) X(AFTER_IMAGE, -37) X(AFTER_BULLET, 79) X(AFTER_SHORT, -111) X(AFTER_LONG, 76) \
	X(AFTER_HEAD, -72) \
	/* below it */ \
	X(ABOVE_TEXT, 38) X(ABOVE_LONG, 133) X(ABOVE_CODE, -48) X(ABOVE_HEAD, -40) X(ABOVE_PAIR, 38) X(FAR, 73) X(NEAR, -57) \
	/* the article */ \
	X(FEW, -38) X(MANY, 33) X(BRIEF, -70) X(WORDY, 28) X(AGAIN, -27) X(IN_ROW, -201)

enum sign {
#define SIGN(name, weight) name,
	SIGNS(SIGN)
#undef SIGN
	SIGN_COUNT,
};
_Static_assert(SIGN_COUNT <= 64, "signs are bits");

static const short weights[] = {
#define SIGN(name, weight) [name] = weight,
	SIGNS(SIGN)
#undef SIGN
};

enum {
	BIAS = 26,
	/* Half-width cells. */
	MIN_CELLS = 2, MAX_CELLS = 90,
	SHORT_CELLS = 64,
	TEXT_CELLS = 50, LONG_CELLS = 110, /* a paragraph */
	FAR_CELLS = 250, NEAR_CELLS = 70,  /* to the next short line */
	BRIEF_CELLS = 60, WORDY_CELLS = 130,
	MANY_WORDS_MIN = 7,
	FEW_PERCENT = 12, MANY_PERCENT = 35,
	ROW_MIN = 3,    /* short lines next to it */
	LOOK = 24,      /* lines looked at on each side, */
	LOOK_SAME = 100, /* for the same text: keeps hostile posts cheap */
};

static uint64_t
bit_if(bool is_so, enum sign sign)
{
	return is_so ? (uint64_t)1 << sign : 0;
}

static bool
is_short_line(const struct outline_line *line)
{
	return line->is_para && line->cells <= SHORT_CELLS && !line->is_sentence;
}

bool
outline_short_may(const struct outline_text *text, size_t i)
{
	const struct outline_line *line = &text->lines[i];

	if (i + 1 == text->n || (line[1].is_object && outline_sign_is_file(line->text)))
		return false;
	return line->is_para && line->sort == OUTLINE_NONE && !line->is_quote && !line->is_bullet && !line->symbol &&
	    line->mark.class == OUTLINE_MARK_NONE && !line->is_never && !line->is_link && line->cells >= MIN_CELLS &&
	    line->cells <= MAX_CELLS && !outline_sign_is_statement(line->text);
}

void
outline_short_shape(const struct outline_text *text, struct outline_shape *ret)
{
	size_t paras = 0, shorts = 0;
	long cells = 0;

	*ret = (struct outline_shape){ 0 };
	for (size_t i = 0; i < text->n; i++) {
		const struct outline_line *line = &text->lines[i];

		if (!line->is_para)
			continue;
		paras++;
		if (outline_short_may(text, i) && is_short_line(line))
			shorts++;
		else
			cells += line->cells;
	}
	if (paras)
		ret->share = (int)(shorts * 100 / paras);
	if (paras > shorts)
		ret->average = (int)(cells / (long)(paras - shorts));
}

/* ---- its words */

static uint64_t
width_of(const struct outline_line *line)
{
	static const int steps[] = { 6, 12, 24, 40, 64 };
	struct str rest = line->text;
	size_t k = 0, words = 0;

	while (k < COUNT(steps) && line->cells > steps[k])
		k++;
	while (str_word(&rest).n)
		words++;
	return bit_if(true, CELLS_6 + k) | bit_if(words >= MANY_WORDS_MIN, MANY_WORDS);
}

/* What it ends with. */
static uint64_t
end_of(const struct outline_line *line)
{
	static const struct str nominals[] = {
		STR_INIT("기"), STR_INIT("란"), STR_INIT("란?"), STR_INIT("것"), STR_INIT("법"), STR_INIT("점"), STR_INIT("때"),
		STR_INIT("이유"), STR_INIT("문제"), STR_INIT("차이"),
	};
	static const struct str laughs[] = {
		STR_INIT("ㅋ"), STR_INIT("ㅎ"), STR_INIT("ㅠ"), STR_INIT("ㅜ"), STR_INIT("^^"), STR_INIT("^^;"), STR_INIT(";;"),
		STR_INIT("~"),
	};
	struct str t = line->text;
	bool has_colon = str_ends(t, ":") || str_ends(t, "："), trails = str_ends(t, "…") || str_ends(t, "..");

	return bit_if(str_ends(t, "?"), ASKS) | bit_if(trails, TRAILS) | bit_if(has_colon, COLON) |
	    bit_if(str_ends(t, ".") && !trails, FULL_STOP) | bit_if(line->is_sentence, SENTENCE) |
	    bit_if(!line->is_sentence && !has_colon && outline_words_is_unfinished(t), UNFINISHED) |
	    bit_if(outline_words_has_particle(t), PARTICLE) | bit_if(outline_words_ends(t, nominals, COUNT(nominals)), NOMINAL) |
	    bit_if(outline_words_ends(t, laughs, COUNT(laughs)), LAUGHS) | bit_if(str_ends(t, ")"), PAREN);
}

/* What it begins with: words that go on with what was said, or point at it. */
static uint64_t
start_of(const struct outline_line *line)
{
	static const struct str connectives[] = {
		STR_INIT("하지만"), STR_INIT("그리고"), STR_INIT("그런데"), STR_INIT("그래서"), STR_INIT("그러나"), STR_INIT("그러"),
		STR_INIT("그럼"), STR_INIT("그렇"), STR_INIT("그래"), STR_INIT("그런"), STR_INIT("근데"), STR_INIT("따라서"),
		STR_INIT("또한"), STR_INIT("또 "), STR_INIT("즉"), STR_INIT("만약"), STR_INIT("이제"), STR_INIT("먼저"),
		STR_INIT("우선"), STR_INIT("다음"), STR_INIT("이렇게"), STR_INIT("이처럼"), STR_INIT("이와"), STR_INIT("이때"),
		STR_INIT("아래"), STR_INIT("위의"), STR_INIT("위와"), STR_INIT("위에"), STR_INIT("예를"), STR_INIT("결국"),
		STR_INIT("물론"), STR_INIT("사실"), STR_INIT("왜냐"), STR_INIT("때문"), STR_INIT("참고로"), STR_INIT("단,"),
		STR_INIT("자,"), STR_INIT("자~"), STR_INIT("뭐 "), STR_INIT("암튼"), STR_INIT("아무튼"), STR_INIT("어쨌든"),
		STR_INIT("혹시"), STR_INIT("한편"), STR_INIT("반면"), STR_INIT("특히"), STR_INIT("나는"), STR_INIT("저는"),
		STR_INIT("내가"), STR_INIT("제가"),
	};
	static const struct str pointers[] = {
		STR_INIT("이 "), STR_INIT("이건"), STR_INIT("이것"), STR_INIT("이런"), STR_INIT("그 "), STR_INIT("그건"),
		STR_INIT("그것"), STR_INIT("저 "), STR_INIT("여기"), STR_INIT("거기"), STR_INIT("이번"), STR_INIT("해당"),
	};

	return bit_if(outline_words_starts(line->text, connectives, COUNT(connectives)), CONNECTS) |
	    bit_if(outline_words_starts(line->text, pointers, COUNT(pointers)), POINTS) |
	    bit_if(str_is_digit(line->text.p[0]), DIGIT);
}

static uint64_t
signs_in(const struct outline_line *line)
{
	struct str t = line->text;
	bool has_quotes = str_has(t, "\"") || str_has(t, "“") || str_has(t, "'") || str_has(t, "‘");

	return bit_if(str_has(t, ","), COMMA) | bit_if(has_quotes, QUOTES) | bit_if(outline_sign_is_quotation(t), QUOTATION) |
	    bit_if(!outline_sign_has_hangul(t), LATIN) | bit_if(outline_sign_is_identifier(t), IDENTIFIER) |
	    bit_if(outline_sign_is_pair(t), PAIR);
}

/* ---- around it */

static uint64_t
above_of(const struct outline_text *text, size_t i)
{
	const struct outline_line *line = &text->lines[i], *prev = line - 1;
	uint64_t ret = bit_if(line->has_rule, RULE);

	if (!i)
		return ret | bit_if(true, FIRST);
	if (prev->sort != OUTLINE_NONE)
		return ret | bit_if(true, AFTER_HEAD);
	if (prev->is_object)
		return ret | bit_if(true, prev->is_image ? AFTER_IMAGE : AFTER_CODE);
	if (prev->is_bullet)
		return ret | bit_if(true, AFTER_BULLET);
	return ret | bit_if(is_short_line(prev), AFTER_SHORT) | bit_if(prev->cells >= LONG_CELLS, AFTER_LONG);
}

/* How much text there is below it before the next short line. */
static uint64_t
distance_of(const struct outline_text *text, size_t i)
{
	long cells = 0;

	for (size_t k = i + 1; k < text->n && k < i + LOOK && cells < FAR_CELLS; k++) {
		if (is_short_line(&text->lines[k]) && outline_short_may(text, k))
			break;
		cells += text->lines[k].is_object ? TEXT_CELLS : text->lines[k].cells;
	}
	return bit_if(cells >= FAR_CELLS, FAR) | bit_if(cells < NEAR_CELLS, NEAR);
}

static uint64_t
below_of(const struct outline_text *text, size_t i)
{
	const struct outline_line *next = &text->lines[i + 1];

	if (next->sort != OUTLINE_NONE)
		return bit_if(true, ABOVE_HEAD);
	if (next->is_object)
		return bit_if(!next->is_image, ABOVE_CODE);
	if (next->is_bullet)
		return 0;
	if (is_short_line(next))
		return bit_if(i + 2 < text->n && next[1].is_para && next[1].cells >= LONG_CELLS, ABOVE_PAIR);
	return bit_if(next->cells >= TEXT_CELLS && next->cells < LONG_CELLS, ABOVE_TEXT) | bit_if(next->cells >= LONG_CELLS, ABOVE_LONG);
}

/* A row of short lines is verse, a list, the cells of a table. */
static uint64_t
row_of(const struct outline_text *text, size_t i)
{
	size_t n = 0;

	for (size_t k = i; k-- > 0 && n < ROW_MIN && is_short_line(&text->lines[k]);)
		n++;
	for (size_t k = i + 1; k < text->n && n < ROW_MIN && is_short_line(&text->lines[k]); k++)
		n++;
	return bit_if(n >= ROW_MIN, IN_ROW);
}

static uint64_t
article_of(const struct outline_text *text, size_t i, const struct outline_shape *shape)
{
	bool is_again = false;

	for (size_t k = i > LOOK_SAME ? i - LOOK_SAME : 0; k < text->n && k < i + LOOK_SAME; k++)
		is_again |= k != i && str_eq(text->lines[k].text, text->lines[i].text);
	return bit_if(shape->share <= FEW_PERCENT, FEW) | bit_if(shape->share >= MANY_PERCENT, MANY) |
	    bit_if(shape->average <= BRIEF_CELLS, BRIEF) | bit_if(shape->average >= WORDY_CELLS, WORDY) | bit_if(is_again, AGAIN);
}

int
outline_short_score(const struct outline_text *text, size_t i, const struct outline_shape *shape)
{
	const struct outline_line *line = &text->lines[i];
	uint64_t signs = width_of(line) | end_of(line) | start_of(line) | signs_in(line) | above_of(text, i) | below_of(text, i) |
	    distance_of(text, i) | row_of(text, i) | article_of(text, i, shape);
	int score = BIAS;

	for (size_t k = 0; k < SIGN_COUNT; k++)
		if (signs >> k & 1)
			score += weights[k];
	return score;
}
