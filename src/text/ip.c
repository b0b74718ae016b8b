#include "text/ip.h"

#include <stddef.h>
#include <string.h>

/* Internal blocks of IPv4: the first bits of the address. */
static const struct {
	uint32_t block;
	int bits;
} blocks4[] = {
	{ 0x00000000, 8 },  /* 0.0.0.0/8: this network */
	{ 0x0a000000, 8 },  /* 10.0.0.0/8: private */
	{ 0x64400000, 10 }, /* 100.64.0.0/10: shared by carriers, metadata of some clouds */
	{ 0x7f000000, 8 },  /* 127.0.0.0/8: loopback */
	{ 0xa9fe0000, 16 }, /* 169.254.0.0/16: link-local, cloud metadata */
	{ 0xac100000, 12 }, /* 172.16.0.0/12: private */
	{ 0xc0000000, 24 }, /* 192.0.0.0/24: protocol assignments */
	{ 0xc0586300, 24 }, /* 192.88.99.0/24: relays of 6to4 */
	{ 0xc0a80000, 16 }, /* 192.168.0.0/16: private */
	{ 0xc6120000, 15 }, /* 198.18.0.0/15: benchmarks */
	{ 0xe0000000, 3 },  /* 224.0.0.0 and up: multicast, reserved, broadcast */
};

/* How an address of IPv6 holds one of IPv4: where its bytes are these, bit by bit of a mask (0xff: the whole byte). */
static const struct {
	unsigned char bytes[12], mask[12];
	int at;           /* of the IPv4 address */
	bool is_inverted;
} holders[] = {
	{ { [10] = 0xff, [11] = 0xff }, { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 }, 12, false }, /* mapped */
	{ { 0, 0x64, 0xff, 0x9b }, { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 }, 12, false }, /* NAT64 */
	{ { 0x20, 0x02 }, { 255, 255 }, 2, false }, /* 6to4 */
	{ { 0x20, 0x01 }, { 255, 255, 255, 255 }, 12, true }, /* Teredo */
};

/* Blocks within 2000::/3 that are not of the open Internet. */
static const unsigned char benchmarks[6] = { 0x20, 0x01, 0x00, 0x02 };
static const unsigned char orchid[4] = { 0x20, 0x01, 0x00, 0x10 }, orchid2[4] = { 0x20, 0x01, 0x00, 0x20 };

bool
ip_is_internal_v4(uint32_t ip)
{
	for (size_t i = 0; i < sizeof blocks4 / sizeof *blocks4; i++)
		if ((ip ^ blocks4[i].block) >> (32 - blocks4[i].bits) == 0)
			return true;
	return false;
}

static uint32_t
ipv4_at(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool
fits(const unsigned char *ip, const unsigned char *bytes, const unsigned char *mask)
{
	for (size_t i = 0; i < 12; i++)
		if ((ip[i] ^ bytes[i]) & mask[i])
			return false;
	return true;
}

/* RFC 5214 6.1: …:0:5efe:a.b.c.d and …:200:5efe:a.b.c.d. */
static bool
is_isatap(const unsigned char *ip)
{
	return !(ip[8] & 0xfd) && !ip[9] && ip[10] == 0x5e && ip[11] == 0xfe;
}

bool
ip_is_internal_v6(const unsigned char ip[16])
{
	for (size_t i = 0; i < sizeof holders / sizeof *holders; i++)
		if (fits(ip, holders[i].bytes, holders[i].mask))
			return ip_is_internal_v4(holders[i].is_inverted ? ~ipv4_at(ip + holders[i].at) : ipv4_at(ip + holders[i].at));
	if (is_isatap(ip) && ip_is_internal_v4(ipv4_at(ip + 12)))
		return true;
	if (!memcmp(ip, benchmarks, 6) || (!memcmp(ip, orchid, 3) && ((ip[3] & 0xf0) == orchid[3] || (ip[3] & 0xf0) == orchid2[3])))
		return true;
	return (ip[0] & 0xe0) != 0x20; /* the addresses of the open Internet are 2000::/3 (RFC 4291 2.4) */
}
