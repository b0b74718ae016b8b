/*
 * Which IP addresses are internal: what a public feed must never lead to
 * (RFC 6890, RFC 4193, 4291, 6598). Addresses of documentation are not: nobody
 * is there who had to be protected.
 */
#ifndef TEXT_IP_H
#define TEXT_IP_H

#include <stdbool.h>
#include <stdint.h>

/* Loopback, private, link-local, shared, multicast and other addresses that are not of the open Internet; the first byte is the highest. */
bool ip_is_internal_v4(uint32_t ip);

/* The same; an address that holds one of IPv4 (mapped, NAT64, 6to4, Teredo, ISATAP) is judged by that. */
bool ip_is_internal_v6(const unsigned char ip[16]);

#endif
