#include "ui/term_cell.h"

#include <sys/ioctl.h>
#include <unistd.h>

void
term_cell(int *width, int *height)
{
	struct winsize size;

	*width = *height = 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || !size.ws_row || !size.ws_col)
		return;
	*width = size.ws_xpixel / size.ws_col;
	*height = size.ws_ypixel / size.ws_row;
}
