/*
 * Unicode normalisation form C (UAX #15), by libunistring. Never NFKC: it
 * would take Hangul letters apart.
 */
#ifndef TEXT_NFC_H
#define TEXT_NFC_H

#include "base/buf.h"

/* Appends s, valid UTF-8, in NFC. */
void nfc_add(struct buf *out, struct str s);

/* True when s, valid UTF-8, is in NFC. */
bool nfc_is(struct str s);

/* Appends s in NFC and case-folded (Unicode toCasefold): the key under which tags and names are equal. */
void nfc_fold(struct buf *out, struct str s);

/* Whether both are the same under that key. */
bool nfc_same(struct str a, struct str b);

#endif
