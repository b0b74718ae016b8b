#include "image/image_webp.h"

#include <webp/decode.h>

#include "base/mem.h"

/* A chunk of RIFF: a name of four letters, its length, its bytes, a byte more where that is odd. */
enum { CHUNK_HEAD = 8, RIFF_HEAD = 12, FRAME_HEAD = 16, EXTENDED = 10, CHUNKS_MOST = 1000 };
enum { HAS_ALPHA = 0x10 };

static size_t
length_at(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	return (size_t)p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 | (size_t)p[3] << 24;
}

static void
add_length(struct buf *out, size_t n, int bytes)
{
	for (int i = 0; i < bytes; i++)
		(void)buf_putc(out, (char)(n >> (8 * i) & 0xff));
}

/* The bytes of the first chunk of that name. */
static struct str
find_chunk(struct str chunks, const char *name)
{
	for (int i = 0; i < CHUNKS_MOST && chunks.n >= CHUNK_HEAD; i++) {
		size_t n = length_at(chunks, 4);
		struct str body = str_sub(chunks, CHUNK_HEAD, n < chunks.n ? CHUNK_HEAD + n : chunks.n);

		if (str_starts(chunks, name))
			return body;
		chunks = str_sub(chunks, CHUNK_HEAD + body.n + (n & 1), chunks.n);
	}
	return STR_NONE;
}

/* The first picture of an animated one as a file of its own. */
static void
first_picture(struct str bytes, struct buf *out)
{
	struct str frame = find_chunk(str_sub(bytes, RIFF_HEAD, bytes.n), "ANMF"), chunks;

	if (frame.n < FRAME_HEAD)
		return;
	chunks = str_sub(frame, FRAME_HEAD, frame.n);
	(void)buf_puts(out, "RIFF");
	add_length(out, 4 + CHUNK_HEAD + EXTENDED + chunks.n, 4);
	(void)buf_puts(out, "WEBPVP8X");
	add_length(out, EXTENDED, 4);
	add_length(out, HAS_ALPHA, 4);
	(void)buf_add(out, str_sub(frame, 6, 12)); /* width and height of it, one less, 3 bytes each */
	(void)buf_add(out, chunks);
}

static void
add_rows(struct image_out *o, const WebPDecBuffer *made, int rows)
{
	for (int y = 0; y < rows; y++)
		image_out_row(o, made->u.RGBA.rgba + (size_t)y * (size_t)made->u.RGBA.stride);
}

/* Goes as far as there are bytes. */
static _Noreturn void
decode(struct image_out *o, WebPDecoderConfig *config, struct str bytes)
{
	WebPIDecoder *decoder = WebPIDecode(NULL, 0, config);
	VP8StatusCode status = decoder ? WebPIAppend(decoder, (const uint8_t *)bytes.p, bytes.n) : VP8_STATUS_OUT_OF_MEMORY;
	int rows = 0;

	if (status == VP8_STATUS_OK) {
		add_rows(o, &config->output, config->output.height);
		image_out_end(o, IMAGE_FINE);
	}
	if (status == VP8_STATUS_SUSPENDED && WebPIDecGetRGB(decoder, &rows, NULL, NULL, NULL))
		add_rows(o, &config->output, rows);
	image_out_end(o, IMAGE_BROKEN);
}

void
image_webp(struct image_out *o, struct str bytes)
{
	WebPDecoderConfig config;
	struct buf first = { 0 };
	struct image_fit fit;

	if (!WebPInitDecoderConfig(&config) || WebPGetFeatures((const uint8_t *)bytes.p, bytes.n, &config.input) != VP8_STATUS_OK)
		image_out_end(o, IMAGE_BROKEN);
	if (config.input.has_animation) {
		first_picture(bytes, &first);
		bytes = buf_str(&first);
		if (!bytes.n || WebPGetFeatures((const uint8_t *)bytes.p, bytes.n, &config.input) != VP8_STATUS_OK)
			image_out_end(o, IMAGE_BROKEN);
	}
	fit = image_out_size(o, config.input.width, config.input.height);
	if (fit.width < config.input.width && fit.height < config.input.height) {
		config.options.use_scaling = 1;
		config.options.scaled_width = fit.width;
		config.options.scaled_height = fit.height;
	} else {
		fit.width = config.input.width;
		fit.height = config.input.height;
	}
	config.output.colorspace = MODE_RGBA;
	image_out_begin(o, fit.width, fit.height);
	decode(o, &config, bytes);
}
