#include "html/tidy_press.h"

/* Longer lines are text. Bytes. */
enum { COPYRIGHT_MAX = 400 };

static bool
has_one(struct str line, const char *const *words)
{
	for (; *words; words++)
		if (str_has(line, *words))
			return true;
	return false;
}

static bool
is_one(struct str line, const char *const *words)
{
	for (; *words; words++)
		if (str_is(line, *words))
			return true;
	return false;
}

/* Whether a character may be a sign or mark of strip(), by its first byte: no letter of Korean or English is. */
static bool
may_be_sign(char first)
{
	unsigned char c = (unsigned char)first;

	return c < 0x80 ? !str_is_alpha(first) && !str_is_digit(first) : c == 0xc2 || c == 0xe2 || c == 0xe3 || c >= 0xef;
}

/* The first byte of the last character, of three bytes at the most. */
static char
last_first(struct str s)
{
	size_t at = s.n - 1;

	while (at > 0 && s.n - at < 3 && ((unsigned char)s.p[at] & 0xc0) == 0x80)
		at--;
	return s.p[at];
}

/* line without brackets and signs at its ends; *has_sign when a sign stood at its start. */
static struct str
strip(struct str line, bool *has_sign)
{
	static const char *const signs[] = { "▶", "▷", "☞", "☎", "※", "►", "➡", "👉", "■", "□", "◆", "◇", "●", "★", "☆", "▲", "✔", "⇨", NULL };
	static const char *const marks[] = { "[", "]", "<", ">", "〈", "〉", "《", "》", "【", "】", "(", ")", "\"", "“", "”", "-", "–", "·", ".", "|",
		"/", "️", NULL };

	*has_sign = false;
	for (size_t n = line.n + 1; n != line.n;) {
		n = line.n;
		line = str_trim(line);
		if (!line.n || (!may_be_sign(line.p[0]) && !may_be_sign(last_first(line))))
			break;
		for (const char *const *sign = signs; *sign; sign++)
			if (str_starts(line, *sign)) {
				*has_sign = true;
				line = str_sub(line, strlen(*sign), line.n);
			}
		for (const char *const *mark = marks; *mark; mark++) {
			if (str_starts(line, *mark))
				line = str_sub(line, strlen(*mark), line.n);
			if (str_ends(line, *mark))
				line.n -= strlen(*mark);
		}
	}
	return line;
}

/* Asked of every short line. */
static bool
has_owner(struct str line)
{
	static const struct str owners[] = { STR_INIT("ⓒ"), STR_INIT("©"), STR_INIT("(c)"), STR_INIT("(C)"), STR_INIT("저작권자"),
		STR_INIT("Copyright"), STR_INIT("COPYRIGHT"), STR_INIT("copyright") };

	for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
		if (str_find(line, owners[i]) < line.n)
			return true;
	return false;
}

bool
tidy_press_is_copyright(struct str line)
{
	static const char *const rights[] = { "전재", "복제", "배포", "도용", "사용", "학습", NULL };
	bool has_sign, is_owned, forbids;
	struct str bare;

	if (line.n > COPYRIGHT_MAX)
		return false;
	is_owned = has_owner(line);
	if (!is_owned && !str_has(line, "무단"))
		return false;
	bare = strip(line, &has_sign);
	forbids = str_ends(bare, "금지") || str_ends(bare, "금합니다") || str_ends(bare, "금지합니다") || str_ends(bare, "불허") ||
	    str_ends(bare, "금지됩니다");
	if (str_has(line, "무단") && has_one(line, rights) && (forbids || (is_owned && str_has(line, "금지"))))
		return true;
	return is_owned && (str_has(line, "reserved") || str_has(line, "Reserved") || str_has(line, "RESERVED") ||
	                     str_starts(bare, "저작권자 ©") || str_starts(bare, "저작권자 ⓒ") || str_starts(bare, "저작권자©") ||
	                     str_starts(bare, "저작권자ⓒ") || str_starts(bare, "저작권자(c)") || str_starts(bare, "저작권자 (c)"));
}

/* "카카오톡 : '어느제보' 검색", "전화 : 02-000-0000", behind a sign. */
static bool
is_contact(struct str bare)
{
	static const char *const ways[] = { "카카오톡", "카톡", "전화", "이메일", "메일", "제보", "팩스", "홈페이지", "유튜브", "홈페이지", NULL };
	size_t colon = str_find_char(bare, ':');

	for (const char *const *way = ways; colon < bare.n && *way; way++)
		if (str_starts(bare, *way) && colon <= strlen(*way) + 8)
			return true;
	return false;
}

bool
tidy_press_is_notice(struct str line)
{
	static const char *const whole[] = {
		"기사를 읽어드립니다", "글자 크기 조절", "글자크기 조절", "글자크기 설정", "본문 글자 크기 조정", "글씨 크기 조절하기", "기사 스크랩", "기사 공유",
		"기사 공유하기", "URL이 복사되었습니다", "기사 주소가 복사되었습니다", "좋은 기사 응원하기", "제보하기", "기사제보", "기사 제보하기",
		"이 기사를 추천합니다", "이 기사를 공유합니다", "당신의 제보가 뉴스가 됩니다", "기사 음성으로 듣기", "이 기사의 댓글 정책을 결정합니다",
		"많이 본 뉴스", "실시간 인기기사", "랭킹 뉴스", "이 시각 주요뉴스", "이 시각 추천뉴스", "함께 보면 좋은 기사", "SNS 기사보내기", NULL,
	};
	static const char *const places[] = { "채널", "네이버", "카카오", "유튜브", "텔레그램", "뉴스레터", "앱", "구글", NULL };
	static const char *const calls[] = { "구독하기", "추가하기", "구독하세요", "구독해주세요", "구독해 주세요", "다운로드", "다운받기", "바로가기", "팔로우", NULL };
	bool has_sign, is_boxed = str_starts(line, "[");
	struct str bare = strip(line, &has_sign);

	if (is_one(bare, whole))
		return true;
	if (str_has(line, "이 기사는 언론사에서") && str_has(line, "분류했습니다"))
		return true;
	if (str_starts(bare, "기사제보 및 보도자료") || str_starts(bare, "기사 제보 및 보도자료"))
		return true;
	if (has_sign && str_has(bare, "제보") && (str_has(bare, "기다립니다") || str_has(bare, "세상을 바꿉니다") || str_has(bare, "받습니다")))
		return true;
	if (has_sign && is_contact(bare))
		return true;
	return (has_sign || is_boxed) && has_one(bare, places) && has_one(bare, calls);
}

static bool
is_address(struct str s)
{
	size_t at = str_find_char(s, '@');

	return at > 0 && at + 3 < s.n && str_find_char(s, ' ') == s.n && str_is_ascii(s) &&
	    str_find_char(str_sub(s, at, s.n), '.') < s.n - at;
}

bool
tidy_press_is_foot(struct str line)
{
	static const char *const desks[] = { "디지털뉴스팀", "온라인뉴스팀", "디지털콘텐츠팀", "온라인팀", "디지털뉴스부", "인터넷뉴스팀", "디지털뉴스룸", NULL };
	bool has_sign;
	struct str bare = strip(line, &has_sign);

	return is_one(bare, desks) || is_address(bare) || str_starts(bare, "사업자 등록번호") || str_starts(bare, "통신판매신고번호");
}
