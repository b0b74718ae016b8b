/*
 * Formulas: the TeX their author wrote, where the page holds it, else MathML
 * as a line of text.
 */
#ifndef HTML_TIDY_FORMULA_H
#define HTML_TIDY_FORMULA_H

#include "base/buf.h"
#include "html/dom.h"

/* Appends TeX without blanks at its ends and without what only says where it stands. */
void tidy_formula_tex(struct buf *out, struct str tex);

/* Appends the formula of a math element. */
void tidy_formula_add(struct buf *out, const struct dom_node *math);

/* Appends what a script holds when that is a formula; false when it is none. */
bool tidy_formula_script(struct buf *out, const struct dom_node *script);

/*
 * Of a formula as MathJax or KaTeX draws it: true when its letters are to be left out, because its source has been
 * appended or stands beside it; false when they are all there is.
 */
bool tidy_formula_drawn(struct buf *out, const struct dom_node *node);

#endif
