#include "text/url_near.h"

#include "text/url.h"

/* The host without what mobile and plain names begin with. */
static struct str
bare_host(struct str url)
{
	struct str host = url_host(url);

	if (str_starts_icase(host, "www."))
		return str_sub(host, 4, host.n);
	return str_starts_icase(host, "m.") ? str_sub(host, 2, host.n) : host;
}

static bool
is_below(struct str host, struct str other)
{
	return host.n > other.n && host.p[host.n - other.n - 1] == '.' && str_eq_icase(str_sub(host, host.n - other.n, host.n), other);
}

bool
url_near_site(struct str a, struct str b)
{
	struct str one = bare_host(a), two = bare_host(b);

	return str_eq_icase(one, two) || is_below(one, two) || is_below(two, one);
}

bool
url_near_host(struct str a, struct str b)
{
	struct url one, two;

	url_split(a, &one);
	url_split(b, &two);
	return str_eq_icase(one.host, two.host) && str_eq(one.port, two.port);
}

bool
url_near_may_lead(struct str from, struct str to)
{
	return !url_is_internal_host(url_host(to)) || url_near_host(from, to);
}
