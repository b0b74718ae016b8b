/*
 * Typed growing arrays on the heap:
 *
 *	vec(struct link) links = { 0 };
 *	*vec_add(&links) = link;
 *	for (size_t i = 0; i < links.n; i++) use(links.v[i]);
 *	vec_free(&links);
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stdlib.h>

#include "base/mem.h"

#define vec(type) struct { type *v; size_t n, cap; }

/* A pointer to a new last element, not initialised. Valid until the next add. */
#define vec_add(vec_) \
	((vec_)->n == (vec_)->cap \
		? (void)((vec_)->v = mem_realloc((vec_)->v, (vec_)->cap = (vec_)->cap ? (vec_)->cap * 2 : 8, sizeof *(vec_)->v)) \
		: (void)0, \
	 &(vec_)->v[(vec_)->n++])

/* Room for n elements in all, for one whose length is known before. */
#define vec_reserve(vec_, n_) \
	((vec_)->cap < (n_) ? (void)((vec_)->v = mem_realloc((vec_)->v, (vec_)->cap = (n_), sizeof *(vec_)->v)) : (void)0)

#define vec_free(vec_) (free((vec_)->v), (vec_)->v = NULL, (vec_)->n = (vec_)->cap = 0)

#endif
