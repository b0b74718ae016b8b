#include "page/hint.h"

enum { HINT_SLOTS = 1024 };

#define UNLIKELY HINT_UNLIKELY
#define MAYBE HINT_MAYBE
#define GOOD HINT_POSITIVE
#define BAD HINT_NEGATIVE
#define EXTRA HINT_EXTRA

/* Found anywhere in a name, in any case. */
static const struct {
	const char *text;
	uint16_t bits;
} parts[] = {
	{ "-ad-", UNLIKELY | BAD }, { "ai2html", UNLIKELY }, { "banner", UNLIKELY | BAD }, { "breadcrumb", UNLIKELY | EXTRA },
	{ "combx", UNLIKELY | BAD }, { "comment", UNLIKELY | BAD }, { "community", UNLIKELY }, { "cover-wrap", UNLIKELY },
	{ "disqus", UNLIKELY | EXTRA }, { "extra", UNLIKELY }, { "footer", UNLIKELY | BAD }, { "gdpr", UNLIKELY | BAD | EXTRA },
	{ "header", UNLIKELY }, { "legends", UNLIKELY }, { "menu", UNLIKELY }, { "related", UNLIKELY | BAD },
	{ "remark", UNLIKELY }, { "replies", UNLIKELY }, { "rss", UNLIKELY }, { "shoutbox", UNLIKELY | BAD },
	{ "sidebar", UNLIKELY | BAD }, { "skyscraper", UNLIKELY | BAD }, { "social", UNLIKELY }, { "sponsor", UNLIKELY | BAD },
	{ "supplemental", UNLIKELY }, { "ad-break", UNLIKELY }, { "agegate", UNLIKELY }, { "pagination", UNLIKELY | GOOD | EXTRA },
	{ "pager", UNLIKELY }, { "popup", UNLIKELY }, { "yom-remote", UNLIKELY },
	{ "and", MAYBE }, { "article", MAYBE | GOOD }, { "body", MAYBE | GOOD }, { "column", MAYBE }, { "content", MAYBE | GOOD },
	{ "main", MAYBE | GOOD }, { "shadow", MAYBE },
	{ "elementor", GOOD }, { "entry", GOOD }, { "page", GOOD }, { "post", GOOD }, { "text", GOOD }, { "blog", GOOD }, { "story", GOOD },
	{ "hentry", HINT_POST }, { "comments-open", HINT_POST }, { "comments-closed", HINT_POST }, { "has-comments", HINT_POST },
	{ "sr-only", HINT_UNSEEN }, { "visually-hidden", HINT_UNSEEN }, { "visuallyhidden", HINT_UNSEEN },
	{ "screen-reader", HINT_UNSEEN }, { "a11y-hidden", HINT_UNSEEN },
	{ "no-comments", HINT_POST }, { "hidden", BAD }, { "com-", BAD }, { "contact", BAD }, { "masthead", BAD }, { "media", BAD }, { "meta", BAD },
	{ "outbrain", BAD | EXTRA }, { "promo", BAD }, { "scroll", BAD }, { "share", BAD }, { "shopping", BAD }, { "tags", BAD },
	{ "widget", BAD }, { "byline", HINT_BYLINE }, { "dateline", HINT_BYLINE }, { "writtenby", HINT_BYLINE },
	{ "author", HINT_BYLINE }, { "taboola", EXTRA }, { "newsletter", EXTRA }, { "sharedaddy", HINT_SHARE },
};

/* A word of its own: between the ends of the name, signs and changes of case. */
static const struct {
	const char *text;
	uint16_t bits;
} words[] = {
	{ "hid", BAD }, { "blind", HINT_UNSEEN }, { "share", HINT_SHARE }, { "shares", HINT_SHARE }, { "sharing", HINT_SHARE }, { "social", HINT_SHARE },
	{ "sns", HINT_SHARE }, { "addthis", HINT_SHARE }, { "addtoany", HINT_SHARE }, { "sharethis", HINT_SHARE },
	{ "ad", EXTRA }, { "ads", EXTRA }, { "advert", EXTRA }, { "adverts", EXTRA }, { "advertisement", EXTRA },
	{ "advertising", EXTRA }, { "adsense", EXTRA }, { "adslot", EXTRA }, { "sponsor", EXTRA }, { "sponsored", EXTRA },
	{ "related", EXTRA }, { "recommended", EXTRA }, { "recommendation", EXTRA }, { "recommendations", EXTRA },
	{ "recirc", EXTRA }, { "trending", EXTRA }, { "popular", EXTRA }, { "readmore", EXTRA }, { "seealso", EXTRA },
	{ "subscribe", EXTRA }, { "subscription", EXTRA }, { "signup", EXTRA }, { "optin", EXTRA }, { "mailchimp", EXTRA },
	{ "promo", EXTRA }, { "promos", EXTRA }, { "promotion", EXTRA }, { "cta", EXTRA }, { "donate", EXTRA },
	{ "comment", EXTRA | HINT_COMMENTS }, { "comments", EXTRA | HINT_COMMENTS }, { "commentlist", EXTRA | HINT_COMMENTS },
	{ "respond", EXTRA }, { "replies", EXTRA },
	{ "tags", EXTRA }, { "taglist", EXTRA }, { "tagcloud", EXTRA }, { "categories", EXTRA }, { "cookie", EXTRA },
	{ "cookies", EXTRA }, { "consent", EXTRA }, { "popup", EXTRA }, { "modal", EXTRA }, { "sidebar", EXTRA },
	{ "toolbar", EXTRA }, { "toolbox", EXTRA }, { "breadcrumbs", EXTRA }, { "pager", EXTRA },
	{ "navigation", EXTRA }, { "nav", EXTRA }, { "navbar", EXTRA }, { "prevnext", EXTRA }, { "skip", EXTRA },
	{ "print", EXTRA }, { "noprint", EXTRA }, { "rating", EXTRA }, { "ratings", EXTRA }, { "like", EXTRA }, { "likes", EXTRA },
	{ "meta", HINT_BYLINE }, { "timestamp", HINT_BYLINE }, { "datetime", HINT_BYLINE }, { "date", HINT_BYLINE },
	{ "pubdate", HINT_BYLINE }, { "published", HINT_BYLINE }, { "bio", HINT_BIO }, { "biography", HINT_BIO },
	{ "aboutauthor", HINT_BIO }, { "authorbox", HINT_BIO }, { "authorinfo", HINT_BIO }, { "author", HINT_BIO },
	{ "contributor", HINT_BIO }, { "caption", HINT_CAPTION }, { "credit", HINT_CAPTION }, { "credits", HINT_CAPTION },
	{ "figcaption", HINT_CAPTION }, { "imagecaption", HINT_CAPTION }, { "copyright", HINT_CAPTION },
};

enum { N_PARTS = sizeof parts / sizeof *parts, N_WORDS = sizeof words / sizeof *words };

/* Chains of parts by their first two letters, and of words by a hash of all. */
struct hint {
	uint8_t part[HINT_SLOTS], next_part[N_PARTS + 1];
	uint8_t word[HINT_SLOTS], next_word[N_WORDS + 1];
};

static unsigned
pair_slot(char a, char b)
{
	return ((unsigned)str_lower(a) & 31) << 5 | ((unsigned)str_lower(b) & 31);
}

static unsigned
word_slot(struct str word)
{
	unsigned hash = (unsigned)word.n;

	for (size_t i = 0; i < word.n; i++)
		hash = hash * 31 + (unsigned char)str_lower(word.p[i]);
	return hash % HINT_SLOTS;
}

struct hint *
hint_new(struct arena *a)
{
	struct hint *hint = arena_new(a, struct hint, 1);

	for (unsigned i = 0; i < N_PARTS; i++) {
		uint8_t *slot = &hint->part[pair_slot(parts[i].text[0], parts[i].text[1])];

		hint->next_part[i + 1] = *slot;
		*slot = (uint8_t)(i + 1);
	}
	for (unsigned i = 0; i < N_WORDS; i++) {
		uint8_t *slot = &hint->word[word_slot(str_of(words[i].text))];

		hint->next_word[i + 1] = *slot;
		*slot = (uint8_t)(i + 1);
	}
	return hint;
}

/* The bits of all parts that begin at the head of s. */
static unsigned
parts_at(const struct hint *hint, struct str s)
{
	unsigned bits = 0;

	for (unsigned i = hint->part[pair_slot(s.p[0], s.p[1])]; i; i = hint->next_part[i])
		if (str_starts_icase(s, parts[i - 1].text))
			bits |= parts[i - 1].bits;
	return bits;
}

static unsigned
word_bits(const struct hint *hint, struct str word)
{
	for (unsigned i = hint->word[word_slot(word)]; i; i = hint->next_word[i])
		if (str_is_icase(word, words[i - 1].text))
			return words[i - 1].bits;
	return 0;
}

/* Whether a word ends between a and b: at a sign, and where a capital stands behind a small letter. */
static bool
is_edge(char a, char b)
{
	return !str_is_alpha(b) || (a >= 'a' && a <= 'z' && b >= 'A' && b <= 'Z');
}

unsigned
hint_find(const struct hint *hint, struct str name)
{
	unsigned bits = 0;

	if (str_starts(name, "MathJax"))
		return 0; /* the menu of "CtxtMenu_Attached_0" is a formula's */
	for (size_t i = 0; i + 1 < name.n; i++)
		bits |= parts_at(hint, str_sub(name, i, name.n));
	for (size_t from = 0, to; from < name.n; from = to) {
		to = from + 1;
		if (!str_is_alpha(name.p[from]))
			continue;
		while (to < name.n && !is_edge(name.p[to - 1], name.p[to]))
			to++;
		bits |= word_bits(hint, str_sub(name, from, to));
	}
	return bits;
}
