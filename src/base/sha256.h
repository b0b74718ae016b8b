/*
 * SHA-256 (FIPS 180-4): names for what strangers choose, so that nobody can
 * make two of one name.
 */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/str.h"

enum { SHA256_HEX = 64 };

/* The hash of the bytes in small hexadecimal digits, with a NUL behind them. */
void sha256_hex(struct str bytes, char ret[SHA256_HEX + 1]);

#endif
