#include "ui/kitty.h"

enum { BYTES = KITTY_CHUNK / 4 * 3 };

/* Base 64 of RFC 4648. */
static void
add_base64(struct buf *out, const unsigned char *p, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (; n >= 3; p += 3, n -= 3) {
		const char four[] = { digits[p[0] >> 2], digits[(p[0] & 3) << 4 | p[1] >> 4], digits[(p[1] & 15) << 2 | p[2] >> 6],
			digits[p[2] & 63] };

		(void)buf_add_bytes(out, four, sizeof four);
	}
	if (n == 1)
		(void)buf_printf(out, "%c%c==", digits[p[0] >> 2], digits[(p[0] & 3) << 4]);
	else if (n == 2)
		(void)buf_printf(out, "%c%c%c=", digits[p[0] >> 2], digits[(p[0] & 3) << 4 | p[1] >> 4], digits[(p[1] & 15) << 2]);
}

size_t
kitty_bytes(const struct screen_raw *raw)
{
	return (size_t)raw->width * (size_t)raw->height * 3;
}

size_t
kitty_send(struct buf *out, const struct screen_raw *raw, size_t at)
{
	size_t all = kitty_bytes(raw), n = all - at < BYTES ? all - at : BYTES;
	int has_more = at + n < all;

	if (at)
		(void)buf_printf(out, "\033_Gm=%d,q=2;", has_more);
	else
		(void)buf_printf(out, "\033_Ga=t,t=d,f=24,i=%u,s=%d,v=%d,q=2,m=%d;", raw->id, raw->width, raw->height, has_more);
	add_base64(out, raw->rgb + at, n);
	(void)buf_puts(out, "\033\\");
	return n;
}

/* The cursor goes there and back; C=1: the picture itself does not move it. Where the size of cells is only guessed the picture is made to fit them. */
void
kitty_place(struct buf *out, const struct screen_raw *raw, uint32_t place)
{
	int y = raw->first * raw->row_height, height = raw->rows * raw->row_height;

	if (height > raw->height - y)
		height = raw->height - y;
	(void)buf_printf(out, "\0337\033[%d;%dH\033_Ga=p,i=%u,p=%u,x=0,y=%d,w=%d,h=%d,C=1,q=2", raw->row + 1, raw->col + 1, raw->id,
		place, y, raw->width < raw->cols * raw->col_width ? raw->width : raw->cols * raw->col_width, height);
	if (raw->is_guessed)
		(void)buf_printf(out, ",c=%d,r=%d", raw->cols, raw->rows);
	(void)buf_puts(out, "\033\\\0338");
}

void
kitty_take(struct buf *out, uint32_t id, uint32_t place)
{
	(void)buf_printf(out, "\033_Ga=d,d=i,i=%u,p=%u,q=2\033\\", id, place);
}
