/*
 * The answer to a yes-or-no question.
 */
#ifndef TEXT_CONSENT_H
#define TEXT_CONSENT_H

#include "base/str.h"

/* True for y and yes, in Korean too and with the Korean input method on (ㅛ), in any case; blanks around do not count. All else is no. */
bool consent_is_yes(struct str answer);

#endif
