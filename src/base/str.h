/*
 * Slices of bytes: a pointer and a length, owned by someone else. The bytes
 * need not end in NUL and may hold NULs. An empty slice may have p == NULL.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *p;
	size_t n; /* bytes */
};

/* A slice of a string literal; also a constant initialiser as STR_INIT("x"). */
#define str_lit(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
#define STR_INIT(literal) { "" literal, sizeof(literal) - 1 }
#define STR_NONE ((struct str){ NULL, 0 })

/* For printf("%.*s", STR(s)). */
#define STR(s) (int)(s).n, (s).n ? (s).p : ""

static inline struct str
str_new(const char *p, size_t n)
{
	return (struct str){ p, n };
}

/* The bytes of a NUL-terminated string; NULL gives an empty slice. */
static inline struct str
str_of(const char *text)
{
	return str_new(text, text ? strlen(text) : 0);
}

/* The bytes [from, to) of s, both clamped to its length. */
static inline struct str
str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return str_new(s.p ? s.p + from : NULL, to - from);
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (!a.n || !memcmp(a.p, b.p, a.n));
}

/* Equal to a C string. Most comparisons end at the first byte, without a call. */
static inline bool
str_is(struct str s, const char *text)
{
	return s.n ? text && *s.p == *text && str_eq(s, str_of(text)) : !text || !*text;
}

static inline bool
str_starts(struct str s, const char *prefix)
{
	return !*prefix || (s.n && *s.p == *prefix && s.n >= strlen(prefix) && !memcmp(s.p, prefix, strlen(prefix)));
}

static inline bool
str_ends(struct str s, const char *suffix)
{
	size_t n = strlen(suffix);

	return s.n >= n && (!n || !memcmp(s.p + s.n - n, suffix, n));
}

/* str_starts() and str_ends() for the words of a table, whose lengths are known: most are told by a byte at each end. */
static inline bool
str_has_head(struct str s, struct str head)
{
	return s.n >= head.n && (!head.n || (s.p[0] == head.p[0] && s.p[head.n - 1] == head.p[head.n - 1] && !memcmp(s.p, head.p, head.n)));
}

static inline bool
str_has_tail(struct str s, struct str tail)
{
	return s.n >= tail.n && str_has_head(str_new(s.n ? s.p + (s.n - tail.n) : s.p, tail.n), tail);
}

bool str_eq_icase(struct str a, struct str b);        /* ASCII letters only */
bool str_is_one_of(struct str s, const char *const *list); /* a list that ends with NULL; whatever the case */
int str_cmp(struct str a, struct str b);              /* by bytes, like memcmp */

/* How many bytes both begin with. */
static inline size_t
str_common(struct str a, struct str b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	return n;
}

/* Where needle first stands in s, or s.n. An empty needle stands at 0. */
size_t str_find(struct str s, struct str needle);

static inline size_t
str_find_char(struct str s, char c)
{
	const char *hit = s.n ? memchr(s.p, c, s.n) : NULL;

	return hit ? (size_t)(hit - s.p) : s.n;
}

/* How many bytes from at on are c; how many bytes of s are digits. */
size_t str_run(struct str s, size_t at, char c);
size_t str_digits(struct str s);
bool str_has(struct str s, const char *needle);

/* Splits s at the first c: the part before in *head, after in *tail (either may be NULL or &s). False, *head = s and *tail empty, without c. */
bool str_cut(struct str s, char c, struct str *head, struct str *tail);

/* ASCII white space off both ends. */
struct str str_trim(struct str s);

/* Takes the next run of bytes that are no ASCII white space off *s; empty at the end. */
struct str str_word(struct str *s);

/* True when one of the words of list, with blanks between, is word in any case. */
bool str_has_word(struct str list, const char *word);

/* True when all ASCII white space in s is single spaces. */
bool str_is_folded(struct str s);

/* True when all bytes are ASCII. */
bool str_is_ascii(struct str s);

/* Takes the next line, without its \n or \r\n, off *s; false at the end. */
bool str_line(struct str *s, struct str *line);

/* ASCII classes, independent of the locale. */
static inline bool
str_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
str_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
str_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline char
str_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* str_is(), str_starts() whatever the case of ASCII letters. */
static inline bool
str_is_icase(struct str s, const char *text)
{
	return s.n ? text && str_lower(*s.p) == str_lower(*text) && str_eq_icase(s, str_of(text)) : !text || !*text;
}

static inline bool
str_starts_icase(struct str s, const char *prefix)
{
	return !*prefix || (s.n && str_lower(*s.p) == str_lower(*prefix) && str_eq_icase(str_sub(s, 0, strlen(prefix)), str_of(prefix)));
}

#endif
