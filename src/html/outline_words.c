#include "html/outline_words.h"

#include "html/outline_sign.h"

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
	"팁", "참고자료", "참고문헌", "reference", "references",
};

static const char *const contents[] = { "목차", "차례", "tableofcontents", "contents", "toc" };

/* What sentences end with when there is no full stop. */
static const char *const endings[] = {
	"니다", "어요", "아요", "해요", "예요", "에요", "네요", "세요", "데요", "군요", "지요", "죠", "했다", "된다", "한다",
	"이다", "있다", "없다", "였다", "같다", "는다",
};

static const char *const unfinished[] = { ":", "：", ";", "다", "요", "죠", "고", "면" };

/* Nouns that end like that. */
static const char *const nouns[] = {
	"회고", "참고", "보고", "광고", "경고", "사고", "최고", "창고", "재고", "권고", "신고", "로고", "공고", "예고",
	"개요", "필요", "수요", "소요", "화면", "측면", "정면", "단면", "표면", "장면", "도면", "전면", "후면", "이면", "람다",
};

static const char *const particles[] = { "으로", "에서", "에게", "을", "를", "하자", "함", "됨", "짐" };

enum {
	KEY_CELLS = 40, /* longer lines are no fixed words, */
	KEY_BYTES = 21, /* and longer keys: 들어가기에앞서 */
};

bool
outline_words_ends(struct str text, const char *const table[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_ends(text, table[i]))
			return true;
	return false;
}

bool
outline_words_starts(struct str text, const char *const table[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts_icase(text, table[i]))
			return true;
	return false;
}

/* Takes all of the listed signs off the end. */
struct str
outline_words_trim(struct str text, const char *const table[], size_t n)
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

static bool
has_key(struct str text, const char *const table[], size_t n)
{
	char bytes[KEY_BYTES];
	struct str key = str_new(bytes, outline_sign_key(bytes, sizeof bytes, text));
	bool is_in = false;

	for (size_t i = 0; i < n && !is_in && key.n <= sizeof bytes; i++)
		is_in = str_is(key, table[i]);
	return is_in && outline_sign_cells(str_sub(text, 0, 3 * KEY_CELLS + 3)) <= KEY_CELLS;
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

bool
outline_words_is_sentence(struct str text)
{
	static const char *const closers[] = { "\"", "”", "’", ")", "]" };
	static const char *const laughs[] = { "!", "~", "ㅎ", "ㅋ", "^", "." };

	text = outline_words_trim(text, closers, COUNT(closers));
	if (str_ends(text, ".") || str_ends(text, "。"))
		return true;
	return outline_words_ends(outline_words_trim(text, laughs, COUNT(laughs)), endings, COUNT(endings));
}

bool
outline_words_is_unfinished(struct str text)
{
	return outline_words_ends(text, unfinished, COUNT(unfinished)) && !outline_words_ends(text, nouns, COUNT(nouns));
}

bool
outline_words_has_particle(struct str text)
{
	return outline_words_ends(text, particles, COUNT(particles));
}
