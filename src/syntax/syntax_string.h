/*
 * Strings of all forms: where they begin and where they end.
 */
#ifndef SYNTAX_SYNTAX_STRING_H
#define SYNTAX_SYNTAX_STRING_H

#include "syntax/syntax.h"

/* Takes a string that begins at s->at, up to a hole in it; false when none does, or one that does not close. */
bool syntax_string_open(struct syntax_scan *s);

/* Goes on with s->string, behind a hole. */
void syntax_string_go_on(struct syntax_scan *s);

/* Bytes of "<<WORD" at s->at, the text of which is noted in s->heredoc; 0 when there is none. */
size_t syntax_string_heredoc(struct syntax_scan *s);

/* From the line behind s->at: the end of the line that the noted word is alone in; forgets the word. */
size_t syntax_string_heredoc_end(struct syntax_scan *s);

#endif
