#include "net/route.h"

#include <arpa/inet.h>

#include "base/num.h"
#include "base/tr.h"

/* Takes an address off *text, up to a ":" or the end. */
static struct str
take_address(struct str *text)
{
	size_t end = str_starts(*text, "[") ? str_find_char(*text, ']') + 1 : str_find_char(*text, ':');
	struct str address = str_sub(*text, 0, end);

	*text = str_sub(*text, end, text->n);
	return address;
}

static bool
is_address(struct str text)
{
	unsigned char bytes[16];
	char copy[64];
	bool is_v6 = str_starts(text, "[") && str_ends(text, "]");

	if (is_v6)
		text = str_sub(text, 1, text.n - 1);
	if (!text.n || text.n >= sizeof copy)
		return false;
	memcpy(copy, text.p, text.n);
	copy[text.n] = '\0';
	return inet_pton(is_v6 ? AF_INET6 : AF_INET, copy, bytes) == 1;
}

int
route_read(struct arena *a, struct str text, struct route *ret, struct err *err)
{
	struct str host, port, address, to_port, rest;
	int64_t n;

	str_cut(text, ':', &host, &rest);
	str_cut(rest, ':', &port, &rest);
	address = take_address(&rest);
	to_port = str_starts(rest, ":") ? str_sub(rest, 1, rest.n) : port;
	if (!host.n || !num_parse(port, 1, 65535, &n) || !num_parse(to_port, 1, 65535, &n) || !is_address(address) ||
		(rest.n && rest.p[0] != ':'))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is not HOST:PORT:ADDRESS or HOST:PORT:ADDRESS:PORT"), STR(text));
	ret->host = arena_dup(a, host);
	ret->port = arena_dup(a, port);
	ret->to = arena_printf(a, "::%.*s:%.*s", STR(address), STR(to_port)).p;
	return 0;
}

int
route_read_all(struct arena *a, const char *const *texts, size_t n, struct route **ret, struct err *err)
{
	*ret = arena_new(a, struct route, n + 1);
	for (size_t i = 0; i < n; i++)
		if (route_read(a, str_of(texts[i]), &(*ret)[i], err) < 0)
			return -1;
	return 0;
}

const struct route *
route_find(const struct route *routes, size_t n, struct str host, struct str port)
{
	if (str_ends(host, "."))
		host.n--;
	for (size_t i = 0; i < n; i++)
		if ((str_is(routes[i].host, "*") || str_eq_icase(routes[i].host, host)) && str_eq(routes[i].port, port))
			return &routes[i];
	return NULL;
}
