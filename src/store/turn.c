#include "store/turn.h"

#include <fcntl.h>
#include <unistd.h>

/* The byte stands far behind all that the file has. */
enum { TURN_AT = 1 << 20 };

/* Of the open file, not of the process: two stores of one process are two. */
static struct flock
lock(short type)
{
	return (struct flock){ .l_type = type, .l_whence = SEEK_SET, .l_start = TURN_AT, .l_len = 1 };
}

void
turn_ask(int file)
{
	struct flock l = lock(F_RDLCK);

	(void)fcntl(file, F_OFD_SETLK, &l);
}

void
turn_drop(int file)
{
	struct flock l = lock(F_UNLCK);

	(void)fcntl(file, F_OFD_SETLK, &l);
}

bool
turn_is_asked(int file)
{
	struct flock l = lock(F_WRLCK);

	return !fcntl(file, F_OFD_GETLK, &l) && l.l_type != F_UNLCK;
}
