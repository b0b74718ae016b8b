/*
 * From the bytes of a feed or page to valid UTF-8. The ladder: byte order
 * mark; bytes that are valid UTF-8 (beats any label, but a Korean one where no
 * letter takes three bytes: that may be EUC-KR by chance); the label of the
 * document or of HTTP, with every Korean label (euc-kr, ks_c_5601-1987,
 * ksc5601, korean, ms949, windows-949, cp949, x-windows-949 …) read as CP949;
 * a guess; replacement characters.
 */
#ifndef TEXT_CHARSET_H
#define TEXT_CHARSET_H

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"

struct charset; /* the converters, all opened at once: a jailed process cannot load them later */

/* True when no converter is needed for the bytes, whatever their label says: UTF-8 beyond doubt, or nothing but ASCII. */
bool charset_is_plain(struct str bytes);

/* Never NULL. Free with charset_free(). */
struct charset *charset_open(void);

/* The same without converters, whose opening takes most of the time in which a worker starts: for plain bytes. */
struct charset *charset_open_plain(void);
void charset_free(struct charset *set);

struct charset_found {
	char name[32];    /* what was decoded from, lower case: "utf-8", "cp949", "utf-16le" … */
	bool is_repaired; /* ill-formed bytes were replaced */
	bool is_label_wrong; /* the bytes are of another charset than the label, or without one the default (UTF-8), says */
};

/* True when no byte order mark, no label inside and none of HTTP says that the bytes are of another charset than UTF-8. */
bool charset_says_utf8(struct str bytes, struct str http_type);

/* Appends bytes as valid UTF-8 to *out (which may be capped: ERR_LIMIT). http_type is the value of Content-Type or empty. The label inside (XML declaration, HTML meta) is found here. */
int charset_decode(struct charset *set, struct str bytes, struct str http_type, struct buf *out, struct charset_found *found, struct err *err);

/* The same for bytes that are not needed any more: what has been read goes, should behind say so. -1: too large. */
int charset_decode_behind(struct charset *set, struct str bytes, struct str http_type, struct mem_trail *behind, struct buf *out, struct charset_found *found);

#endif
