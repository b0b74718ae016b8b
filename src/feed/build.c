#include "feed/build.h"

#include "feed/build_state.h"
#include "feed/mojibake.h"
#include "feed/oneline.h"
#include "feed/tempo.h"
#include "text/date.h"
#include "text/entity.h"
#include "text/url.h"

enum {
	BASE_BYTES = 1024,  /* of an xml:base; resolving takes time with its length */
	BASES_MAX = 20000,  /* in one feed */
	KEPT_BYTES = 128 << 10, /* of a text that is spent: whoever asks whether it is Korean looks there */
};

/* Minutes east of UTC for the dates of t that have no zone. */
static int
zone_of(struct build *b, const struct target *t)
{
	static const enum element_field dates[] = { ELEMENT_PUBLISHED, ELEMENT_UPDATED };

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		if (t->value[dates[i]].n && !date_has_zone(t->value[dates[i]]))
			return korean_zone(b->korean, b->of_feed.value[ELEMENT_LANGUAGE]);
	return 0;
}

static int
end_item(struct build *b)
{
	struct post post;

	b->item_depth = 0;
	if (b->count++ < b->skip)
		return 0;
	target_post(&b->of_post, b->in->now, zone_of(b, &b->of_post), &post);
	if (b->count > LIMIT_FEED_ITEMS || b->sink->post(b->sink->user, &post))
		b->is_full = true;
	return b->is_full;
}

static const struct element *
find_row(struct build *b, const struct events_element *e)
{
	size_t n = e->name.n, place = n ? (size_t)(e->name.p[0] + e->name.p[n / 2] * 3 + e->name.p[n - 1] * 5) + n * 7 : 0;
	struct build_known *known = &b->known[place % BUILD_KNOWN];

	if (!n || n > sizeof known->name)
		return element_find(e->ns, e->name);
	if (known->n != n || known->ns != e->ns || memcmp(known->name, e->name.p, n)) {
		*known = (struct build_known){ .n = n, .ns = e->ns, .row = element_find(e->ns, e->name) };
		memcpy(known->name, e->name.p, n);
	}
	return known->row;
}

static void
push(struct build *b, const struct events_element *e)
{
	struct build_frame *parent = build_top(b), *frame;

	b->depth++;
	frame = build_top(b);
	frame->row = find_row(b, e);
	frame->base = parent->base;
	frame->is_wrapped = !b->capture_depth && parent->row && parent->row->role == ELEMENT_PASS ? true : parent->is_wrapped;
	if (frame->row->role == ELEMENT_ITEM || frame->row->role == ELEMENT_FEED)
		frame->is_wrapped = false;
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

/* Whether the markup in what is collected belongs to it; in an address or a date it is passed over. */
static bool
keeps_markup(const struct build *b)
{
	enum element_role role = b->frames[b->capture_depth].row->role;

	return role == ELEMENT_VALUE || role == ELEMENT_BODY;
}

/* Markup in what is collected; text that has any was no plain text. */
static void
start_inside(struct build *b, const struct events_element *e)
{
	struct buf text = { 0 };

	if (!keeps_markup(b))
		return;
	if (b->mode == VALUE_TEXT || b->mode == VALUE_LINES) {
		entity_escape(&text, buf_str(&b->text));
		buf_clear(&b->text);
		buf_add(&b->text, buf_str(&text));
		buf_free(&text);
		b->mode = VALUE_XHTML;
	}
	value_add_start(&b->text, e);
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
		start_inside(b, e);
	else if (b->item_depth && build_top(b)->row->role == ELEMENT_ITEM && end_item(b)) /* a post in a post: the one before is over */
		return 1;
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

	int rank = build_rank(b, row->rank);

	if (!target_wants(t, row->field, rank))
		return;
	if (row->field != ELEMENT_ID) {
		target_set(t, row->field, rank, build_start_address(b, text));
		return;
	}
	if (b->is_atom && b->in->url.n && text.n && !str_has(text, ":")) /* RFC 4287 wants it absolute */
		target_set(t, ELEMENT_ID, rank, build_start_address(b, text));
	target_set(t, ELEMENT_ID, rank, oneline_of_text(t->arena, text));
	if (b->is_permalink && url_is_web(text))
		target_set(t, ELEMENT_LINK, build_rank(b, 2), build_start_address(b, text));
}

static void
end_body(struct build *b, const struct element *row, struct str text)
{
	struct target *t = build_target(b);
	int rank = build_rank(b, row->rank), second = build_rank(b, 1);

	if (target_wants(t, row->field, rank))
		target_set(t, row->field, rank, value_html(t->arena, b->mode, text));
	else if (row->field == ELEMENT_SUMMARY && rank == t->rank[ELEMENT_SUMMARY] && target_wants(t, ELEMENT_CONTENT, second))
		target_set(t, ELEMENT_CONTENT, second, value_html(t->arena, b->mode, text)); /* <summary> and <description> */
}

static void
end_date(struct build *b, const struct element *row, struct str text)
{
	struct target *t = build_target(b);
	struct str line = oneline_of_text(t->arena, text);

	if (date_parse(line, b->in->now, 0) == CLOCK_NONE)
		return; /* another element may have a better one */
	target_set(t, row->field, build_rank(b, row->rank), line);
	if (row->ns == EVENTS_DC) /* of a post that has no other date */
		target_set(t, ELEMENT_PUBLISHED, build_rank(b, 1), line);
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
		if (target_wants(t, row->field, build_rank(b, row->rank)))
			target_set(t, row->field, build_rank(b, row->rank), value_plain(t->arena, b->mode, text));
		break;
	case ELEMENT_BODY:
		end_body(b, row, text);
		break;
	case ELEMENT_DATE:
		end_date(b, row, text);
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
	case ELEMENT_REST:
		b->feed->skip |= str_is(str_of(row->name), "hour") ? tempo_hour(text) : tempo_day(text);
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
	target_set(t, row->field, build_rank(b, row->rank), name);
}

static int
on_end(void *user, struct str name)
{
	struct build *b = user;
	const struct element *row = build_top(b)->row;
	int rc = 0;

	if (b->skip_depth) {
		if (b->skip_depth == b->depth)
			b->skip_depth = 0;
	} else if (b->capture_depth && b->capture_depth < b->depth) {
		if (keeps_markup(b))
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

/* Where there is no post yet, the whole text may have to tell what it is. */
static void
on_passed(void *user, const char *to)
{
	struct build *b = user;

	if (b->count && b->feed->format != FEED_UNKNOWN)
		mem_trail_pass(&b->behind, to);
}

/* ---- outside */

struct build *
build_new(struct arena *a, const struct parse_input *in, const struct parse_sink *sink, struct feed *feed, struct korean *korean,
	size_t skip)
{
	struct build *b = mem_zalloc(1, sizeof *b);

	b->in = in;
	b->sink = sink;
	b->feed = feed;
	b->korean = korean;
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
	return (struct events_sink){ .start = on_start, .end = on_end, .text = on_text, .passed = on_passed, .user = b };
}

void
build_spend(struct build *b, struct str text)
{
	b->behind.from = str_sub(text, KEPT_BYTES, text.n).p;
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
	target_feed(&b->of_feed, b->in->now, zone_of(b, &b->of_feed), b->feed);
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
