/*
 * ZIP archives (PKWARE's APPNOTE 6.3), written from the first byte to the last
 * without going back: into a pipe too. Files have no extra fields and one
 * fixed date, so that the same files give the same bytes; that is what EPUB
 * asks of the first one. No archive is larger than 4 GB, none has more than
 * 65,535 files.
 */
#ifndef EPUB_ZIP_H
#define EPUB_ZIP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

struct zip_file {
	struct str name;
	uint32_t crc, packed, size, at;
	uint16_t method;
};

/* Zero-initialise but for the first two. */
struct zip {
	int fd;
	const char *path; /* for messages */
	struct arena arena;
	vec(struct zip_file) files;
	struct buf out;   /* scratch */
	uint64_t at;      /* bytes written */
};

enum zip_method { ZIP_STORED = 0, ZIP_DEFLATED = 8 };

/* Adds a file. */
int zip_add(struct zip *z, struct str name, struct str bytes, enum zip_method method, struct err *err);

/* Writes the list of the files, which ends the archive. */
int zip_finish(struct zip *z, struct err *err);

void zip_free(struct zip *z);

#endif
