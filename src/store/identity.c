#include "store/identity.h"

#include <endian.h>

#include "base/clock.h"
#include "base/word.h"
#include "text/url.h"

/* FNV-1a, 64 bit. */
#define PRIME 0x100000001b3u
#define START 0xcbf29ce484222325u

/* MurmurHash's, for words of 64 bit. */
#define MIXER 0xff51afd7ed558ccdu

enum { LANES = 4, LANE_BYTES = 8 };

static uint64_t
add_bytes(uint64_t h, const unsigned char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		h = (h ^ p[i]) * PRIME;
	return h;
}

/* What follows starts elsewhere: ("ab", "c") is not ("a", "bc"). */
static uint64_t
end_text(uint64_t h, size_t n)
{
	h ^= h >> 32;
	return h * PRIME + n;
}

uint64_t
identity_hash(uint64_t h, struct str s)
{
	return end_text(add_bytes(h ^ START, (const unsigned char *)s.p, s.n), s.n);
}

static uint64_t
add_word(uint64_t h, uint64_t word)
{
	h = (h ^ word) * MIXER;
	return h ^ h >> 32;
}

/* Each step waits for the one before: four go side by side. */
uint64_t
identity_text(struct str text)
{
	uint64_t lanes[LANES] = { START, START + 1, START + 2, START + 3 }, h = START;
	size_t i = 0;

	for (; text.n - i >= LANES * LANE_BYTES; i += LANES * LANE_BYTES)
		for (size_t k = 0; k < LANES; k++)
			lanes[k] = add_word(lanes[k], le64toh(word_at(text.p + i + k * LANE_BYTES)));
	for (size_t k = 0; k < LANES && i; k++)
		h = add_word(h, lanes[k]);
	for (; text.n - i >= LANE_BYTES; i += LANE_BYTES)
		h = add_word(h, le64toh(word_at(text.p + i)));
	return end_text(add_bytes(h, (const unsigned char *)text.p + i, text.n - i), text.n);
}

uint64_t
identity_texts(const struct str *texts, size_t n)
{
	uint64_t h = START;

	for (size_t i = 0; i < n; i++)
		h = add_word(h, identity_text(texts[i]));
	return h;
}

bool
identity_is_text(struct str text, uint64_t hash)
{
	return hash == identity_text(text) || hash == identity_hash(0, text);
}

void
identity_link(struct buf *out, struct str link)
{
	if (url_is_web(link))
		url_canonical(out, link);
}

/* The form is of one scheme. */
struct str
identity_host(struct str link_key)
{
	struct str behind = str_sub(link_key, sizeof "https://" - 1, link_key.n);

	return str_sub(behind, 0, str_find_char(behind, '/'));
}

void
identity_feed(struct buf *out, struct str url)
{
	struct buf whole = { 0 };
	struct str s;
	size_t at;

	url_canonical(&whole, url);
	s = buf_str(&whole);
	at = str_find(s, str_lit("://"));
	(void)buf_add(out, at < s.n ? str_sub(s, at + 3, s.n) : s);
	buf_free(&whole);
}

static uint64_t
hash_number(uint64_t h, int64_t n)
{
	unsigned char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)((uint64_t)n >> (8 * i));
	return identity_hash(h, str_new((const char *)bytes, sizeof bytes));
}

bool
identity_is_hash(struct str guid)
{
	return str_starts(guid, "hash:");
}

bool
identity_title(struct str guid, struct str title, int64_t published, int64_t *key)
{
	if (identity_is_hash(guid))
		published = 0;
	if (!title.n || published == CLOCK_NONE)
		return false;
	*key = (int64_t)hash_number(identity_hash(0, title), published);
	return true;
}

void
identity_post(struct buf *out, const struct post *post, struct str excerpt)
{
	size_t was = out->n;
	uint64_t h;

	if (post->id.n) {
		(void)buf_add(out, post->id);
		return;
	}
	identity_link(out, post->link);
	if (out->n > was)
		return;
	h = hash_number(identity_hash(0, post->title), post->published);
	if (!post->title.n || post->published == CLOCK_NONE)
		h = identity_hash(h, excerpt);
	(void)buf_printf(out, "hash:%016llx", (unsigned long long)h);
}

void
identity_second(struct buf *out, const struct post *post)
{
	(void)buf_putc(out, '\n');
	if (post->id.n)
		identity_link(out, post->link);
	else
		(void)buf_printf(out, "title:%016llx", (unsigned long long)identity_hash(0, post->title));
}

bool
identity_is_exact(int64_t time)
{
	return time != CLOCK_NONE && time % 3600 != 0;
}
