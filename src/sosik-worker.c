#include "base/tr.h"

int
main(void)
{
	tr_init();
	return 0;
}
