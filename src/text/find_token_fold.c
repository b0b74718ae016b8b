#include "text/find_token_fold.h"

#include <unicase.h>
#include <uninorm.h>

#include "base/str.h"

enum {
	WIDE = 0xff01,   /* full-width forms of ASCII */
	WIDE_END = 0xff5f,
	WIDE_OFF = 0xfee0,
	DECOMPOSED = 32, /* room that libunistring asks for */
};

/* Accented letters without their accents, and the Han characters that stand twice in Unicode for their Korean readings. */
static __attribute__((noinline)) int32_t
decompose(int32_t cp)
{
	ucs4_t parts[DECOMPOSED];

	while ((cp < 0x2000 || (cp >= 0xf900 && cp <= 0xfaff)) &&
	    uc_canonical_decomposition((ucs4_t)cp, parts) > 0)
		cp = (int32_t)parts[0];
	return cp;
}

int32_t
find_token_fold(int32_t cp)
{
	if (cp >= WIDE && cp < WIDE_END)
		cp -= WIDE_OFF;
	if (cp < 0x80)
		return str_lower((char)cp);
	return decompose((int32_t)uc_tolower((ucs4_t)cp));
}
