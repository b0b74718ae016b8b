#include "text/nfc.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>

#include "text/plain.h"

/* Adds what libunistring made; p NULL (ill-formed input) leaves s as it is. */
static void
add_made(struct buf *out, struct str s, uint8_t *p, size_t n)
{
	(void)buf_add(out, p ? str_new((const char *)p, n) : s);
	free(p);
}

/* True when no code point of s can change or join another: plain text with line ends and tabs. */
static bool
is_settled(struct str s)
{
	for (;;) {
		size_t n = plain_len(s);

		s = str_sub(s, n, s.n);
		if (!s.n)
			return true;
		if ((unsigned char)s.p[0] >= 0x80)
			return false;
		s = str_sub(s, 1, s.n);
	}
}

void
nfc_add(struct buf *out, struct str s)
{
	size_t n = 0;
	uint8_t *p;

	if (is_settled(s)) {
		(void)buf_add(out, s);
		return;
	}
	p = u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, NULL, &n);
	add_made(out, s, p, n);
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
