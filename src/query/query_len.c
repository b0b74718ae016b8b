#include "query/query_len.h"

#include "base/num.h"
#include "query/query_date.h"

struct unit {
	const char *name;
	int seconds; /* 0: letters */
};

static const struct unit units[] = {
	{ "s", 1 }, { "sec", 1 }, { "초", 1 }, { "m", 60 }, { "min", 60 }, { "분", 60 }, { "h", 3600 }, { "hour", 3600 },
	{ "시간", 3600 }, { "자", 0 }, { "글자", 0 },
};

/* One end of a range: of a time all seconds that are shown as that many minutes, begun ones counted. */
struct amount {
	int64_t first, last; /* seconds or letters */
	const struct unit *unit; /* NULL: none was given */
};

static void
set(struct amount *a, int64_t n, const struct unit *unit)
{
	a->unit = unit;
	a->first = a->last = unit && unit->seconds ? n * unit->seconds : n;
	if (unit && unit->seconds >= 60)
		a->first -= 59;
}

static bool
read_amount(struct str value, struct amount *ret)
{
	int64_t n = num_take(&value, 9);

	*ret = (struct amount){ 0 };
	value = str_trim(value);
	if (n < 0)
		return false;
	set(ret, n, NULL);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (str_is_icase(value, units[i].name))
			set(ret, n, &units[i]);
	return !value.n || ret->unit;
}

static bool
is_time(const struct amount *a)
{
	return a->unit && a->unit->seconds;
}

/* "3..10m": the first takes the unit of the second. */
static bool
read_range(struct str from, struct str to, int64_t *least, int64_t *most, bool *in_time)
{
	struct amount a = { .first = INT64_MIN }, b = { .last = INT64_MAX };

	if ((!from.n && !to.n) || (from.n && !read_amount(from, &a)) || (to.n && !read_amount(to, &b)))
		return false;
	if (from.n && to.n && !a.unit && is_time(&b))
		set(&a, a.last, b.unit);
	if (from.n && to.n && is_time(&a) != is_time(&b))
		return false;
	*in_time = is_time(&a) || is_time(&b);
	*least = from.n && to.n && b.first < a.first ? b.first : a.first;
	*most = from.n && to.n && a.last > b.last ? a.last : b.last;
	return true;
}

/* Takes ">", ">=", "<" or "<=" off; '=' where there is none. */
static char
take_sign(struct str *value, bool *with_equal)
{
	char sign = value->n ? value->p[0] : '\0';

	if (sign != '<' && sign != '>')
		sign = '=';
	else
		*value = str_sub(*value, 1, value->n);
	*with_equal = value->n && value->p[0] == '=';
	*value = str_trim(str_sub(*value, *with_equal, value->n));
	return sign;
}

bool
query_len_read(struct str value, int64_t *from, int64_t *to, bool *in_time)
{
	struct str a, b;
	struct amount amount;
	char sign;
	bool with_equal;

	value = str_trim(value);
	if (query_date_cut(value, &a, &b))
		return read_range(a, b, from, to, in_time);
	sign = take_sign(&value, &with_equal);
	if (!read_amount(value, &amount))
		return false;
	*in_time = is_time(&amount);
	*from = sign == '<' ? INT64_MIN : sign == '=' || with_equal ? amount.first : amount.last + 1;
	*to = sign == '>' ? INT64_MAX : sign == '=' || with_equal ? amount.last : amount.first - 1;
	return true;
}
