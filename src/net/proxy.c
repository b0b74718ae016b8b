#include "net/proxy.h"

#include <arpa/inet.h>
#include <stdlib.h>

#include "base/num.h"

/* The bytes of an address and how many there are; 0 for what is none. */
static size_t
read_address(struct str s, unsigned char bytes[16])
{
	char text[64];

	if (str_starts(s, "[") && str_ends(s, "]"))
		s = str_sub(s, 1, s.n - 1);
	if (!s.n || s.n >= sizeof text)
		return 0;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	if (inet_pton(AF_INET, text, bytes) == 1)
		return 4;
	return inet_pton(AF_INET6, text, bytes) == 1 ? 16 : 0;
}

/* An address, or a block of them with the number of bits that count. */
static bool
is_in_block(struct str entry, const unsigned char *address, size_t n)
{
	unsigned char block[16];
	struct str base, bits;
	int64_t count = (int64_t)n * 8;

	if (str_cut(entry, '/', &base, &bits) && !num_parse(bits, 0, (int64_t)n * 8, &count))
		return false;
	if (read_address(base, block) != n)
		return false;
	for (int64_t i = 0; i < count; i++)
		if ((address[i / 8] ^ block[i / 8]) >> (7 - i % 8) & 1)
			return false;
	return true;
}

/* The name itself and all below it. */
static bool
is_in_domain(struct str domain, struct str host)
{
	if (str_starts(domain, "."))
		domain = str_sub(domain, 1, domain.n);
	if (str_ends(domain, "."))
		domain.n--;
	if (!domain.n || domain.n > host.n)
		return false;
	if (!str_eq_icase(str_sub(host, host.n - domain.n, host.n), domain))
		return false;
	return domain.n == host.n || host.p[host.n - domain.n - 1] == '.';
}

/* The next entry: commas and blanks stand between them. */
static struct str
take_entry(struct str *list)
{
	size_t from = 0, to;

	while (from < list->n && (list->p[from] == ',' || str_is_space(list->p[from])))
		from++;
	for (to = from; to < list->n && list->p[to] != ',' && !str_is_space(list->p[to]);)
		to++;
	struct str entry = str_sub(*list, from, to);

	*list = str_sub(*list, to, list->n);
	return entry;
}

bool
proxy_is_excepted(struct str list, struct str host)
{
	unsigned char address[16];
	size_t n = read_address(host, address);
	struct str entry;

	if (str_ends(host, "."))
		host.n--;
	while ((entry = take_entry(&list)).n)
		if (str_is(entry, "*") || (n ? is_in_block(entry, address, n) : is_in_domain(entry, host)))
			return true;
	return false;
}

/* The first of two variables that is set to something. */
static const char *
either(const char *name, const char *other)
{
	const char *value = getenv(name);

	if (!value || !*value)
		value = getenv(other);
	return value ? value : "";
}

/* HTTP_PROXY is what a CGI script gets from a header: curl does not read it either. */
static const char *
proxy_of_environment(bool is_secure)
{
	const char *proxy = is_secure ? either("https_proxy", "HTTPS_PROXY") : getenv("http_proxy");

	return proxy && *proxy ? proxy : either("all_proxy", "ALL_PROXY");
}

const char *
proxy_of(const struct access *access, struct str host, bool is_secure)
{
	const char *proxy = access && access->proxy ? access->proxy : proxy_of_environment(is_secure);
	const char *excepted = access && access->no_proxy ? access->no_proxy : either("no_proxy", "NO_PROXY");

	return *proxy && !proxy_is_excepted(str_of(excepted), host) ? proxy : "";
}
