#include "text/nfc.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>

#include "text/plain.h"
#include "text/utf8.h"

/* Adds what libunistring made; p NULL (ill-formed input) leaves s as it is. */
static void
add_made(struct buf *out, struct str s, uint8_t *p, size_t n)
{
	(void)buf_add(out, p ? str_new((const char *)p, n) : s);
	free(p);
}

/* What is not plain, but neither changes nor joins another: controls, most spaces and marks, emoji. */
static bool
is_settled(int32_t cp)
{
	return cp < 0x300 || (cp >= 0x2002 && cp < 0x20d0) || (cp >= 0xfe00 && cp <= 0xfe0f) || (cp >= 0x1f000 && cp <= 0x1faff);
}

/* Bytes at the start of s in which normalisation changes nothing, whatever stands before them. */
static size_t
settled_len(struct str s)
{
	struct str rest = s, after;

	for (;;) {
		rest = str_sub(rest, plain_len(rest), rest.n);
		after = rest;
		if (!rest.n || !is_settled(utf8_next(&after)))
			return s.n - rest.n;
		rest = after;
	}
}

/* Bytes at the start of s up to the first that are settled. */
static size_t
unsettled_len(struct str s)
{
	struct str rest = s;

	while (rest.n && !settled_len(rest))
		(void)utf8_next(&rest);
	return s.n - rest.n;
}

/* Only what is unsettled goes through the library, with the code point before it, which may be its base. */
void
nfc_add(struct buf *out, struct str s)
{
	while (s.n) {
		size_t n = 0, settled = settled_len(s);
		struct str before = str_sub(s, 0, settled), mixed;
		uint8_t *p;

		if (settled < s.n)
			(void)utf8_last(&before);
		(void)buf_add(out, before);
		mixed = str_sub(s, before.n, settled + unsettled_len(str_sub(s, settled, s.n)));
		if (mixed.n) {
			p = u8_normalize(UNINORM_NFC, (const uint8_t *)mixed.p, mixed.n, NULL, &n);
			add_made(out, mixed, p, n);
		}
		s = str_sub(s, before.n + mixed.n, s.n);
	}
}

bool
nfc_is(struct str s)
{
	struct buf made = { 0 };
	bool is_same = settled_len(s) == s.n;

	if (!is_same) {
		nfc_add(&made, s);
		is_same = str_eq(s, buf_str(&made));
		buf_free(&made);
	}
	return is_same;
}

void
nfc_fold(struct buf *out, struct str s)
{
	size_t n = 0;
	uint8_t *p;

	if (str_is_ascii(s)) {
		for (size_t i = 0; i < s.n; i++)
			(void)buf_putc(out, str_lower(s.p[i]));
		return;
	}
	p = u8_casefold((const uint8_t *)s.p, s.n, NULL, UNINORM_NFC, NULL, &n);
	add_made(out, s, p, n);
}

bool
nfc_same(struct str a, struct str b)
{
	struct buf left = { 0 }, right = { 0 };
	bool ret;

	nfc_fold(&left, a);
	nfc_fold(&right, b);
	ret = str_eq(buf_str(&left), buf_str(&right));
	buf_free(&left);
	buf_free(&right);
	return ret;
}
