#include "text/consent.h"

bool
consent_is_yes(struct str answer)
{
	static const char *const yes[] = { "y", "yes", "ㅛ", "예", "네", "응" };

	answer = str_trim(answer);
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (str_is_icase(answer, yes[i]))
			return true;
	return false;
}
