#include "html/doc_read.h"

#include <expat.h>

#include "base/limits.h"
#include "base/tr.h"
#include "html/doc_build.h"
#include "html/doc_frame.h"
#include "html/doc_note.h"
#include "html/doc_room.h"
#include "html/doc_scan.h"
#include "text/url.h"

struct reader {
	XML_Parser parser;
	struct doc_build build;
	vec(struct doc_frame) stack;
	int cells; /* open cells: what is in one is lines of text */
	uint32_t lists;
	struct err *err;
	bool has_failed;
};

/* For what tidy never makes. */
static void
fail(struct reader *r, const char *what)
{
	if (!r->has_failed && r->parser)
		err_set(r->err, ERR_FORMAT, tr("the kept text of the article is damaged: line %lu: unexpected ‘%.80s’"),
		    XML_GetCurrentLineNumber(r->parser), what);
	r->has_failed = true;
	(void)XML_StopParser(r->parser, XML_FALSE);
}

/* ---- attributes */

static void
open_link(struct reader *r, struct doc_frame *f, const char *url)
{
	if (url_is_safe(str_of(url)))
		f->link = doc_build_link(&r->build, str_of(url));
	else
		fail(r, url);
}

static void
take_attribute(struct reader *r, struct doc_frame *f, uint16_t attr, const char *value)
{
	switch (attr) {
	case DOC_ATTR_HREF:
		open_link(r, f, value);
		break;
	case DOC_ATTR_BLANK:
		r->build.has_blank = true;
		break;
	case DOC_ATTR_NOTE:
		*(f->element->kind == DOC_ELEMENT_LINK ? &f->name : &r->build.note) = (uint16_t)doc_element_number(value, 0, UINT16_MAX, 0);
		break;
	case DOC_ATTR_HASHES:
		r->build.hashes = (uint8_t)doc_element_number(value, 0, 6, 0);
		break;
	default:
		doc_frame_take(r->build.arena, f, r->stack.n > 1 ? f - 1 : NULL, attr, value);
	}
}

static void
take_attributes(struct reader *r, struct doc_frame *f, const char **attrs)
{
	for (; *attrs && !r->has_failed; attrs += 2) {
		uint16_t attr = doc_element_attr(attrs[0]);

		if (!attr || !(attr & f->element->attrs))
			fail(r, attrs[0]);
		else
			take_attribute(r, f, attr, attrs[1]);
	}
}

/* ---- elements */

static struct doc_frame *
top(struct reader *r)
{
	return &r->stack.v[r->stack.n - 1];
}

/* Ends the open block, or the line of the open cell. */
static void
end_block(struct reader *r)
{
	struct doc_frame *f = top(r);

	if (r->cells)
		doc_build_break(&r->build);
	else
		doc_build_end(&r->build, &f->like);
}

static void
line_break(struct reader *r)
{
	struct doc_frame *f = top(r);

	if (r->build.is_verbatim) {
		doc_build_text(&r->build, str_lit("\n"), 0, 0);
	} else if (r->cells) {
		doc_build_break(&r->build);
	} else if (f->like.kind == DOC_HEADING) {
		doc_build_text(&r->build, str_lit(" "), 0, 0);
	} else {
		if (!doc_build_end(&r->build, &f->like))
			r->build.has_blank = true;
		r->build.is_continued = true;
	}
}

static void
image(struct reader *r, const char **attrs)
{
	struct str src = doc_element_value(attrs, "src"), alt = doc_element_value(attrs, "alt");
	struct str width = doc_element_value(attrs, "width"), height = doc_element_value(attrs, "height");
	struct doc_block like = top(r)->like;

	if (src.n && !url_is_web(src)) {
		fail(r, src.p);
		return;
	}
	like.kind = DOC_IMAGE;
	like.page = top(r)->link;
	like.link = src.n ? doc_build_image_link(&r->build, src, alt) : 0;
	like.width = width.n ? (int)doc_element_number(width.p, 0, 100000, 0) : 0;
	like.height = height.n ? (int)doc_element_number(height.p, 0, 100000, 0) : 0;
	if (r->cells) {
		doc_build_text(&r->build, alt, 0, like.link);
		return;
	}
	end_block(r);
	doc_build_object(&r->build, &like, alt);
}

static void
rule(struct reader *r)
{
	struct doc_block like = top(r)->like;

	end_block(r);
	if (r->cells)
		return;
	like.kind = DOC_RULE;
	doc_build_object(&r->build, &like, STR_NONE);
}

static void
open_item(struct reader *r, struct doc_frame *f)
{
	struct doc_frame *list = f - 1;

	if (!r->cells)
		r->build.is_item = true;
	f->like.number = f->box->number = list->like.is_ordered ? list->next_number++ : 0;
}

/* Details show their summary alone while they are closed: what comes first in them needs one, if in words of ours. */
static void
need_summary(struct reader *r)
{
	struct doc_frame *f = r->stack.n ? top(r) : NULL;

	if (!f || f->element->kind != DOC_ELEMENT_FOLD || f->has_summary || r->cells)
		return;
	f->has_summary = f->like.is_summary = true;
	doc_build_object(&r->build, &f->like, str_of(tr("Details")));
	f->like.is_summary = false;
}

/* What holds inside f, the top, from its start tag on. The block before has ended. */
static void
enter(struct reader *r, struct doc_frame *f)
{
	doc_frame_enter(r->build.arena, f, &r->lists);
	switch (f->element->kind) {
	case DOC_ELEMENT_ITEM:
		open_item(r, f);
		break;
	case DOC_ELEMENT_SUMMARY:
		f->like.is_summary = f[-1].element->kind == DOC_ELEMENT_FOLD && !f[-1].has_summary;
		f[-1].has_summary = true;
		break;
	case DOC_ELEMENT_CODE:
		f->like.kind = DOC_CODE;
		f->style = r->cells ? DOC_MONO : 0;
		r->build.is_verbatim = true;
		break;
	case DOC_ELEMENT_CELL:
		if (!r->cells)
			f->cell = (struct doc_cell){ .colspan = 1, .rowspan = 1, .is_header = f->element->arg };
		f->style = 0;
		r->cells++;
		break;
	case DOC_ELEMENT_STYLE:
		if (!r->build.is_verbatim)
			f->style |= f->element->arg;
		break;
	default:
		break;
	}
}

static void
open_element(struct reader *r, const struct doc_element *element, const char **attrs)
{
	struct doc_frame *f;

	if (r->stack.n && !doc_element_is_inline(element))
		end_block(r);
	f = vec_add(&r->stack);
	if (r->stack.n > 1)
		doc_frame_begin(f, f - 1);
	else
		*f = (struct doc_frame){ 0 };
	f->element = element;
	enter(r, f);
	take_attributes(r, f, attrs);
}

static void XMLCALL
on_start(void *data, const char *name, const char **attrs)
{
	struct reader *r = data;
	const struct doc_element *element = doc_element_find(name);

	if (r->has_failed)
		return;
	if (!element || !doc_element_fits(element, r->stack.n ? top(r)->element : NULL) || r->stack.n >= LIMIT_XML_DEPTH) {
		fail(r, name);
		return;
	}
	if (element->kind != DOC_ELEMENT_SUMMARY)
		need_summary(r);
	switch (element->kind) {
	case DOC_ELEMENT_BREAK:
		line_break(r);
		break;
	case DOC_ELEMENT_RULE:
		rule(r);
		break;
	case DOC_ELEMENT_IMAGE:
		image(r, attrs);
		break;
	default:
		open_element(r, element, attrs);
	}
}

static void
end_cell(struct reader *r, const struct doc_frame *f)
{
	if (--r->cells)
		doc_build_text(&r->build, str_lit(" "), 0, 0);
	else
		doc_build_cell_end(&r->build, &f->cell);
}

/* After the end tag of f, whose block has ended. */
static void
leave(struct reader *r, const struct doc_frame *f)
{
	switch (f->element->kind) {
	case DOC_ELEMENT_LINK:
		doc_build_link_end(&r->build);
		break;
	case DOC_ELEMENT_CODE:
		r->build.is_verbatim = false;
		break;
	case DOC_ELEMENT_CELL:
		end_cell(r, f);
		break;
	case DOC_ELEMENT_ROW:
		if (!r->cells)
			doc_build_row_end(&r->build);
		break;
	case DOC_ELEMENT_TABLE:
		if (!r->cells)
			doc_build_table_end(&r->build, &f->like);
		break;
	default:
		break;
	}
	if (!doc_element_is_inline(f->element)) {
		r->build.hashes = 0;
		r->build.note = 0;
		r->build.is_continued = false;
	}
}

static void XMLCALL
on_end(void *data, const char *name)
{
	struct reader *r = data;
	const struct doc_frame *f = r->has_failed ? NULL : top(r);

	/* What is no frame is a break, a rule or an image. */
	if (!f || !doc_element_is(f->element, name))
		return;
	if (!doc_element_is_inline(f->element) && f->element->kind != DOC_ELEMENT_CELL)
		end_block(r);
	leave(r, f);
	r->stack.n--;
}

static void XMLCALL
on_text(void *data, const char *p, int n)
{
	struct reader *r = data;
	struct str s = str_new(p, (size_t)n);

	if (r->has_failed || !r->stack.n)
		return;
	if (top(r)->element->kind == DOC_ELEMENT_FOLD && str_trim(s).n)
		need_summary(r);
	if (r->cells && r->build.is_verbatim)
		s = doc_build_lines(&r->build, s, top(r)->style, top(r)->link);
	r->build.name = top(r)->name;
	doc_build_text(&r->build, s, top(r)->style, top(r)->link);
	r->build.name = 0;
}

static void XMLCALL
on_doctype(void *data, const char *name, const char *sysid, const char *pubid, int has_internal_subset)
{
	(void)sysid, (void)pubid, (void)has_internal_subset;
	fail(data, name);
}

/* What doc_scan() does not know, and what is wrong with it. */
static void
read_by_expat(struct reader *r, struct str xhtml)
{
	r->parser = XML_ParserCreate("UTF-8");
	r->has_failed = !r->parser && err_set(r->err, ERR_LIMIT, tr("the kept text of the article is too large")) < 0;
	if (r->has_failed)
		return;
	XML_SetUserData(r->parser, r);
	XML_SetElementHandler(r->parser, on_start, on_end);
	XML_SetCharacterDataHandler(r->parser, on_text);
	XML_SetStartDoctypeDeclHandler(r->parser, on_doctype);
	if (XML_Parse(r->parser, xhtml.n ? xhtml.p : "", (int)xhtml.n, XML_TRUE) != XML_STATUS_OK && !r->has_failed)
		r->has_failed = err_set(r->err, ERR_FORMAT, tr("the kept text of the article is damaged: line %lu: %s"),
		    XML_GetCurrentLineNumber(r->parser), XML_ErrorString(XML_GetErrorCode(r->parser)));
	XML_ParserFree(r->parser);
}

/* All of it, once or, where that fails, another way. */
static int
read_all(struct reader *r, struct arena *a, struct doc_room **room, struct str xhtml, const struct doc_taker *taker, struct err *err)
{
	static const struct doc_scan_to to = { on_start, on_end, on_text };

	*r = (struct reader){ .err = err };
	if (xhtml.n > LIMIT_RECORD)
		return err_set(err, ERR_LIMIT, tr("the kept text of the article is too large"));
	doc_room_begin(room, &r->build, a, taker);
	if (!doc_scan(xhtml, &to, r) || r->has_failed) {
		doc_build_free(&r->build);
		vec_free(&r->stack);
		*r = (struct reader){ .err = err };
		doc_room_begin(room, &r->build, a, taker);
		read_by_expat(r, xhtml);
	}
	vec_free(&r->stack);
	if (r->has_failed)
		doc_build_free(&r->build);
	return r->has_failed ? -1 : 0;
}

int
doc_read(struct arena *a, struct str xhtml, struct doc *ret, struct err *err)
{
	struct reader r;

	if (read_all(&r, a, NULL, xhtml, NULL, err) < 0)
		return -1;
	doc_build_finish(&r.build, ret);
	doc_note_settle(ret);
	return 0;
}

int
doc_read_on(struct arena *a, struct doc_room **room, struct str xhtml, const struct doc_taker *taker, struct err *err)
{
	struct reader r;

	if (read_all(&r, a, room, xhtml, taker, err) < 0)
		return -1;
	doc_build_hand_on(&r.build);
	doc_room_take(*room, &r.build);
	doc_build_free(&r.build);
	return 0;
}
