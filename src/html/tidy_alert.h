/*
 * Quotes that Markdown as GitHub writes it makes notes of: "[!NOTE]" in their
 * first line.
 */
#ifndef HTML_TIDY_ALERT_H
#define HTML_TIDY_ALERT_H

#include "html/draft.h"

/* Puts what such a quote is called on a line of its own, in bold letters. */
void tidy_alert(struct draft *parts);

#endif
