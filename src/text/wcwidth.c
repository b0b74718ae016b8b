#include "text/wcwidth.h"

#include "text/width.h"

int
wcwidth(wchar_t wc)
{
	return wc ? width_char((int32_t)wc) : 0;
}
