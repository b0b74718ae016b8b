#include "query/query_name.h"

#include "base/tr.h"
#include "text/hangul.h"
#include "text/nfc.h"
#include "text/typo.h"

static const struct query_name fields[] = {
	{ "title", QUERY_FIELD_TITLE, false }, { "제목", QUERY_FIELD_TITLE, false },
	{ "body", QUERY_FIELD_BODY, false }, { "본문", QUERY_FIELD_BODY, false }, { "내용", QUERY_FIELD_BODY, false },
	{ "author", QUERY_FIELD_AUTHOR, false }, { "저자", QUERY_FIELD_AUTHOR, false },
	{ "글쓴이", QUERY_FIELD_AUTHOR, false }, { "작성자", QUERY_FIELD_AUTHOR, false },
	{ "section", QUERY_FIELD_SECTION, false }, { "절", QUERY_FIELD_SECTION, false },
	{ "단락", QUERY_FIELD_SECTION, false },
	{ "feed", QUERY_FIELD_FEED, false }, { "피드", QUERY_FIELD_FEED, false },
	{ "site", QUERY_FIELD_SITE, false }, { "사이트", QUERY_FIELD_SITE, false },
	{ "link", QUERY_FIELD_LINK, false }, { "링크", QUERY_FIELD_LINK, false },
	{ "tag", QUERY_FIELD_TAG, false }, { "태그", QUERY_FIELD_TAG, false },
	{ "is", QUERY_FIELD_IS, false }, { "상태", QUERY_FIELD_IS, false },
	{ "has", QUERY_FIELD_HAS, false }, { "있음", QUERY_FIELD_HAS, false },
	{ "lang", QUERY_FIELD_LANG, false }, { "언어", QUERY_FIELD_LANG, false },
	{ "after", QUERY_FIELD_AFTER, false }, { "이후", QUERY_FIELD_AFTER, false },
	{ "before", QUERY_FIELD_BEFORE, false }, { "이전", QUERY_FIELD_BEFORE, false },
	{ "date", QUERY_FIELD_DATE, false }, { "날짜", QUERY_FIELD_DATE, false },
	{ "len", QUERY_FIELD_LEN, false }, { "길이", QUERY_FIELD_LEN, false },
	{ "id", QUERY_FIELD_ID, false }, { "번호", QUERY_FIELD_ID, false },
	{ "view", QUERY_FIELD_VIEW, false }, { "보기", QUERY_FIELD_VIEW, false },
	{ NULL, 0, false },
};

/* Words that are looked for in texts as often (실패, 전문) want the field. */
static const struct query_name states[] = {
	{ "unread", QUERY_UNREAD, false }, { "안읽음", QUERY_UNREAD, true }, { "안읽은", QUERY_UNREAD, true },
	{ "읽지않음", QUERY_UNREAD, true },
	{ "read", QUERY_READ, false }, { "읽음", QUERY_READ, true },
	{ "starred", QUERY_STARRED, false }, { "star", QUERY_STARRED, false }, { "별표", QUERY_STARRED, true },
	{ "hidden", QUERY_HIDDEN, false }, { "숨김", QUERY_HIDDEN, true },
	{ "changed", QUERY_CHANGED, false }, { "수정됨", QUERY_CHANGED, true },
	{ "all", QUERY_ALL, false }, { "모두", QUERY_ALL, true }, { "전체", QUERY_ALL, false },
	{ "full", QUERY_FULL, false }, { "본문전체", QUERY_FULL, false }, { "전문", QUERY_FULL, false },
	{ "failed", QUERY_FAILED, false }, { "실패", QUERY_FAILED, false },
	{ "tagged", QUERY_TAGGED, false }, { "태그있음", QUERY_TAGGED, false },
	{ NULL, 0, false },
};

static const struct query_name haves[] = {
	{ "code", QUERY_CODE, false }, { "코드", QUERY_CODE, false },
	{ "table", QUERY_TABLE, false }, { "표", QUERY_TABLE, false },
	{ "image", QUERY_IMAGE, false }, { "그림", QUERY_IMAGE, false }, { "이미지", QUERY_IMAGE, false },
	{ "사진", QUERY_IMAGE, false },
	{ "video", QUERY_VIDEO, false }, { "동영상", QUERY_VIDEO, false }, { "영상", QUERY_VIDEO, false },
	{ "audio", QUERY_AUDIO, false }, { "소리", QUERY_AUDIO, false }, { "오디오", QUERY_AUDIO, false },
	{ "formula", QUERY_FORMULA, false }, { "수식", QUERY_FORMULA, false },
	{ "footnote", QUERY_FOOTNOTE, false }, { "각주", QUERY_FOOTNOTE, false },
	{ "list", QUERY_LIST, false }, { "목록", QUERY_LIST, false },
	{ "outline", QUERY_OUTLINE, false }, { "목차", QUERY_OUTLINE, false },
	{ "full", QUERY_HAS_STATES + QUERY_FULL, false }, { "본문전체", QUERY_HAS_STATES + QUERY_FULL, false },
	{ "전문", QUERY_HAS_STATES + QUERY_FULL, false },
	{ "tag", QUERY_HAS_STATES + QUERY_TAGGED, false }, { "태그", QUERY_HAS_STATES + QUERY_TAGGED, false },
	{ NULL, 0, false },
};

static const struct query_name langs[] = {
	{ "ko", QUERY_KO, false }, { "korean", QUERY_KO, false }, { "한국어", QUERY_KO, false }, { "한글", QUERY_KO, false },
	{ "en", QUERY_EN, false }, { "english", QUERY_EN, false }, { "영어", QUERY_EN, false },
	{ "ja", QUERY_JA, false }, { "japanese", QUERY_JA, false }, { "일본어", QUERY_JA, false },
	{ "zh", QUERY_ZH, false }, { "chinese", QUERY_ZH, false }, { "중국어", QUERY_ZH, false },
	{ NULL, 0, false },
};

const struct query_name *
query_name_table(enum query_table table)
{
	static const struct query_name *const tables[QUERY_TABLES] = {
		[QUERY_FIELDS] = fields, [QUERY_STATES] = states, [QUERY_HAVES] = haves, [QUERY_LANGS] = langs,
	};

	return tables[table];
}

const char *
query_name_of(enum query_table table, int code)
{
	for (const struct query_name *n = query_name_table(table); n->name; n++)
		if (n->code == code)
			return n->name;
	return "";
}

/* Folded, without blanks; as the keys that were pressed where Hangul is to be compared letter by letter. */
static void
fold(struct buf *out, struct str word, bool as_keys)
{
	struct buf folded = { 0 }, solid = { 0 };

	nfc_fold(&folded, word);
	for (size_t i = 0; i < folded.n; i++)
		if (!str_is_space(folded.p[i]))
			(void)buf_putc(&solid, folded.p[i]);
	if (as_keys)
		hangul_decode(out, buf_str(&solid));
	else
		(void)buf_add(out, buf_str(&solid));
	buf_free(&folded);
	buf_free(&solid);
}

const struct query_name *
query_name_find(enum query_table table, struct str word)
{
	const struct query_name *found = NULL;
	struct buf folded = { 0 };

	fold(&folded, word, false);
	for (const struct query_name *n = query_name_table(table); n->name && !found; n++)
		if (str_is(buf_str(&folded), n->name))
			found = n;
	buf_free(&folded);
	return found;
}

const struct query_name *
query_name_foreign(struct str word)
{
	static const struct {
		const char *theirs, *ours;
	} names[] = {
		{ "subject", "title" }, { "from", "author" }, { "folder", "feed" }, { "url", "link" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq_icase(word, str_of(names[i].theirs)))
			return query_name_find(QUERY_FIELDS, str_of(names[i].ours));
	return NULL;
}

/* How many slips make another word: one in a short word, two in a longer one. */
static int
slips(struct str a, struct str b, bool same_letters)
{
	int most = a.n < 5 || b.n < 5 ? 1 : 2, distance = typo_distance(a, b);

	if (!distance)
		return 0;
	/* Of two letters one is half the word, and between two scripts chance rules. */
	return same_letters && distance <= most && distance < (int)a.n ? distance : -1;
}

const struct query_name *
query_name_near(enum query_table table, struct str word)
{
	const struct query_name *near = NULL;
	struct buf keys = { 0 }, other = { 0 };
	int least = 3;

	fold(&keys, word, true);
	for (const struct query_name *n = query_name_table(table); n->name; n++) {
		int distance;

		buf_clear(&other);
		fold(&other, str_of(n->name), true);
		distance = slips(buf_str(&keys), buf_str(&other), str_is_ascii(word) == str_is_ascii(str_of(n->name)));
		if (distance >= 0 && distance < least) {
			least = distance;
			near = n;
		}
	}
	buf_free(&keys);
	buf_free(&other);
	return near;
}

/* What the user calls the code that begins here. */
static const char *
name_for_user(const struct query_name *first)
{
	for (const struct query_name *n = first; n->name && n->code == first->code; n++)
		if (str_is_ascii(str_of(n->name)) != tr_is_korean())
			return n->name;
	return first->name;
}

void
query_name_list(struct buf *out, enum query_table table)
{
	const struct query_name *all = query_name_table(table);

	for (const struct query_name *n = all; n->name; n++)
		if (n == all || n->code != n[-1].code)
			(void)buf_printf(out, "%s%s", n == all ? "" : ", ", name_for_user(n));
}
