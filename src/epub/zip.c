#include "epub/zip.h"

#define ZLIB_CONST
#include <zlib.h>

#include "base/file.h"
#include "base/tr.h"

enum {
	FILES_MAX = 65535,
	VERSION = 20,          /* 2.0: deflate and folders */
	FLAG_UTF8 = 1 << 11,   /* names */
	DAY = (1 << 5) | 1,    /* 1980-01-01, where its time begins */
	LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50, /* what the parts begin with */
};

/* ---- numbers, little endian */

static void
add16(struct buf *out, uint32_t n)
{
	(void)buf_putc(out, (char)(n & 0xff));
	(void)buf_putc(out, (char)(n >> 8 & 0xff));
}

static void
add32(struct buf *out, uint32_t n)
{
	add16(out, n & 0xffff);
	add16(out, n >> 16);
}

static int
flush(struct zip *z, struct err *err)
{
	if (file_write_fd(z->fd, z->out.p, z->out.n) < 0)
		return err_errno(err, ERR_IO, tr("cannot write %s"), z->path);
	z->at += z->out.n;
	buf_clear(&z->out);
	return 0;
}

/* ---- files */

/* Appends the bytes as a raw stream of deflate. */
static void
deflate_bytes(struct buf *out, struct str bytes)
{
	z_stream s = { .avail_in = (uInt)bytes.n };
	size_t room;

	s.next_in = (z_const Bytef *)bytes.p;
	if (deflateInit2(&s, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
		abort(); /* only for lack of memory, or by our own mistake */
	room = deflateBound(&s, (uLong)bytes.n);
	s.next_out = (Bytef *)buf_reserve(out, room);
	s.avail_out = (uInt)room;
	(void)deflate(&s, Z_FINISH);
	out->n += room - s.avail_out;
	(void)deflateEnd(&s);
}

/* What both places say of a file. */
static void
add_facts(struct buf *out, const struct zip_file *file)
{
	add16(out, VERSION);
	add16(out, FLAG_UTF8);
	add16(out, file->method);
	add16(out, 0); /* time of day */
	add16(out, DAY);
	add32(out, file->crc);
	add32(out, file->packed);
	add32(out, file->size);
	add16(out, (uint32_t)file->name.n);
	add16(out, 0); /* extra fields */
}

static int
check_room(const struct zip *z, size_t more, struct err *err)
{
	if (z->files.n >= FILES_MAX || z->at + more > UINT32_MAX)
		return err_set(err, ERR_LIMIT, tr("%s would be larger than a ZIP archive can be; ask for fewer posts"), z->path);
	return 0;
}

int
zip_add(struct zip *z, struct str name, struct str bytes, enum zip_method method, struct err *err)
{
	struct zip_file file = { .name = arena_dup(&z->arena, name), .size = (uint32_t)bytes.n, .at = (uint32_t)z->at };
	struct buf packed = { 0 };
	struct str body = bytes;
	int rc = check_room(z, 2 * bytes.n + 1024, err);

	if (rc < 0)
		return rc;
	if (method == ZIP_DEFLATED) {
		deflate_bytes(&packed, bytes);
		body = buf_str(&packed);
	}
	file.method = (uint16_t)method;
	file.packed = (uint32_t)body.n;
	file.crc = (uint32_t)crc32(0, (const Bytef *)bytes.p, (uInt)bytes.n);
	add32(&z->out, LOCAL);
	add_facts(&z->out, &file);
	(void)buf_add(&z->out, name);
	(void)buf_add(&z->out, body);
	*vec_add(&z->files) = file;
	buf_free(&packed);
	return flush(z, err);
}

static void
add_central(struct buf *out, const struct zip_file *file)
{
	add32(out, CENTRAL);
	add16(out, VERSION); /* made by */
	add_facts(out, file);
	add16(out, 0); /* comment */
	add16(out, 0); /* disk */
	add16(out, 0);
	add32(out, 0); /* attributes */
	add32(out, file->at);
	(void)buf_add(out, file->name);
}

int
zip_finish(struct zip *z, struct err *err)
{
	uint64_t start = z->at, size;

	for (size_t i = 0; i < z->files.n; i++)
		add_central(&z->out, &z->files.v[i]);
	size = z->out.n;
	if (check_room(z, size + 1024, err) < 0)
		return -1;
	add32(&z->out, END);
	add32(&z->out, 0); /* disks */
	add16(&z->out, (uint32_t)z->files.n);
	add16(&z->out, (uint32_t)z->files.n);
	add32(&z->out, (uint32_t)size);
	add32(&z->out, (uint32_t)start);
	add16(&z->out, 0); /* comment */
	return flush(z, err);
}

void
zip_free(struct zip *z)
{
	vec_free(&z->files);
	buf_free(&z->out);
	arena_free(&z->arena);
}
