#include "html/tidy_boil.h"

#include "html/tidy_press.h"

/* Longer lines are text, whatever they hold. */
enum { BOIL_MAX = 160, NAME_MAX = 60, SHORTEST = 3 /* bytes of a text in lines */ };

static const struct {
	const char *text;
	enum tidy_boil kind;
} lines[] = {
	{ "본문 바로가기", TIDY_BOIL_ALWAYS },
	{ "본문으로 바로가기", TIDY_BOIL_ALWAYS },
	{ "메뉴 바로가기", TIDY_BOIL_ALWAYS },
	{ "본문 내용으로 건너뛰기", TIDY_BOIL_ALWAYS },
	{ "본문 기타 기능", TIDY_BOIL_ALWAYS },
	{ "반응형", TIDY_BOIL_ALWAYS },
	{ "728x90", TIDY_BOIL_ALWAYS },
	{ "728x170", TIDY_BOIL_ALWAYS },
	{ "320x100", TIDY_BOIL_ALWAYS },
	{ "300x250", TIDY_BOIL_ALWAYS },
	{ "SMALL", TIDY_BOIL_EDGE },
	{ "LIST", TIDY_BOIL_EDGE },
	{ "공유하기", TIDY_BOIL_ALWAYS },
	{ "공유하기 버튼", TIDY_BOIL_ALWAYS },
	{ "구독하기", TIDY_BOIL_ALWAYS },
	{ "게시글 관리", TIDY_BOIL_ALWAYS },
	{ "게시글관리", TIDY_BOIL_ALWAYS },
	{ "저작자표시", TIDY_BOIL_ALWAYS },
	{ "이웃추가", TIDY_BOIL_ALWAYS },
	{ "서로이웃", TIDY_BOIL_ALWAYS },
	{ "카테고리 없음", TIDY_BOIL_ALWAYS },
	{ "이 글도 찾아보세요", TIDY_BOIL_ALWAYS },
	{ "신고하기", TIDY_BOIL_ALWAYS },
	{ "URL 복사", TIDY_BOIL_ALWAYS },
	{ "URL복사", TIDY_BOIL_ALWAYS },
	{ "카카오톡 공유", TIDY_BOIL_ALWAYS },
	{ "페이스북 공유", TIDY_BOIL_ALWAYS },
	{ "엑스 공유", TIDY_BOIL_ALWAYS },
	{ "카카오스토리 공유", TIDY_BOIL_ALWAYS },
	{ "트위터 공유", TIDY_BOIL_ALWAYS },
	{ "카카오톡으로 공유하기", TIDY_BOIL_ALWAYS },
	{ "존재하지 않는 이미지입니다.", TIDY_BOIL_ALWAYS },
	{ "(adsbygoogle = window.adsbygoogle || []).push({});", TIDY_BOIL_ALWAYS },
	{ "SNS 기사보내기", TIDY_BOIL_ALWAYS },
	{ "바로가기 복사하기 본문 글씨 줄이기 본문 글씨 키우기", TIDY_BOIL_ALWAYS },
	{ "이 글에 공감한 블로거 열고 닫기", TIDY_BOIL_ALWAYS },
	{ "좋아요", TIDY_BOIL_EDGE },
	{ "좋아요공감", TIDY_BOIL_EDGE },
	{ "공감", TIDY_BOIL_EDGE },
	{ "댓글", TIDY_BOIL_EDGE },
	{ "댓글쓰기", TIDY_BOIL_EDGE },
	{ "댓글 쓰기", TIDY_BOIL_EDGE },
	{ "댓글 달기", TIDY_BOIL_EDGE },
	{ "댓글달기", TIDY_BOIL_EDGE },
	{ "비밀글", TIDY_BOIL_EDGE },
	{ "이전 댓글 더보기", TIDY_BOIL_EDGE },
	{ "전체 방문자", TIDY_BOIL_EDGE },
	{ "티스토리툴바", TIDY_BOIL_ALWAYS },
	{ "그리드형(광고전용)", TIDY_BOIL_ALWAYS },
	{ "그리드형", TIDY_BOIL_EDGE },
	{ "사업자 정보 표시", TIDY_BOIL_ALWAYS },
	{ "Designed by 티스토리", TIDY_BOIL_ALWAYS },
	{ "Powered by Tistory", TIDY_BOIL_ALWAYS },
	{ "TOP", TIDY_BOIL_EDGE },
	{ "맨 위로", TIDY_BOIL_EDGE },
	{ "맨위로", TIDY_BOIL_EDGE },
	{ "이전 포스트", TIDY_BOIL_EDGE },
	{ "다음 포스트", TIDY_BOIL_EDGE },
	{ "댓글을 작성하세요", TIDY_BOIL_ALWAYS },
	{ "관심 있을 만한 포스트", TIDY_BOIL_EDGE },
	{ "[TOC]", TIDY_BOIL_ALWAYS },
	{ "[[toc]]", TIDY_BOIL_ALWAYS },
	{ "[[TOC]]", TIDY_BOIL_ALWAYS },
	{ "[[_TOC_]]", TIDY_BOIL_ALWAYS },
	{ "이웃추가 하기", TIDY_BOIL_EDGE },
	{ "인쇄하기", TIDY_BOIL_EDGE },
	{ "인쇄", TIDY_BOIL_EDGE },
	{ "스크랩", TIDY_BOIL_EDGE },
	{ "글자크기", TIDY_BOIL_EDGE },
	{ "기사공유", TIDY_BOIL_EDGE },
	{ "공유", TIDY_BOIL_EDGE },
	{ "팔로우", TIDY_BOIL_EDGE },
	{ "구독", TIDY_BOIL_EDGE },
	{ "카카오톡", TIDY_BOIL_EDGE },
	{ "카카오스토리", TIDY_BOIL_EDGE },
	{ "페이스북", TIDY_BOIL_EDGE },
	{ "트위터", TIDY_BOIL_EDGE },
	{ "목록", TIDY_BOIL_EDGE },
	{ "목록열기", TIDY_BOIL_EDGE },
	{ "목록으로", TIDY_BOIL_EDGE },
	{ "광고", TIDY_BOIL_EDGE },
	{ "더보기", TIDY_BOIL_ALWAYS },
	{ "접기", TIDY_BOIL_ALWAYS },
	{ "펼치기", TIDY_BOIL_ALWAYS },
	{ "태그", TIDY_BOIL_EDGE },
	{ "TAG", TIDY_BOIL_EDGE },
	{ "Tag", TIDY_BOIL_EDGE },
	{ "Advertisement", TIDY_BOIL_ALWAYS },
	{ "ADVERTISEMENT", TIDY_BOIL_ALWAYS },
	{ "Share this:", TIDY_BOIL_EDGE },
	{ "Like this:", TIDY_BOIL_EDGE },
	{ "Like Loading...", TIDY_BOIL_EDGE },
};

/* Words that stand with nothing but a number: "댓글 3", "좋아요 12", "조회 1,234". */
static const char *const counted[] = {
	"좋아요", "공감", "댓글", "조회", "조회수", "추천", "스크랩", "공유", "구독자", "개의 댓글", "개의 덧글", "추천수", "댓글수",
};

/* Words of the licences of Creative Commons as Tistory writes them. */
static const char *const licence[] = {
	"저작자표시", "비영리", "변경금지", "동일조건", "변경", "금지", "(새창열림)", "-", "·", "CC", "BY",
};

/* Words of buttons around a post. */
static const char *const buttons[] = {
	"URL 복사", "URL복사", "이웃추가", "서로이웃", "공유하기", "신고하기", "본문 기타 기능", "좋아요", "공감", "댓글 쓰기", "댓글쓰기", "인쇄",
	"스크랩", "카카오톡", "페이스북", "트위터", "카카오스토리", "네이버 밴드", "이 글에 댓글 단 블로거 열고 닫기",
	"이 글에 공감한 블로거 열고 닫기", "|", "·", "/",
};

/* As str_starts(), of a line that is not empty: most words are told by their first byte. */
static bool
starts(struct str line, const char *word)
{
	return line.p[0] == word[0] && str_starts(line, word);
}

/* Whether line is made of nothing but these words, however they are put together; their number. */
static size_t
count_words(struct str line, const char *const *words, size_t n)
{
	size_t count = 0;

	while ((line = str_trim(line)).n) {
		size_t best = 0;

		for (size_t i = 0; i < n; i++)
			if (starts(line, words[i]) && strlen(words[i]) > best)
				best = strlen(words[i]);
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
		size_t n = 0, best = 0;

		while (n < line.n && is_number(line.p[n]))
			n++;
		numbers += n > 0;
		line = str_trim(str_sub(line, n, line.n));
		for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
			if (line.n && starts(line, counted[i]) && strlen(counted[i]) > best)
				best = strlen(counted[i]);
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

enum tidy_boil
tidy_boil_find(struct str line)
{
	if (tidy_press_is_copyright(line))
		return TIDY_BOIL_ALWAYS;
	if (!line.n || line.n > BOIL_MAX)
		return TIDY_BOIL_NO;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (line.n >= SHORTEST && !memcmp(lines[i].text, line.p, SHORTEST) && str_is(line, lines[i].text))
			return lines[i].kind;
	if (is_related(line))
		return TIDY_BOIL_RELATED;
	if (is_licence(line) || is_buttons(line) || tidy_press_is_notice(line))
		return TIDY_BOIL_ALWAYS;
	if (str_ends(line, "님을 이웃추가하고 새글을 받아보세요"))
		return TIDY_BOIL_ALWAYS;
	if (str_starts(line, "구독하기") && line.n > strlen("구독하기") && !str_is_space(line.p[strlen("구독하기")]) && line.n < NAME_MAX)
		return TIDY_BOIL_EDGE; /* the button and the blog's name */
	return is_count(line) || tidy_press_is_foot(line) ? TIDY_BOIL_EDGE : TIDY_BOIL_NO;
}
