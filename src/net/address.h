/*
 * Which addresses are internal: what a public feed must never lead to
 * (RFC 6890 and the ranges of RFC 4193, 4291, 6598).
 */
#ifndef NET_ADDRESS_H
#define NET_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

/* Loopback, private, link-local, shared, multicast and other addresses that are not of the open Internet; an IPv6 address that holds an IPv4 one is judged by that. False for other families. */
bool address_is_internal(const struct sockaddr *address);

/* The same for an address in numbers and dots or colons; false for what is none. */
bool address_is_internal_text(const char *text);

#endif
