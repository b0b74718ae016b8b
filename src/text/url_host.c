#include <stdint.h>

#include "text/nfc.h"
#include "text/url.h"
#include "text/utf8.h"

/* Bootstring's numbers for Punycode (RFC 3492 5). */
enum { BASE = 36, T_MIN = 1, T_MAX = 26, SKEW = 38, DAMP = 700, BIAS = 72, FIRST = 128, LABEL_MAX = 63 };

/* RFC 3492 6.1. */
static uint32_t
adapt(uint32_t delta, uint32_t n, bool is_first)
{
	uint32_t k = 0;

	delta = is_first ? delta / DAMP : delta / 2;
	delta += delta / n;
	for (; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
		delta /= BASE - T_MIN;
	return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

static void
add_digit(struct buf *out, uint32_t digit)
{
	buf_putc(out, (char)(digit < 26 ? 'a' + digit : '0' + digit - 26));
}

static void
add_delta(struct buf *out, uint32_t delta, uint32_t bias)
{
	for (uint32_t k = BASE;; k += BASE) {
		uint32_t t = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;

		if (delta < t)
			break;
		add_digit(out, t + (delta - t) % (BASE - t));
		delta = (delta - t) / (BASE - t);
	}
	add_digit(out, delta);
}

/* RFC 3492 6.3, for the code points of one label. */
static void
add_punycode(struct buf *out, const int32_t *cps, uint32_t n)
{
	uint32_t at = FIRST, delta = 0, bias = BIAS, basic = 0, done;

	for (uint32_t i = 0; i < n; i++)
		if (cps[i] < FIRST) {
			buf_putc(out, (char)cps[i]);
			basic++;
		}
	done = basic;
	if (basic)
		buf_putc(out, '-');
	while (done < n) {
		uint32_t next = UINT32_MAX;

		for (uint32_t i = 0; i < n; i++)
			if ((uint32_t)cps[i] >= at && (uint32_t)cps[i] < next)
				next = (uint32_t)cps[i];
		delta += (next - at) * (done + 1);
		at = next;
		for (uint32_t i = 0; i < n; i++) {
			delta += (uint32_t)cps[i] < at;
			if ((uint32_t)cps[i] != at)
				continue;
			add_delta(out, delta, bias);
			bias = adapt(delta, done + 1, done == basic);
			delta = 0;
			done++;
		}
		delta++;
		at++;
	}
}

static void
add_label(struct buf *out, struct str label)
{
	int32_t cps[LABEL_MAX];
	uint32_t n = 0;
	struct str rest = label;

	while (rest.n && n < LABEL_MAX)
		cps[n++] = utf8_next(&rest);
	if (str_is_ascii(label) || rest.n) {
		buf_add(out, label);
		return;
	}
	buf_puts(out, "xn--");
	add_punycode(out, cps, n);
}

void
url_host_ascii(struct buf *out, struct str host)
{
	struct buf folded = { 0 };
	struct str rest, label;

	if (str_is_ascii(host) || !utf8_is_valid(host)) {
		buf_add(out, host);
		return;
	}
	nfc_fold(&folded, host);
	rest = buf_str(&folded);
	while (str_cut(rest, '.', &label, &rest)) {
		add_label(out, label);
		buf_putc(out, '.');
	}
	add_label(out, label);
	buf_free(&folded);
}
