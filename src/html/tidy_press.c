#include "html/tidy_press.h"

#include "base/block.h"
#include "base/words.h"

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

#define IS_ONE(line, lines) words_have((lines), sizeof(lines) / sizeof *(lines), (line))
#define W(text) STR_INIT(text)

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

static const struct str signs[] = {
	W("▶"), W("▷"), W("☞"), W("☎"), W("※"), W("►"), W("➡"), W("👉"), W("■"), W("□"), W("◆"), W("◇"),
	W("●"), W("★"), W("☆"), W("▲"), W("✔"), W("⇨"),
};
static const struct str marks[] = {
	W("["), W("]"), W("<"), W(">"), W("〈"), W("〉"), W("《"), W("》"), W("【"), W("】"), W("("), W(")"),
	W("\""), W("“"), W("”"), W("-"), W("–"), W("·"), W("."), W("|"), W("/"), W("️"),
};

/* Bytes of the one of n words that line begins with, 0 when it begins with none. */
static size_t
head_len(struct str line, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_has_head(line, words[i]))
			return words[i].n;
	return 0;
}

/* The same of marks, a few of which most lines of English end with. */
static size_t
tail_len(struct str line)
{
	static const char plain[] = { '[', ']', '<', '>', '(', ')', '"', '-', '.', '|', '/' };
	char last = line.p[line.n - 1];

	if ((unsigned char)last < 0x80)
		return memchr(plain, last, sizeof plain) != NULL;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_has_tail(line, marks[i]))
			return marks[i].n;
	return 0;
}

/* line without blanks, signs and marks at its start; *has_sign when a sign was among them. */
static struct str
strip_start(struct str line, bool *has_sign)
{
	while (line.n) {
		size_t sign = 0, n = str_is_space(line.p[0]);

		if (!n && may_be_sign(line.p[0])) {
			sign = head_len(line, signs, sizeof signs / sizeof *signs);
			n = sign ? sign : head_len(line, marks, sizeof marks / sizeof *marks);
		}
		if (!n)
			break;
		*has_sign = *has_sign || sign;
		line = str_sub(line, n, line.n);
	}
	return line;
}

static struct str
strip_end(struct str line)
{
	while (line.n) {
		size_t n = str_is_space(line.p[line.n - 1]);

		if (!n && may_be_sign(last_first(line)))
			n = tail_len(line);
		if (!n)
			break;
		line.n -= n;
	}
	return line;
}

/* line without brackets and signs at its ends; *has_sign when a sign stood at its start. */
static struct str
strip(struct str line, bool *has_sign)
{
	*has_sign = false;
	return strip_end(strip_start(line, has_sign));
}

static bool
has_owner(struct str line)
{
	static const char *const owners[] = { "ⓒ", "©", "(c)", "(C)", "저작권자", "Copyright", "COPYRIGHT", "copyright", NULL };

	return has_one(line, owners);
}

/* Where of sixteen bytes one stands and another two behind it. */
static block
are_around(block b, block third, const char around[2])
{
	return block_is(b, around[0]) & block_is(third, around[1]);
}

/*
 * Whether line may have the words that no line of rights goes without: 무단, 저작권자, "eserved" or "ESERVED". It is asked
 * of every short line, so it is looked for two bytes of each (of 무다, 작권, "ved" and "VED").
 */
static bool
may_be_copyright(struct str line)
{
	char whole[BLOCK_BYTES + 2] = { 0 };
	size_t last = line.n > sizeof whole ? line.n - sizeof whole : 0;

	if (line.n > COPYRIGHT_MAX)
		return false;
	if (line.n && line.n < sizeof whole)
		line.p = memcpy(whole, line.p, line.n);
	for (size_t i = 0; line.n > 2; i = i + BLOCK_BYTES < last ? i + BLOCK_BYTES : last) {
		block b = block_at(line.p + i), third = block_at(line.p + i + 2);

		if (block_bits(are_around(b, third, "\xb4\x8b") | are_around(b, third, "\x91\xb6") | are_around(b | 0x20, third | 0x20, "vd")))
			return true;
		if (i == last)
			break;
	}
	return false;
}

bool
tidy_press_is_copyright(struct str line)
{
	static const char *const words[] = { "무단", "저작권자", "eserved", "ESERVED", NULL };
	static const char *const rights[] = { "전재", "복제", "배포", "도용", "사용", "학습", NULL };
	bool has_sign, is_owned, forbids;
	struct str bare;

	if (!may_be_copyright(line) || !has_one(line, words))
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

void
tidy_press_read(struct tidy_press *p, struct str line)
{
	*p = (struct tidy_press){ .line = line };
	p->bare = strip(line, &p->has_sign);
}

bool
tidy_press_is_notice(const struct tidy_press *p)
{
	static const struct str whole[] = {
		W("제보하기"), W("기사제보"), W("기사 공유"), W("랭킹 뉴스"), W("기사 스크랩"), W("많이 본 뉴스"),
		W("글자크기 조절"), W("글자크기 설정"), W("기사 공유하기"), W("기사 제보하기"), W("SNS 기사보내기"),
		W("글자 크기 조절"), W("실시간 인기기사"), W("이 시각 주요뉴스"), W("이 시각 추천뉴스"),
		W("글씨 크기 조절하기"), W("좋은 기사 응원하기"), W("기사 음성으로 듣기"), W("본문 글자 크기 조정"),
		W("함께 보면 좋은 기사"), W("기사를 읽어드립니다"), W("URL이 복사되었습니다"), W("이 기사를 추천합니다"),
		W("이 기사를 공유합니다"), W("기사 주소가 복사되었습니다"), W("당신의 제보가 뉴스가 됩니다"),
		W("이 기사의 댓글 정책을 결정합니다"),
	};
	static const char *const places[] = { "채널", "네이버", "카카오", "유튜브", "텔레그램", "뉴스레터", "앱", "구글", NULL };
	static const char *const calls[] = { "구독하기", "추가하기", "구독하세요", "구독해주세요", "구독해 주세요", "다운로드", "다운받기", "바로가기", "팔로우", NULL };
	static const char sorted[] = "이 기사는 언론사에서분류했습니다"; /* what a line that says so has at least */
	bool is_boxed = str_starts(p->line, "[");
	struct str bare = p->bare;

	if (IS_ONE(bare, whole))
		return true;
	if (p->line.n >= strlen(sorted) && str_has(p->line, "이 기사는 언론사에서") && str_has(p->line, "분류했습니다"))
		return true;
	if (str_starts(bare, "기사제보 및 보도자료") || str_starts(bare, "기사 제보 및 보도자료"))
		return true;
	if (p->has_sign && str_has(bare, "제보") && (str_has(bare, "기다립니다") || str_has(bare, "세상을 바꿉니다") || str_has(bare, "받습니다")))
		return true;
	if (p->has_sign && is_contact(bare))
		return true;
	return (p->has_sign || is_boxed) && has_one(bare, places) && has_one(bare, calls);
}

static bool
is_address(struct str s)
{
	size_t at = str_find_char(s, '@');

	return at > 0 && at + 3 < s.n && str_find_char(s, ' ') == s.n && str_is_ascii(s) &&
	    str_find_char(str_sub(s, at, s.n), '.') < s.n - at;
}

bool
tidy_press_is_foot(const struct tidy_press *p)
{
	static const struct str desks[] = {
		W("온라인팀"), W("디지털뉴스팀"), W("온라인뉴스팀"), W("디지털뉴스부"), W("인터넷뉴스팀"),
		W("디지털뉴스룸"), W("디지털콘텐츠팀"),
	};

	return IS_ONE(p->bare, desks) || is_address(p->bare) || str_starts(p->bare, "사업자 등록번호") || str_starts(p->bare, "통신판매신고번호");
}
