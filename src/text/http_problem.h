/*
 * An HTTP status that is an error, in words.
 */
#ifndef TEXT_HTTP_PROBLEM_H
#define TEXT_HTTP_PROBLEM_H

/* "404: there is no such page" without the number. */
const char *http_problem_text(int status);

/* What to do about it, behind that: "; sync less often". For who has subscribed to what answers so. It may have %.*s in it, twice: the name of that. */
const char *http_problem_advice(int status);

#endif
