/*
 * Tables in Markdown (GitHub's): a line of cells, one of marks, more lines.
 */
#ifndef HTML_MARKDOWN_TABLE_H
#define HTML_MARKDOWN_TABLE_H

#include "base/buf.h"

/*
 * Whether marks ("| --- | :-: |") stand under as many cells as the last line of lines has; where
 * that line begins to *head.
 */
bool markdown_table_begins(struct str lines, struct str marks, size_t *head);

/* Takes the next cell off a row that went through markdown_table_row(), its escaped bars as bars; false at its end. */
bool markdown_table_cell(struct str *row, struct buf *cell);

/* A row without the bars around it. */
struct str markdown_table_row(struct str line);

#endif
