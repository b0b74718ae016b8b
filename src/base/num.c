#include "base/num.h"

bool
num_parse(struct str s, int64_t min, int64_t max, int64_t *ret)
{
	bool is_negative = min < 0 && str_starts(s, "-");
	int64_t value = 0;

	if (is_negative)
		s = str_sub(s, 1, s.n);
	if (!s.n)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_digit(s.p[i]) || __builtin_mul_overflow(value, 10, &value) ||
		    __builtin_sub_overflow(value, s.p[i] - '0', &value))
			return false;
	}
	if (!is_negative && __builtin_sub_overflow((int64_t)0, value, &value))
		return false;
	if (value < min || value > max)
		return false;
	*ret = value;
	return true;
}

int64_t
num_take(struct str *s, int max_digits)
{
	int64_t value = 0;
	int n = 0;

	while (n < max_digits && n < 18 && (size_t)n < s->n && str_is_digit(s->p[n]))
		value = value * 10 + (s->p[n++] - '0');
	if (!n)
		return -1;
	*s = str_sub(*s, (size_t)n, s->n);
	return value;
}

int
num_hex(char c)
{
	c = str_lower(c);
	if (str_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
