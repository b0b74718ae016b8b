/*
 * Which addresses of sockets are internal: what a public feed must never lead
 * to (text/ip.h). What is no address of IP counts as internal, too.
 */
#ifndef NET_ADDRESS_H
#define NET_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

bool address_is_internal(const struct sockaddr *address);

/* The same for an address in numbers and dots or colons. */
bool address_is_internal_text(const char *text);

#endif
