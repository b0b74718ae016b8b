#include "html/outline_words.h"

#include "html/outline_sign.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Headings by their words alone, as keys. */
static const struct str fixed[] = {
	STR_INIT("들어가며"), STR_INIT("들어가는글"), STR_INIT("들어가는말"), STR_INIT("들어가기"), STR_INIT("들어가기전에"),
	STR_INIT("들어가기에앞서"), STR_INIT("시작하며"), STR_INIT("시작하기전에"), STR_INIT("시작하기에앞서"), STR_INIT("시작하는글"),
	STR_INIT("여는글"), STR_INIT("서론"), STR_INIT("본론"), STR_INIT("결론"), STR_INIT("서문"), STR_INIT("머리말"),
	STR_INIT("프롤로그"), STR_INIT("에필로그"), STR_INIT("개요"), STR_INIT("배경"), STR_INIT("요약"), STR_INIT("정리"),
	STR_INIT("정리하며"), STR_INIT("한줄요약"), STR_INIT("세줄요약"), STR_INIT("핵심요약"), STR_INIT("총정리"), STR_INIT("마무리"),
	STR_INIT("마무리하며"), STR_INIT("마무리글"), STR_INIT("마치며"), STR_INIT("마치는글"), STR_INIT("맺음말"), STR_INIT("맺으며"),
	STR_INIT("끝으로"), STR_INIT("끝맺으며"), STR_INIT("나가며"), STR_INIT("나오며"), STR_INIT("글을마치며"),
	STR_INIT("글을마무리하며"), STR_INIT("글을맺으며"), STR_INIT("닫는글"), STR_INIT("맺는말"), STR_INIT("맺는글"),
	STR_INIT("후기"), STR_INIT("회고"), STR_INIT("느낀점"), STR_INIT("소감"), STR_INIT("전망"), STR_INIT("향후계획"),
	STR_INIT("참고"), STR_INIT("참고자료"), STR_INIT("참고문헌"), STR_INIT("참고링크"), STR_INIT("참고사이트"), STR_INIT("참조"),
	STR_INIT("레퍼런스"), STR_INIT("reference"), STR_INIT("references"), STR_INIT("관련글"), STR_INIT("부록"), STR_INIT("팁"),
	STR_INIT("tip"), STR_INIT("tips"), STR_INIT("tldr"), STR_INIT("faq"), STR_INIT("qa"), STR_INIT("자주묻는질문"),
	STR_INIT("주의사항"), STR_INIT("목차"), STR_INIT("conclusion"), STR_INIT("introduction"), STR_INIT("intro"), STR_INIT("outro"),
	STR_INIT("summary"), STR_INIT("abstract"), STR_INIT("appendix"), STR_INIT("결과"), STR_INIT("문제"), STR_INIT("해결"),
	STR_INIT("원인"), STR_INIT("해결방법"),
};

/* Those of them that stand beside all other sections. */
static const struct str closing[] = {
	STR_INIT("들어가며"), STR_INIT("들어가는글"), STR_INIT("들어가는말"), STR_INIT("시작하며"), STR_INIT("서론"),
	STR_INIT("머리말"), STR_INIT("프롤로그"), STR_INIT("마무리"), STR_INIT("마무리하며"), STR_INIT("마무리글"), STR_INIT("결론"),
	STR_INIT("마치며"), STR_INIT("마치는글"), STR_INIT("맺음말"), STR_INIT("맺으며"), STR_INIT("끝으로"), STR_INIT("나가며"),
	STR_INIT("나오며"), STR_INIT("글을마치며"), STR_INIT("에필로그"), STR_INIT("tip"), STR_INIT("tips"), STR_INIT("팁"),
	STR_INIT("참고자료"), STR_INIT("참고문헌"), STR_INIT("reference"), STR_INIT("references"),
};

static const struct str contents[] = {
	STR_INIT("목차"), STR_INIT("차례"), STR_INIT("tableofcontents"), STR_INIT("contents"), STR_INIT("toc"),
};

/* What sentences end with when there is no full stop. */
static const struct str endings[] = {
	STR_INIT("니다"), STR_INIT("어요"), STR_INIT("아요"), STR_INIT("해요"), STR_INIT("예요"), STR_INIT("에요"), STR_INIT("네요"),
	STR_INIT("세요"), STR_INIT("데요"), STR_INIT("군요"), STR_INIT("지요"), STR_INIT("죠"), STR_INIT("했다"), STR_INIT("된다"),
	STR_INIT("한다"), STR_INIT("이다"), STR_INIT("있다"), STR_INIT("없다"), STR_INIT("였다"), STR_INIT("같다"), STR_INIT("는다"),
};

static const struct str unfinished[] = {
	STR_INIT(":"), STR_INIT("："), STR_INIT(";"), STR_INIT("다"), STR_INIT("요"), STR_INIT("죠"), STR_INIT("고"), STR_INIT("면"),
};

/* Nouns that end like that. */
static const struct str nouns[] = {
	STR_INIT("회고"), STR_INIT("참고"), STR_INIT("보고"), STR_INIT("광고"), STR_INIT("경고"), STR_INIT("사고"), STR_INIT("최고"),
	STR_INIT("창고"), STR_INIT("재고"), STR_INIT("권고"), STR_INIT("신고"), STR_INIT("로고"), STR_INIT("공고"), STR_INIT("예고"),
	STR_INIT("개요"), STR_INIT("필요"), STR_INIT("수요"), STR_INIT("소요"), STR_INIT("화면"), STR_INIT("측면"), STR_INIT("정면"),
	STR_INIT("단면"), STR_INIT("표면"), STR_INIT("장면"), STR_INIT("도면"), STR_INIT("전면"), STR_INIT("후면"), STR_INIT("이면"),
	STR_INIT("람다"),
};

static const struct str particles[] = {
	STR_INIT("으로"), STR_INIT("에서"), STR_INIT("에게"), STR_INIT("을"), STR_INIT("를"), STR_INIT("하자"), STR_INIT("함"),
	STR_INIT("됨"), STR_INIT("짐"),
};

enum {
	KEY_CELLS = 40, /* longer lines are no fixed words, */
	KEY_BYTES = 21, /* and longer keys: 들어가기에앞서 */
};

bool
outline_words_ends(struct str text, const struct str table[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_has_tail(text, table[i]))
			return true;
	return false;
}

/* Most are told by a byte at each end. */
static bool
has_head(struct str text, struct str head)
{
	return text.n >= head.n && str_lower(text.p[head.n - 1]) == str_lower(head.p[head.n - 1]) && str_eq_icase(str_sub(text, 0, head.n), head);
}

bool
outline_words_starts(struct str text, const struct str table[], size_t n)
{
	const char first = text.n ? str_lower(*text.p) : '\0';

	for (size_t i = 0; i < n; i++)
		if (str_lower(*table[i].p) == first && has_head(text, table[i]))
			return true;
	return false;
}

/* Takes all of the listed signs off the end. */
struct str
outline_words_trim(struct str text, const struct str table[], size_t n)
{
	for (size_t i = 0; i < n;) {
		if (str_has_tail(text, table[i])) {
			text.n -= table[i].n;
			i = 0;
		} else {
			i++;
		}
	}
	return text;
}

static bool
has_key(struct str text, const struct str table[], size_t n)
{
	char bytes[KEY_BYTES];
	struct str key;
	bool is_in = false;

	key = str_new(bytes, outline_sign_key(bytes, sizeof bytes, text));
	for (size_t i = 0; i < n && !is_in && key.n <= sizeof bytes; i++)
		is_in = key.n == table[i].n && str_has_head(key, table[i]);
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
	static const struct str closers[] = { STR_INIT("\""), STR_INIT("”"), STR_INIT("’"), STR_INIT(")"), STR_INIT("]") };
	static const struct str laughs[] = { STR_INIT("!"), STR_INIT("~"), STR_INIT("ㅎ"), STR_INIT("ㅋ"), STR_INIT("^"), STR_INIT(".") };

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
