#include "text/charset_pairs.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mem.h"
#include "text/utf8.h"

enum { ROWS = 128, ROW = 256, LETTER_MAX = 3 };

/* In UTF-8; n is 0 of one that nobody has asked for. */
struct letter {
	char bytes[LETTER_MAX];
	unsigned char n;
};

struct charset_pairs {
	struct letter *rows[ROWS]; /* by the first byte less 128; NULL until one of it is met */
};

struct charset_pairs *
charset_pairs_new(void)
{
	return mem_zalloc(1, sizeof(struct charset_pairs));
}

void
charset_pairs_free(struct charset_pairs *pairs)
{
	for (size_t i = 0; pairs && i < ROWS; i++)
		free(pairs->rows[i]);
	free(pairs);
}

/* Asks for the pair at p, of which left bytes are there; false with errno when it is none. */
static bool
learn(struct letter *letter, iconv_t cd, char *p, size_t left)
{
	size_t n = left < 2 ? left : 2, room = LETTER_MAX;
	char *to = letter->bytes;

	if (iconv(cd, &p, &n, &to, &room) == (size_t)-1)
		return false;
	if (left < 2) {
		errno = EINVAL;
		return false;
	}
	letter->n = (unsigned char)(LETTER_MAX - room);
	return true;
}

/* The letter of the pair at p; NULL with errno when it is none. */
static const struct letter *
find(struct charset_pairs *pairs, iconv_t cd, char *p, size_t left)
{
	struct letter **row = &pairs->rows[(unsigned char)p[0] - ROWS], *letter;

	if (!*row)
		*row = mem_zalloc(ROW, sizeof **row);
	letter = &(*row)[left > 1 ? (unsigned char)p[1] : 0];
	return letter->n || learn(letter, cd, p, left) ? letter : NULL;
}

/* Takes ASCII to what is none, or as much as there is room for. */
static void
take_ascii(char **in, size_t *left, char **to, size_t *room)
{
	size_t n = utf8_ascii(str_new(*in, *left < *room ? *left : *room));

	memcpy(*to, *in, n);
	*in += n;
	*left -= n;
	*to += n;
	*room -= n;
}

size_t
charset_pairs_convert(struct charset_pairs *pairs, iconv_t cd, char **in, size_t *left, char **to, size_t *room)
{
	while (*left) {
		const struct letter *letter;

		if ((unsigned char)**in < 0x80 && *room)
			take_ascii(in, left, to, room);
		if (*left && *room < sizeof *letter) {
			errno = E2BIG;
			return (size_t)-1;
		}
		if (!*left || (unsigned char)**in < 0x80)
			continue;
		letter = find(pairs, cd, *in, *left);
		if (!letter)
			return (size_t)-1;
		memcpy(*to, letter, sizeof *letter); /* what is behind it is written over */
		*in += 2;
		*left -= 2;
		*to += letter->n;
		*room -= letter->n;
	}
	return 0;
}
