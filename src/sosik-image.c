/*
 * The program that decodes pictures: sosik-image COLS ROWS CELL-WIDTH
 * CELL-HEIGHT PARTS-ACROSS PARTS-DOWN (image/image_fit.h). The file is its
 * standard input; image/image_wire.h is what it answers. It is jailed before
 * it looks at a byte, and ends with each picture. `sosik-image probe` tries the
 * jail and ends with 0 where that holds.
 */
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/num.h"
#include "image/image_gif.h"
#include "image/image_jpeg.h"
#include "image/image_kind.h"
#include "image/image_png.h"
#include "image/image_webp.h"
#include "worker/jail.h"

enum { EXIT_USAGE = 2, EXIT_NOT_JAILED = 77, WORDS = 6 };

/* It dies with the reader, and the keys of the terminal are the reader's to handle. */
static void
let_go(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		(void)signal(signals[i], SIG_IGN);
	(void)close_range(jail_is_sanitized() ? 3 : 2, ~0u, 0);
}

static bool
read_want(char **words, struct image_want *ret)
{
	int *const numbers[WORDS] = { &ret->cols, &ret->rows, &ret->cell_width, &ret->cell_height, &ret->parts_across, &ret->parts_down };

	for (int i = 0; i < WORDS; i++) {
		int64_t number;

		if (!num_parse(str_of(words[i]), 0, 10000, &number))
			return false;
		*numbers[i] = (int)number;
	}
	return image_fit_is_sound(ret);
}

static _Noreturn void
probe(void)
{
	struct jail_probe found;

	jail_try(&found);
	_exit(!found.open || !found.socket || !found.exec);
}

static _Noreturn void
show(struct image_out *o, struct str bytes)
{
	switch (image_kind_of(bytes)) {
	case IMAGE_KIND_JPEG:
		image_jpeg(o, bytes);
	case IMAGE_KIND_PNG:
		image_png(o, bytes);
	case IMAGE_KIND_GIF:
		image_gif(o, bytes);
	case IMAGE_KIND_WEBP:
		image_webp(o, bytes);
	default:
		image_out_end(o, IMAGE_NOT_READ);
	}
}

int
main(int argc, char **argv)
{
	struct image_out out = { .orientation = 1 };
	struct buf bytes = BUF_CAPPED(LIMIT_IMAGE_BYTES);
	bool is_probe = argc == 2 && !strcmp(argv[1], "probe");
	int rc;

	if (!is_probe && (argc != 1 + WORDS || !read_want(argv + 1, &out.want)))
		return EXIT_USAGE;
	let_go();
	(void)alarm(LIMIT_IMAGE_WALL_S);
	if (jail_enter(&(struct jail_limits){ LIMIT_IMAGE_CPU_S, LIMIT_IMAGE_MEMORY_MB }, NULL) < 0)
		return EXIT_NOT_JAILED;
	if (is_probe)
		probe();
	rc = file_read_fd(STDIN_FILENO, "", LIMIT_IMAGE_BYTES, &bytes, NULL);
	if (rc < 0)
		image_out_end(&out, IMAGE_TOO_LARGE);
	show(&out, buf_str(&bytes));
}
