#include "feed/build.h"

#include "feed/build_state.h"
#include "feed/mojibake.h"
#include "feed/oneline.h"
#include "text/date.h"
#include "text/entity.h"
#include "text/url.h"

enum {
	BASE_BYTES = 1024,  /* of an xml:base; resolving takes time with its length */
	BASES_MAX = 20000,  /* in one feed */
};

static void
push(struct build *b, const struct events_element *e)
{
	struct build_frame *parent = build_top(b), *frame;

	b->depth++;
	frame = build_top(b);
	frame->row = element_find(e->ns, e->name);
	frame->base = parent->base;
	for (size_t i = 0; i < e->n_attrs; i++) {
		struct buf *url = &b->bases[b->depth];

		if (e->attrs[i].ns != EVENTS_XML || !str_is(e->attrs[i].name, "base"))
			continue;
		if (++b->bases_seen > BASES_MAX) {
			b->feed->repairs |= FEED_FIX_LIMIT;
			break;
		}
		*url = (struct buf){ .p = url->p, .cap = url->cap, .max = BASE_BYTES };
		url_resolve(url, parent->base, e->attrs[i].value);
		if (!url->full && url_is_web(buf_str(url)))
			frame->base = buf_str(url);
	}
}

static int
on_start(void *user, const struct events_element *e)
{
	struct build *b = user;

	if (b->depth + 1 >= sizeof b->frames / sizeof *b->frames) {
		b->is_full = true;
		return 1;
	}
	push(b, e);
	if (b->skip_depth)
		return 0;
	if (b->capture_depth)
		value_add_start(&b->text, e);
	else if (build_start_is_at_home(b, build_top(b)->row))
		build_start_known(b, build_top(b)->row, e);
	return 0;
}

/* ---- text */

static int
on_text(void *user, struct str text)
{
	struct build *b = user;
	bool has_markup = b->mode == VALUE_XHTML || (b->mode == VALUE_HTML && b->depth > b->capture_depth && b->is_atom);

	if (b->skip_depth)
		return 0;
	if (!b->capture_depth) {
		if (build_top(b)->row && build_top(b)->row->role == ELEMENT_PERSON)
			buf_add(&b->person, text);
		return 0;
	}
	if (has_markup)
		entity_escape(&b->text, text);
	else
		buf_add(&b->text, text);
	return 0;
}

/* ---- ends */

static void
add_words(struct build *b, struct str list)
{
	while (list.n) {
		struct str word;

		str_cut(list, ',', &word, &list);
		target_add_category(build_target(b), oneline_of_html(build_target(b)->arena, word));
	}
}

static void
end_address(struct build *b, const struct element *row, struct str text)
{
	struct target *t = build_target(b);

	if (!target_wants(t, row->field, row->rank))
		return;
	if (row->field != ELEMENT_ID) {
		target_set(t, row->field, row->rank, build_start_address(b, text));
		return;
	}
	if (b->is_atom && b->in->url.n && text.n && !str_has(text, ":")) /* RFC 4287 wants it absolute */
		target_set(t, ELEMENT_ID, row->rank, build_start_address(b, text));
	target_set(t, ELEMENT_ID, row->rank, oneline_of_text(t->arena, text));
	if (b->is_permalink && url_is_web(text))
		target_set(t, ELEMENT_LINK, 2, build_start_address(b, text));
}

static void
end_captured(struct build *b, const struct element *row)
{
	struct target *t = build_target(b);
	struct str text = buf_str(&b->text);
	struct buf mended = { 0 };

	if (b->text.full)
		b->feed->repairs |= FEED_FIX_LIMIT;
	if (mojibake_mend(&mended, text))
		text = buf_str(&mended);
	switch (row->role) {
	case ELEMENT_VALUE:
		if (target_wants(t, row->field, row->rank))
			target_set(t, row->field, row->rank, value_plain(t->arena, b->mode, text));
		break;
	case ELEMENT_BODY:
		if (target_wants(t, row->field, row->rank))
			target_set(t, row->field, row->rank, value_html(t->arena, b->mode, text));
		break;
	case ELEMENT_DATE:
		text = oneline_of_text(t->arena, text);
		target_set(t, row->field, row->rank, text);
		if (row->ns == EVENTS_DC) /* of a post that has no other date */
			target_set(t, ELEMENT_PUBLISHED, 1, text);
		break;
	case ELEMENT_ADDRESS:
		end_address(b, row, str_trim(text));
		break;
	case ELEMENT_CATEGORY:
		target_add_category(t, b->category.n ? b->category : oneline_of_html(t->arena, text));
		break;
	case ELEMENT_WORDS:
		add_words(b, text);
		break;
	case ELEMENT_NAME:
		buf_add(&b->name, text);
		break;
	case ELEMENT_EMAIL:
		buf_add(&b->email, text);
		break;
	default:
		break;
	}
	buf_free(&mended);
}

/* "mail (name)", "name (mail)" and "name <mail>" as the name; a mail address alone stays. */
static struct str
name_of(struct str person)
{
	struct str before, inside;
	char open = str_ends(person, ")") ? '(' : '<';

	if (!str_ends(person, ")") && !str_ends(person, ">"))
		return person;
	if (!str_cut(str_sub(person, 0, person.n - 1), open, &before, &inside))
		return person;
	before = str_trim(before);
	inside = str_trim(inside);
	if (str_has(inside, "@") && before.n)
		return before;
	return str_has(before, "@") && inside.n ? inside : person;
}

static void
end_person(struct build *b, const struct element *row)
{
	struct target *t = build_target(b);
	struct str name = oneline_of_html(t->arena, buf_str(&b->name));

	if (!name.n)
		name = name_of(oneline_of_html(t->arena, buf_str(&b->person)));
	if (!name.n)
		name = oneline_of_text(t->arena, buf_str(&b->email));
	target_set(t, row->field, row->rank, name);
}

static int
zone_of(const struct build *b)
{
	struct str language = b->of_feed.value[ELEMENT_LANGUAGE];

	return b->is_korean || str_starts_icase(language, "ko") ? DATE_KST : 0;
}

static int
end_item(struct build *b)
{
	struct post post;

	b->item_depth = 0;
	if (b->count++ < b->skip)
		return 0;
	target_post(&b->of_post, b->in->now, zone_of(b), &post);
	if (b->count > LIMIT_FEED_ITEMS || b->sink->post(b->sink->user, &post))
		b->is_full = true;
	return b->is_full;
}

static int
on_end(void *user, enum events_ns ns, struct str name)
{
	struct build *b = user;
	const struct element *row = build_top(b)->row;
	int rc = 0;

	(void)ns;
	if (b->skip_depth) {
		if (b->skip_depth == b->depth)
			b->skip_depth = 0;
	} else if (b->capture_depth && b->capture_depth < b->depth) {
		value_add_end(&b->text, name);
	} else if (b->capture_depth) {
		end_captured(b, row);
		b->capture_depth = 0;
	} else if (row->role == ELEMENT_PERSON && build_start_is_at_home(b, row)) {
		end_person(b, row);
	} else if (row->role == ELEMENT_ITEM && b->item_depth == b->depth) {
		rc = end_item(b);
	}
	b->depth--;
	return rc;
}

/* ---- outside */

struct build *
build_new(struct arena *a, const struct parse_input *in, const struct parse_sink *sink, struct feed *feed, bool is_korean,
	size_t skip)
{
	struct build *b = mem_zalloc(1, sizeof *b);

	b->in = in;
	b->sink = sink;
	b->feed = feed;
	b->is_korean = is_korean;
	b->skip = skip;
	b->of_feed.arena = a;
	b->of_post.arena = &b->post_arena;
	b->frames[0].base = in->url;
	b->text.max = 2 * LIMIT_XML_TEXT;
	b->person.max = b->name.max = b->email.max = LIMIT_XML_TEXT;
	return b;
}

struct events_sink
build_sink(struct build *b)
{
	return (struct events_sink){ .start = on_start, .end = on_end, .text = on_text, .user = b };
}

size_t
build_count(const struct build *b)
{
	return b->count;
}

bool
build_is_full(const struct build *b)
{
	return b->is_full;
}

void
build_free(struct build *b)
{
	target_feed(&b->of_feed, b->in->now, zone_of(b), b->feed);
	target_free(&b->of_feed);
	target_free(&b->of_post);
	arena_free(&b->post_arena);
	for (size_t i = 0; i < sizeof b->bases / sizeof *b->bases; i++)
		buf_free(&b->bases[i]);
	buf_free(&b->text);
	buf_free(&b->person);
	buf_free(&b->name);
	buf_free(&b->email);
	free(b);
}
