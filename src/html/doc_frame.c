#include "html/doc_frame.h"

#include "base/limits.h"

/* No item of a list has a higher number. */
enum { NUMBER_MAX = 1000000 };

/* A new box around the blocks of f. */
static void
add_box(struct arena *a, struct doc_frame *f, enum doc_box_kind kind)
{
	const struct doc_box *outer = f->like.box;

	f->box = arena_new(a, struct doc_box, 1);
	*f->box = (struct doc_box){ .kind = kind, .depth = outer ? outer->depth + 1 : 1, .outer = outer };
	f->like.box = f->box;
}

/* A box that stands straight in a list, in place of the one that is implied there. */
static void
add_part(struct arena *a, struct doc_frame *f, enum doc_box_kind kind)
{
	if (!f->like.box || !f->like.box->is_implied)
		return;
	f->like.box = f->like.box->outer;
	add_box(a, f, kind);
}

/* What is no item is in one all the same. */
static void
add_list(struct arena *a, struct doc_frame *f, enum doc_box_kind kind, enum doc_box_kind part, uint32_t *lists)
{
	struct doc_box *list;

	f->like.list_id = ++*lists;
	add_box(a, f, kind);
	list = f->box;
	list->is_ordered = kind == DOC_BOX_LIST && f->element->arg;
	add_box(a, f, part);
	f->box->is_implied = true;
	f->box = list;
}

static void
enter_list(struct arena *a, struct doc_frame *f, uint32_t *lists)
{
	f->like.is_ordered = f->element->arg;
	f->like.numbering = '\0';
	f->next_number = 1;
	add_list(a, f, DOC_BOX_LIST, DOC_BOX_ITEM, lists);
}

/* One more of what the sign says around the blocks of f. */
static void
deepen(struct arena *a, struct doc_frame *f, uint8_t *depth, char sign)
{
	struct str nest = f->like.nest;
	char *p;

	if (*depth == UINT8_MAX)
		return;
	++*depth;
	p = arena_take(a, nest.n + 1);
	if (nest.n)
		memcpy(p, nest.p, nest.n);
	p[nest.n] = sign;
	f->like.nest = str_new(p, nest.n + 1);
}

/* By its parts, which the compiler copies faster than the whole. */
void
doc_frame_begin(struct doc_frame *f, const struct doc_frame *around)
{
	f->like = around->like;
	f->cell = around->cell;
	f->box = NULL;
	f->style = around->style;
	f->link = around->link;
	f->name = around->name;
	f->next_number = around->next_number;
	f->has_summary = around->has_summary;
}

void
doc_frame_enter(struct arena *a, struct doc_frame *f, uint32_t *lists)
{
	switch (f->element->kind) {
	case DOC_ELEMENT_HEADING:
		f->like.kind = DOC_HEADING;
		f->like.level = (uint8_t)f->element->arg;
		break;
	case DOC_ELEMENT_TERM:
		f->like.is_term = true;
		add_part(a, f, DOC_BOX_TERM);
		break;
	case DOC_ELEMENT_CAPTION:
		f->like.is_caption = true;
		f->like.names_table = f->element->arg;
		break;
	case DOC_ELEMENT_TERMS:
		add_list(a, f, DOC_BOX_TERMS, DOC_BOX_DETAIL, lists);
		break;
	case DOC_ELEMENT_FOLD:
		add_box(a, f, DOC_BOX_FOLD);
		f->has_summary = false;
		deepen(a, f, &f->like.details, 'd');
		break;
	case DOC_ELEMENT_LIST:
		enter_list(a, f, lists);
		deepen(a, f, &f->like.list, 'l');
		break;
	case DOC_ELEMENT_ITEM:
		add_part(a, f, DOC_BOX_ITEM);
		break;
	case DOC_ELEMENT_DETAIL:
		add_part(a, f, DOC_BOX_DETAIL);
		deepen(a, f, &f->like.list, 'l');
		break;
	case DOC_ELEMENT_TABLE:
		add_box(a, f, DOC_BOX_TABLE);
		break;
	case DOC_ELEMENT_QUOTE:
		add_box(a, f, DOC_BOX_QUOTE);
		deepen(a, f, &f->like.quote, 'q');
		break;
	default:
		break;
	}
}

static enum doc_align
align_of(const char *value)
{
	if (!strcmp(value, "right"))
		return DOC_ALIGN_RIGHT;
	return !strcmp(value, "center") ? DOC_ALIGN_CENTER : DOC_ALIGN_LEFT;
}

void
doc_frame_take(struct arena *a, struct doc_frame *f, struct doc_frame *around, uint16_t attr, const char *value)
{
	switch (attr) {
	case DOC_ATTR_START:
		f->next_number = (int)doc_element_number(value, -NUMBER_MAX, NUMBER_MAX, 1);
		break;
	case DOC_ATTR_VALUE: /* the items behind it go on from there */
		f->like.number = f->box->number = (int)doc_element_number(value, -NUMBER_MAX, NUMBER_MAX, f->like.number);
		if (around)
			around->next_number = f->like.number + 1;
		break;
	case DOC_ATTR_TYPE:
		f->like.numbering = f->box->numbering = *value && strchr("aAiI", *value) ? *value : '\0';
		break;
	case DOC_ATTR_COLSPAN:
		f->cell.colspan = (int)doc_element_number(value, 0, LIMIT_TABLE_SPAN, 1);
		break;
	case DOC_ATTR_ROWSPAN:
		f->cell.rowspan = (int)doc_element_number(value, 0, LIMIT_TABLE_SPAN, 1);
		break;
	case DOC_ATTR_ALIGN:
		f->cell.align = align_of(value);
		break;
	case DOC_ATTR_LANG:
		f->like.lang = arena_dup(a, str_of(value));
		break;
	case DOC_ATTR_SIZE:
		f->like.size = doc_element_size(value);
		break;
	}
}
