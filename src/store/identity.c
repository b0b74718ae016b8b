#include "store/identity.h"

#include "base/clock.h"
#include "text/url.h"

uint64_t
identity_hash(uint64_t h, struct str s)
{
	const uint64_t prime = 0x100000001b3u; /* FNV-1a, 64 bit */

	h ^= 0xcbf29ce484222325u;
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * prime;
	h ^= h >> 32; /* what follows starts elsewhere: ("ab", "c") is not ("a", "bc") */
	return h * prime + s.n;
}

void
identity_link(struct buf *out, struct str link)
{
	if (url_is_web(link))
		url_canonical(out, link);
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
identity_title(struct str title, int64_t published, int64_t *key)
{
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
