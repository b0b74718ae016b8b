#include "catalog/catalog_term.h"

#include "base/tr.h"
#include "text/hangul.h"

static const struct catalog_term kinds[] = {
	{ "company", N_("company"), { "회사", "기업", "companies" } },
	{ "news", N_("news"), { "뉴스", "언론", "신문" } },
	{ "community", N_("community"), { "커뮤니티", "모임", "communities" } },
	{ "person", N_("person"), { "개인", "사람", "people", "personal" } },
	{ NULL, NULL, { NULL } },
};

static const struct catalog_term platforms[] = {
	{ "tistory", N_("Tistory"), { "티스토리", "tistory.com" } },
	{ "velog", N_("velog"), { "벨로그", "velog.io" } },
	{ "naver", N_("Naver Blog"), { "네이버", "네이버 블로그", "naver blog", "blog.naver.com" } },
	{ "brunch", N_("brunch"), { "브런치", "brunch.co.kr" } },
	{ "medium", N_("Medium"), { "미디엄", "medium.com" } },
	{ "github", N_("GitHub Pages"), { "깃허브", "깃헙", "github.io", "github pages" } },
	{ "blogspot", N_("Blogger"), { "블로거", "블로그스팟", "blogger", "blogspot.com" } },
	{ "wordpress", N_("WordPress"), { "워드프레스", "wordpress.com" } },
	{ "netlify", N_("Netlify"), { "넷리파이", "netlify.app" } },
	{ "vercel", N_("Vercel"), { "버셀", "vercel.app" } },
	{ "own", N_("own site"), { "자체", "자체 사이트", "자체 도메인", "독립", "own site", "own domain" } },
	{ NULL, NULL, { NULL } },
};

enum { WORDS = sizeof kinds->words / sizeof *kinds->words };

const struct catalog_term *
catalog_term_kinds(void)
{
	return kinds;
}

const struct catalog_term *
catalog_term_platforms(void)
{
	return platforms;
}

/* Both ways round: the one word is the other, but for case and spaces. */
static bool
is_called(const char *name, struct str word)
{
	return hangul_begins(str_of(name), word) && hangul_begins(word, str_of(name));
}

const struct catalog_term *
catalog_term_find(const struct catalog_term *table, struct str word)
{
	for (const struct catalog_term *t = table; t->code; t++) {
		if (is_called(t->code, word))
			return t;
		for (int i = 0; i < WORDS && t->words[i]; i++)
			if (is_called(t->words[i], word))
				return t;
	}
	return NULL;
}

bool
catalog_term_begins(const struct catalog_term *term, struct str word)
{
	if (hangul_begins(str_of(term->code), word))
		return true;
	for (int i = 0; i < WORDS && term->words[i]; i++)
		if (hangul_begins(str_of(term->words[i]), word))
			return true;
	return false;
}

void
catalog_term_list(struct buf *out, const struct catalog_term *table)
{
	for (const struct catalog_term *t = table; t->code; t++)
		(void)buf_printf(out, "%s%s (%s)", t == table ? "" : ", ", t->code, t->words[0]);
}
