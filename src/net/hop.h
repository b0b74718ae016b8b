/*
 * What curl is told of one hop of a transfer: where it goes, by which proxy, and
 * what the host is told of us. Used by net/transfer.c and net/follow.c only.
 */
#ifndef NET_HOP_H
#define NET_HOP_H

#include "net/transfer.h"

/* Where url leads to; and whether that is the place of the transfer's own address. */
struct transfer_target hop_target(struct str url);
bool hop_is_own(const struct transfer *t, const struct transfer_target *target);

/* Whether the target of this hop is the place that t->access speaks of, asked no less safely than there. */
bool hop_is_home(const struct transfer *t);

/* Whether this hop's host, which has answered, was told a login of t->access or of the URL: without TLS the former only if it asked for one that curl knows. */
bool hop_told_login(const struct transfer *t);

/* Sets all that differs from hop to hop on t->easy. The proxy is our choice: curl's own, by the environment, is off. */
void hop_set(struct transfer *t);

/* Trusts the certificate authorities of a file instead of the system's; or those that the environment names, as for curl(1). For the host and for a proxy that speaks TLS. */
void hop_trust(CURL *easy, const char *file);
void hop_trust_environment(CURL *easy);

#endif
