#include "html/outline_words.h"

#include "text/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Headings by their words alone, as keys. */
static const char *const fixed[] = {
	"들어가며", "들어가는글", "들어가는말", "들어가기", "들어가기전에", "들어가기에앞서", "시작하며", "시작하기전에",
	"시작하기에앞서", "시작하는글", "여는글", "서론", "본론", "결론", "서문", "머리말", "프롤로그", "에필로그", "개요", "배경",
	"요약", "정리", "정리하며", "한줄요약", "세줄요약", "핵심요약", "총정리", "마무리", "마무리하며", "마무리글", "마치며",
	"마치는글", "맺음말", "맺으며", "끝으로", "끝맺으며", "나가며", "나오며", "글을마치며", "글을마무리하며", "글을맺으며",
	"닫는글", "맺는말", "맺는글", "후기", "회고", "느낀점", "소감", "전망", "향후계획", "참고", "참고자료", "참고문헌",
	"참고링크", "참고사이트", "참조", "레퍼런스", "reference", "references", "관련글", "부록", "팁", "tip", "tips",
	"tldr", "faq", "qa", "자주묻는질문", "주의사항", "목차", "conclusion", "introduction", "intro", "outro", "summary",
	"abstract", "appendix", "결과", "문제", "해결", "원인", "해결방법",
};

/* Those of them that stand beside all other sections. */
static const char *const closing[] = {
	"들어가며", "들어가는글", "들어가는말", "시작하며", "서론", "머리말", "프롤로그", "마무리", "마무리하며", "마무리글",
	"결론", "마치며", "마치는글", "맺음말", "맺으며", "끝으로", "나가며", "나오며", "글을마치며", "에필로그", "tip", "tips",
	"팁", "참고", "참고자료", "참고문헌", "reference", "references",
};

static const char *const contents[] = { "목차", "차례", "tableofcontents", "contents", "toc", "index" };

/* What sentences end with when there is no full stop. */
static const char *const endings[] = {
	"니다", "어요", "아요", "해요", "예요", "에요", "네요", "세요", "데요", "군요", "지요", "죠", "했다", "된다", "한다",
	"이다", "있다", "없다", "였다", "같다", "는다",
};

static const char *const unfinished[] = { ":", "：", ";", "다", "요", "죠", "고", "면" };
static const char *const particles[] = { "으로", "에서", "에게", "을", "를", "하자", "함", "됨", "짐" };

static const char *const bullets[] = {
	"•", "·", "∙", "‣", "⁃", "*", "-", "–", "—", "ㆍ", "◦", "▪", "※", "→", "└", "ㄴ",
};

static const struct str symbols = STR_INIT("■□◆◇●○◎▶▷►☞★☆♣♠♥◈▣❖✔✅☑➤➡➊");

static const char *const captions[] = {
	"사진", "출처", "자료", "그림", "표", "이미지", "source", "figure", "fig", "▲",
};

static const struct {
	const char *open, *close;
} brackets[] = {
	{ "[", "]" }, { "【", "】" }, { "<", ">" }, { "〈", "〉" }, { "《", "》" }, { "「", "」" }, { "『", "』" },
};

enum { KEY_CELLS = 40 }; /* longer lines are no fixed words */

bool
outline_words_is_emoji(int32_t cp)
{
	if (cp >= 0x2776 && cp <= 0x2793) /* numbers in circles */
		return false;
	return (cp >= 0x2600 && cp <= 0x27bf) || (cp >= 0x2b00 && cp <= 0x2bff) || (cp >= 0x2300 && cp <= 0x23ff) ||
	    cp == 0x203c || cp == 0x2049 || (cp >= 0x25aa && cp <= 0x25fe) || (cp >= 0x1f000 && cp <= 0x1faff);
}

bool
outline_words_is_letter(int32_t cp)
{
	if (cp < 0x80)
		return cp >= 0 && str_is_alpha((char)cp);
	return (cp >= 0xc0 && cp <= 0x52f) || (cp >= 0x1100 && cp <= 0x11ff) || (cp >= 0x3041 && cp <= 0x318e) ||
	    (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xac00 && cp <= 0xd7a3) || (cp >= 0xf900 && cp <= 0xfaff);
}

static bool
is_wide(int32_t cp)
{
	return cp >= 0x1100 && (cp <= 0x115f || (cp >= 0x2e80 && cp <= 0xa4cf) || (cp >= 0xac00 && cp <= 0xd7a3) ||
	    (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0xfe30 && cp <= 0xfe6f) || (cp >= 0xff00 && cp <= 0xff60) ||
	    (cp >= 0x1f300 && cp <= 0x3fffd));
}

int
outline_words_cells(struct str text)
{
	int cells = 0;

	while (text.n)
		cells += is_wide(utf8_next(&text)) ? 2 : 1;
	return cells;
}

void
outline_words_key(struct buf *out, struct str text)
{
	while (text.n) {
		int32_t cp = utf8_next(&text);

		if (cp < 0x80 && (str_is_alpha((char)cp) || str_is_digit((char)cp)))
			buf_putc(out, str_lower((char)cp));
		else if (cp >= 0x80 && outline_words_is_letter(cp))
			utf8_add(out, cp);
	}
}

static bool
has_key(struct str text, const char *const table[], size_t n)
{
	struct buf key = { 0 };
	bool is_in = false;

	if (outline_words_cells(str_sub(text, 0, 3 * KEY_CELLS + 3)) > KEY_CELLS)
		return false;
	outline_words_key(&key, text);
	for (size_t i = 0; i < n && !is_in; i++)
		is_in = str_is(buf_str(&key), table[i]);
	buf_free(&key);
	return is_in;
}

bool
outline_words_is_fixed(struct str text)
{
	return has_key(text, fixed, COUNT(fixed));
}

bool
outline_words_is_closing(struct str text)
{
	return has_key(text, closing, COUNT(closing));
}

bool
outline_words_is_contents(struct str text)
{
	return has_key(text, contents, COUNT(contents));
}

static bool
ends_with_any(struct str text, const char *const table[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_ends(text, table[i]))
			return true;
	return false;
}

static bool
starts_with_any(struct str text, const char *const table[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts_icase(text, table[i]))
			return true;
	return false;
}

/* Takes all of the listed signs off the end. */
static struct str
trim_end(struct str text, const char *const table[], size_t n)
{
	for (size_t i = 0; i < n;) {
		if (str_ends(text, table[i])) {
			text.n -= strlen(table[i]);
			i = 0;
		} else {
			i++;
		}
	}
	return text;
}

bool
outline_words_is_sentence(struct str text)
{
	static const char *const closers[] = { "\"", "”", "’", ")", "]" };
	static const char *const laughs[] = { "!", "~", "ㅎ", "ㅋ", "^", "." };

	text = trim_end(text, closers, COUNT(closers));
	if (str_ends(text, ".") || str_ends(text, "。"))
		return true;
	return ends_with_any(trim_end(text, laughs, COUNT(laughs)), endings, COUNT(endings));
}

bool
outline_words_is_unfinished(struct str text)
{
	return ends_with_any(text, unfinished, COUNT(unfinished));
}

bool
outline_words_has_particle(struct str text)
{
	return ends_with_any(text, particles, COUNT(particles));
}

/* ---- never headings */

static bool
has_letter(struct str text)
{
	while (text.n)
		if (outline_words_is_letter(utf8_next(&text)))
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

	while ((word = str_word(&text)).n)
		if (word.n < 2 || word.p[0] != '#')
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

bool
outline_words_is_placeholder(struct str text)
{
	static const char *const placeholders[] = { "::: TOC :::", "[TOC]", "[[TOC]]", "{:toc}", "* TOC", "${toc}", "[[_TOC_]]" };

	for (size_t i = 0; i < COUNT(placeholders); i++)
		if (str_is_icase(text, placeholders[i]))
			return true;
	return false;
}

bool
outline_words_is_untitled(struct str text)
{
	struct str rest = text;

	if (str_starts(text, "▲") || str_starts(text, "△") || str_starts(text, "http://") || str_starts(text, "https://"))
		return true;
	while (rest.n) {
		int32_t cp = utf8_next(&rest);

		if (outline_words_is_letter(cp) || (cp >= '0' && cp <= '9'))
			return false;
	}
	return true;
}

bool
outline_words_is_never(struct str text)
{
	static const char *const starts[] = {
		"▲", "△", "안녕하세요", "여러분", "감사합니다", "by ", "www.",
	};
	static const char *const ends[] = { ",", "，" };

	return !has_letter(text) || starts_with_any(text, starts, COUNT(starts)) || ends_with_any(text, ends, COUNT(ends)) ||
	    str_has(text, "http://") || str_has(text, "https://") || is_caption(text) || is_hash_tags(text) || is_answer(text);
}

/* ---- what leads a line, what stands around it */

bool
outline_words_is_bullet(struct str text)
{
	return starts_with_any(text, bullets, COUNT(bullets));
}

int32_t
outline_words_symbol(struct str text)
{
	struct str rest = text;
	int32_t cp = utf8_next(&rest);

	if (cp < 0x80 || str_find(symbols, str_sub(text, 0, text.n - rest.n)) == symbols.n)
		return 0;
	return str_trim(rest).n ? cp : 0;
}

int32_t
outline_words_bracket(struct str text)
{
	static const char *const tails[] = { ":", " " };

	text = trim_end(text, tails, COUNT(tails));
	for (size_t i = 0; i < COUNT(brackets); i++) {
		struct str inside = str_sub(text, strlen(brackets[i].open), text.n);
		struct str start = text;
		int cells;

		if (!str_starts(text, brackets[i].open) || !str_ends(text, brackets[i].close))
			continue;
		inside.n -= strlen(brackets[i].close);
		cells = outline_words_cells(inside);
		if (cells < 2 || cells > 80 || str_has(inside, brackets[i].open) || str_has(inside, brackets[i].close))
			return 0;
		return utf8_next(&start);
	}
	return 0;
}

bool
outline_words_is_quotation(struct str text)
{
	static const char *const opens[] = { "\"", "“", "‘", "'" };
	static const char *const closes[] = { "\"", "”", "’", "'" };
	static const char *const examples[] = { "예)", "ex)", "ex " };

	return starts_with_any(text, examples, COUNT(examples)) ||
	    (starts_with_any(text, opens, COUNT(opens)) && ends_with_any(text, closes, COUNT(closes)));
}

bool
outline_words_is_code(struct str text)
{
	struct str s = text;

	while (s.n) {
		int32_t cp = utf8_next(&s);

		if (cp >= 0xac00 && cp <= 0xd7a3)
			return false;
	}
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] && strchr("{};=", text.p[i]))
			return true;
		if (text.p[i] == '(' && i && (str_is_alpha(text.p[i - 1]) || str_is_digit(text.p[i - 1])) && i + 1 < text.n &&
		    text.p[i + 1] == ')')
			return true;
	}
	return str_has(text, "->");
}

bool
outline_words_is_file(struct str text)
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
outline_words_is_pair(struct str text)
{
	return str_has(text, ": ") || str_has(text, " = ") || str_has(text, " :");
}
