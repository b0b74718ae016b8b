#include "feed/korean.h"

#include "text/date.h"
#include "text/url.h"
#include "text/utf8.h"

/* Bytes of text that are looked at. */
enum { SAMPLE = 64 << 10 };

/* A .kr host, or many Hangul syllables. */
static bool
looks_korean(struct str text, struct str url)
{
	struct str rest = utf8_prefix(text, SAMPLE);
	size_t hangul = 0, letters = 0;

	if (str_ends(url_host(url), ".kr"))
		return true;
	while (rest.n) {
		int32_t c = utf8_next(&rest);

		letters += c > 0x7f;
		hangul += c >= 0xac00 && c <= 0xd7a3;
	}
	return hangul >= 20 && hangul * 2 > letters;
}

int
korean_zone(struct korean *k, struct str language)
{
	if (str_starts_icase(language, "ko"))
		return DATE_KST;
	if (k->found == KOREAN_UNKNOWN)
		k->found = looks_korean(k->text, k->url) ? KOREAN_YES : KOREAN_NO;
	return k->found == KOREAN_YES ? DATE_KST : 0;
}
