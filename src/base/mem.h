/*
 * Heap memory. Every function here either succeeds or ends the program with
 * exit status 74 and a one-line message, after the hook has given the terminal
 * back; buffers that strangers fill are capped (base/buf.h), so that no input
 * can bring that about.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* n bytes, not initialised; n = 0 gives a valid pointer too. Free with free(). */
void *mem_alloc(size_t n);

/* count * size bytes, all zero. */
void *mem_zalloc(size_t count, size_t size);

/* Like realloc() for count * size bytes; overflow ends the program too. */
void *mem_realloc(void *p, size_t count, size_t size);

/* A copy of n bytes with a NUL behind it. */
char *mem_dup(const void *p, size_t n);

/*
 * From now on blocks of so many bytes and more go back to the system when they are freed, whatever was freed
 * before; of what lies free behind all smaller ones so much stays. Each page that went is made anew when it is
 * needed again.
 */
void mem_give_back(int least, int kept);

/* What has been freed goes back to the system now, also what lies between blocks that are held: after something large. */
void mem_trim(void);

/*
 * Of the program and its libraries the parts that are only read go back to the system, which reads them
 * again as they are used: to start touches more of them than all that comes after.
 */
void mem_give_back_code(void);

/*
 * Bytes that are read once, from front to end: what lies behind the reader goes back to the
 * system, though the block is still to be freed. What is read there afterwards is anything.
 */
struct mem_trail {
	const char *from; /* of what is not given back yet; NULL: all stays as it is */
};

/* The reader has come to here, and does not look back. trail may be NULL. */
void mem_trail_pass(struct mem_trail *trail, const char *to);

/* Called before the program ends for lack of memory; NULL takes it away. */
void mem_set_hook(void (*hook)(void));

#endif
