#include "store/identity.h"

#include "base/clock.h"
#include "text/url.h"

/* FNV-1a, 64 bit. */
#define PRIME 0x100000001b3u
#define START 0xcbf29ce484222325u

enum { LANES = 4, NO_TEXT = -1 };

/* A text that is hashed beside others. */
struct lane {
	const unsigned char *p;
	size_t left, n;
	uint64_t h;
	ptrdiff_t of; /* its place, NO_TEXT: it is through */
};

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

/* Each step of a hash waits for the one before: those of several texts go side by side. */
static void
go_on(struct lane *lanes, size_t n)
{
	const unsigned char *const p[LANES] = { lanes[0].p, lanes[1].p, lanes[2].p, lanes[3].p };
	uint64_t a = lanes[0].h, b = lanes[1].h, c = lanes[2].h, d = lanes[3].h;

	if (!n)
		return;
	for (size_t i = 0; i < n; i++) {
		a = (a ^ p[0][i]) * PRIME;
		b = (b ^ p[1][i]) * PRIME;
		c = (c ^ p[2][i]) * PRIME;
		d = (d ^ p[3][i]) * PRIME;
	}
	lanes[0].h = a;
	lanes[1].h = b;
	lanes[2].h = c;
	lanes[3].h = d;
	for (size_t i = 0; i < LANES; i++) {
		lanes[i].p += n;
		lanes[i].left -= n;
	}
}

static size_t
least_left(const struct lane *lanes)
{
	size_t least = lanes[0].left;

	for (size_t i = 1; i < LANES; i++)
		least = lanes[i].left < least ? lanes[i].left : least;
	return least;
}

void
identity_hash_all(const struct str *texts, size_t n, uint64_t *hashes)
{
	struct lane lanes[LANES] = { { .of = NO_TEXT }, { .of = NO_TEXT }, { .of = NO_TEXT }, { .of = NO_TEXT } };
	size_t next = 0;

	while (next < n) {
		for (size_t i = 0; i < LANES && next < n; i++) {
			struct lane *lane = &lanes[i];

			if (lane->of != NO_TEXT && lane->left)
				continue;
			if (lane->of != NO_TEXT)
				hashes[lane->of] = end_text(lane->h, lane->n);
			*lane = (struct lane){ (const unsigned char *)texts[next].p, texts[next].n, texts[next].n, START, (ptrdiff_t)next };
			next++;
		}
		go_on(lanes, least_left(lanes));
	}
	for (size_t i = 0; i < LANES; i++)
		if (lanes[i].of != NO_TEXT)
			hashes[lanes[i].of] = end_text(add_bytes(lanes[i].h, lanes[i].p, lanes[i].left), lanes[i].n);
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
