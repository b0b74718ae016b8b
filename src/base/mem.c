#include "base/mem.h"

#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { TRAIL_PART = 256 << 10 }; /* is given back at once */

static void (*mem_hook)(void);

static _Noreturn void
out_of_memory(void)
{
	static const char text[] = "sosik: out of memory; nothing stored is lost\n";

	if (mem_hook)
		mem_hook();
	(void)!write(STDERR_FILENO, text, sizeof text - 1);
	_exit(74);
}

void
mem_set_hook(void (*hook)(void))
{
	mem_hook = hook;
}

void *
mem_alloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *
mem_zalloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *
mem_realloc(void *p, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory();
	count *= size;
	p = realloc(p, count ? count : 1);
	if (!p)
		out_of_memory();
	return p;
}

char *
mem_dup(const void *p, size_t n)
{
	char *copy = mem_alloc(n + 1);

	if (n)
		memcpy(copy, p, n);
	copy[n] = '\0';
	return copy;
}

void
mem_trail_pass(struct mem_trail *trail, const char *to)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), from, end;

	if (!trail || !trail->from || to < trail->from + TRAIL_PART)
		return;
	from = ((uintptr_t)trail->from + page - 1) / page * page;
	end = (uintptr_t)to / page * page;
	if (end > from)
		(void)madvise((void *)from, end - from, MADV_DONTNEED);
	trail->from = (const char *)end;
}

void
mem_give_back(int least, int kept)
{
#ifdef __GLIBC__
	(void)mallopt(M_MMAP_THRESHOLD, least);
	(void)mallopt(M_TRIM_THRESHOLD, kept);
#else
	(void)least, (void)kept;
#endif
}

void
mem_trim(void)
{
#ifdef __GLIBC__
	(void)malloc_trim(64 << 10);
#endif
}

/* What is only read of a program or library is in its file. */
static int
let_go(struct dl_phdr_info *library, size_t size, void *user)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);

	(void)size, (void)user;
	for (size_t i = 0; i < library->dlpi_phnum; i++) {
		const ElfW(Phdr) *part = &library->dlpi_phdr[i];
		uintptr_t from = (library->dlpi_addr + part->p_vaddr) / page * page;

		if (part->p_type == PT_LOAD && !(part->p_flags & PF_W))
			(void)madvise((void *)from, library->dlpi_addr + part->p_vaddr + part->p_memsz - from, MADV_DONTNEED);
	}
	return 0;
}

void
mem_give_back_code(void)
{
	(void)dl_iterate_phdr(let_go, NULL);
}
