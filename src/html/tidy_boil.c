#include "html/tidy_boil.h"

#include "base/words.h"
#include "html/tidy_press.h"

/* Longer lines are text, whatever they hold. */
enum { BOIL_MAX = 160, NAME_MAX = 60 };

#define W(text) STR_INIT(text)
/* Whole lines, in order of their bytes (words_have()). */
static const struct str always[] = {
	W("[TOC]"), W("728x90"), W("접기"), W("728x170"), W("320x100"), W("300x250"), W("[[toc]]"), W("[[TOC]]"),
	W("반응형"), W("URL복사"), W("[[_TOC_]]"), W("더보기"), W("펼치기"), W("URL 복사"), W("공유하기"),
	W("구독하기"), W("이웃추가"), W("서로이웃"), W("신고하기"), W("엑스 공유"), W("Advertisement"),
	W("ADVERTISEMENT"), W("게시글관리"), W("저작자표시"), W("게시글 관리"), W("트위터 공유"),
	W("티스토리툴바"), W("Powered by Tistory"), W("본문 바로가기"), W("메뉴 바로가기"), W("공유하기 버튼"),
	W("카테고리 없음"), W("카카오톡 공유"), W("페이스북 공유"), W("SNS 기사보내기"), W("본문 기타 기능"),
	W("사업자 정보 표시"), W("Designed by 티스토리"), W("본문으로 바로가기"), W("카카오스토리 공유"),
	W("댓글을 작성하세요"), W("이 글도 찾아보세요"), W("그리드형(광고전용)"), W("카카오톡으로 공유하기"),
	W("본문 내용으로 건너뛰기"), W("존재하지 않는 이미지입니다."), W("이 글에 공감한 블로거 열고 닫기"),
	W("(adsbygoogle = window.adsbygoogle || []).push({});"),
	W("바로가기 복사하기 본문 글씨 줄이기 본문 글씨 키우기"),
};
static const struct str at_edges[] = {
	W("TOP"), W("TAG"), W("Tag"), W("LIST"), W("SMALL"), W("공감"), W("댓글"), W("인쇄"), W("공유"),
	W("구독"), W("목록"), W("광고"), W("태그"), W("좋아요"), W("비밀글"), W("맨위로"), W("스크랩"),
	W("팔로우"), W("트위터"), W("맨 위로"), W("Like this:"), W("Share this:"), W("댓글쓰기"), W("댓글달기"),
	W("그리드형"), W("인쇄하기"), W("글자크기"), W("기사공유"), W("카카오톡"), W("페이스북"), W("목록열기"),
	W("목록으로"), W("댓글 쓰기"), W("댓글 달기"), W("좋아요공감"), W("Like Loading..."), W("전체 방문자"),
	W("이전 포스트"), W("다음 포스트"), W("카카오스토리"), W("이웃추가 하기"), W("이전 댓글 더보기"),
	W("관심 있을 만한 포스트"),
};

/* Words that stand with nothing but a number: "댓글 3", "좋아요 12", "조회 1,234". */
static const struct str counted[] = {
	W("좋아요"), W("공감"), W("댓글"), W("조회"), W("조회수"), W("추천"), W("스크랩"), W("공유"), W("구독자"),
	W("개의 댓글"), W("개의 덧글"), W("추천수"), W("댓글수"),
};

/* Words of the licences of Creative Commons as Tistory writes them. */
static const struct str licence[] = {
	W("저작자표시"), W("비영리"), W("변경금지"), W("동일조건"), W("변경"), W("금지"), W("(새창열림)"), W("-"),
	W("·"), W("CC"), W("BY"),
};

/* Words of buttons around a post. */
static const struct str buttons[] = {
	W("URL 복사"), W("URL복사"), W("이웃추가"), W("서로이웃"), W("공유하기"), W("신고하기"), W("본문 기타 기능"),
	W("좋아요"), W("공감"), W("댓글 쓰기"), W("댓글쓰기"), W("인쇄"), W("스크랩"), W("카카오톡"), W("페이스북"),
	W("트위터"), W("카카오스토리"), W("네이버 밴드"), W("이 글에 댓글 단 블로거 열고 닫기"),
	W("이 글에 공감한 블로거 열고 닫기"), W("|"), W("·"), W("/"),
};

/* The bytes of the longest of the words that line begins with, 0 when it begins with none. */
static size_t
word_len(struct str line, const struct str *words, size_t n)
{
	size_t best = 0;

	for (size_t i = 0; i < n; i++)
		if (words[i].n > best && str_has_head(line, words[i]))
			best = words[i].n;
	return best;
}

/* Whether line ends in the last byte of one of the words, as few of those do that are text. */
static bool
may_end(struct str line, const struct str *words, size_t n)
{
	for (size_t i = 0; line.n && i < n; i++)
		if (words[i].p[words[i].n - 1] == line.p[line.n - 1])
			return true;
	return false;
}

/* Whether line is made of nothing but these words, however they are put together; their number. */
static size_t
count_words(struct str line, const struct str *words, size_t n)
{
	size_t count = 0;

	if (!may_end(str_trim(line), words, n))
		return 0;
	while ((line = str_trim(line)).n) {
		size_t best = word_len(line, words, n);

		if (!best)
			return 0;
		line = str_sub(line, best, line.n);
		count++;
	}
	return count;
}

static bool
is_licence(struct str line)
{
	return str_starts(line, "저작자표시") && count_words(line, licence, sizeof licence / sizeof *licence);
}

/* Several buttons that a page has set into one line. */
static bool
is_buttons(struct str line)
{
	return count_words(line, buttons, sizeof buttons / sizeof *buttons) > 1;
}

static bool
is_number(char c)
{
	return str_is_digit(c) || c == ',' || c == '(' || c == ')' || c == '+';
}

/* "댓글 3", "3개의 댓글", "좋아요 12 댓글 3": counted words and numbers, nothing else. */
static bool
is_count(struct str line)
{
	size_t numbers = 0, words = 0;

	while ((line = str_trim(line)).n) {
		size_t n = 0, best;

		while (n < line.n && is_number(line.p[n]))
			n++;
		numbers += n > 0;
		line = str_trim(str_sub(line, n, line.n));
		best = word_len(line, counted, sizeof counted / sizeof *counted);
		words += best > 0;
		if (!best && line.n)
			return false;
		line = str_sub(line, best, line.n);
	}
	return numbers && words;
}

static bool
is_related(struct str line)
{
	return str_ends(line, "카테고리의 다른 글") || str_ends(line, "카테고리의 다른글") || str_is(line, "관련글") ||
		str_is(line, "관련기사") || str_is(line, "관련 기사") || str_is(line, "[관련기사]") || str_is(line, "[관련 기사]") ||
		str_is(line, "<관련기사>") || str_is(line, "이 카테고리의 다른 글");
}

/* Whether line begins with a syllable and ends with a full stop, as most text does and no button, label, count or address. */
static bool
is_sentence(struct str line)
{
	return (unsigned char)line.p[0] >= 0xea && (unsigned char)line.p[0] <= 0xed && line.p[line.n - 1] == '.';
}

/* Buttons and labels. */
static bool
is_button(struct str line)
{
	return is_licence(line) || is_buttons(line) || str_ends(line, "님을 이웃추가하고 새글을 받아보세요");
}

enum tidy_boil
tidy_boil_find(struct str line)
{
	struct tidy_press press;
	bool is_prose;

	if (tidy_press_is_copyright(line))
		return TIDY_BOIL_ALWAYS;
	if (!line.n || line.n > BOIL_MAX)
		return TIDY_BOIL_NO;
	if (words_have(always, sizeof always / sizeof *always, line))
		return TIDY_BOIL_ALWAYS;
	if (words_have(at_edges, sizeof at_edges / sizeof *at_edges, line))
		return TIDY_BOIL_EDGE;
	is_prose = is_sentence(line);
	if (!is_prose && is_related(line))
		return TIDY_BOIL_RELATED;
	tidy_press_read(&press, line);
	if ((!is_prose && is_button(line)) || tidy_press_is_notice(&press))
		return TIDY_BOIL_ALWAYS;
	if (str_starts(line, "구독하기") && line.n > strlen("구독하기") && !str_is_space(line.p[strlen("구독하기")]) && line.n < NAME_MAX)
		return TIDY_BOIL_EDGE; /* the button and the blog's name */
	return (!is_prose && is_count(line)) || tidy_press_is_foot(&press) ? TIDY_BOIL_EDGE : TIDY_BOIL_NO;
}
