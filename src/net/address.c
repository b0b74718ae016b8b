#include "net/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Internal blocks of IPv4: the first bits of the address. */
static const struct {
	uint32_t block;
	int bits;
} blocks4[] = {
	{ 0x00000000, 8 },  /* 0.0.0.0/8: this network */
	{ 0x0a000000, 8 },  /* 10.0.0.0/8: private */
	{ 0x64400000, 10 }, /* 100.64.0.0/10: shared by carriers */
	{ 0x7f000000, 8 },  /* 127.0.0.0/8: loopback */
	{ 0xa9fe0000, 16 }, /* 169.254.0.0/16: link-local, cloud metadata */
	{ 0xac100000, 12 }, /* 172.16.0.0/12: private */
	{ 0xc0000000, 24 }, /* 192.0.0.0/24: protocol assignments */
	{ 0xc0a80000, 16 }, /* 192.168.0.0/16: private */
	{ 0xc6120000, 15 }, /* 198.18.0.0/15: benchmarks */
	{ 0xe0000000, 3 },  /* 224.0.0.0 and up: multicast, reserved, broadcast */
};

static bool
is_internal4(uint32_t address)
{
	for (size_t i = 0; i < sizeof blocks4 / sizeof *blocks4; i++)
		if ((address ^ blocks4[i].block) >> (32 - blocks4[i].bits) == 0)
			return true;
	return false;
}

static uint32_t
ipv4_at(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool
is_internal6(const unsigned char a[16])
{
	static const unsigned char none[16];
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
	static const unsigned char nat64[12] = { 0x00, 0x64, 0xff, 0x9b };

	if (!memcmp(a, mapped, sizeof mapped) || !memcmp(a, nat64, sizeof nat64))
		return is_internal4(ipv4_at(a + 12));
	if (!memcmp(a, none, 8)) /* ::, ::1, IPv4-compatible, local NAT64 */
		return true;
	if (a[0] == 0x20 && a[1] == 0x02) /* 6to4 */
		return is_internal4(ipv4_at(a + 2));
	if (a[0] == 0x20 && a[1] == 0x01 && !a[2] && !a[3]) /* Teredo: the IPv4 address is in it, inverted */
		return is_internal4(~ipv4_at(a + 12));
	if (!memcmp(a, nat64, 4)) /* 64:ff9b:1::/48 */
		return true;
	return (a[0] & 0xfe) == 0xfc || (a[0] == 0xfe && (a[1] & 0x80)) || a[0] == 0xff;
}

bool
address_is_internal(const struct sockaddr *address)
{
	struct sockaddr_in in4;
	struct sockaddr_in6 in6;

	if (address->sa_family == AF_INET) {
		memcpy(&in4, address, sizeof in4);
		return is_internal4(ntohl(in4.sin_addr.s_addr));
	}
	if (address->sa_family == AF_INET6) {
		memcpy(&in6, address, sizeof in6);
		return is_internal6(in6.sin6_addr.s6_addr);
	}
	return false;
}

bool
address_is_internal_text(const char *text)
{
	unsigned char bytes[16];

	if (inet_pton(AF_INET, text, bytes) == 1)
		return is_internal4(ipv4_at(bytes));
	return inet_pton(AF_INET6, text, bytes) == 1 && is_internal6(bytes);
}
