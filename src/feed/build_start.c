#include "feed/build_state.h"

#include "feed/href.h"
#include "feed/oneline.h"
#include "text/plain.h"
#include "text/url.h"

/* An absolute address that is as it should be; few are not. */
static bool
is_settled(struct str text)
{
	size_t scheme = str_starts(text, "https://") ? 8 : str_starts(text, "http://") ? 7 : 0;

	if (!scheme || text.n == scheme || plain_len(text) < text.n)
		return false;
	for (size_t i = scheme; i < text.n; i++) {
		char c = text.p[i];

		if (c == ' ' || c == '&' || c == ':' || c == '@' || c == '[' || c == '\\' || (c == '.' && text.p[i - 1] == '/'))
			return false;
	}
	return true;
}

struct str
build_start_address(struct build *b, struct str text)
{
	if (is_settled(text))
		return arena_dup(build_target(b)->arena, text);
	struct buf url = { 0 }, line = { 0 };
	struct str result;

	href_add(&line, text);
	if (line.n)
		url_resolve(&url, build_top(b)->base, buf_str(&line));
	result = arena_dup(build_target(b)->arena, buf_str(&url));
	buf_free(&url);
	buf_free(&line);
	return result;
}

static void
start_feed(struct build *b, const struct events_element *e)
{
	struct str version = events_attr_of(e, "version");
	enum feed_format *format = &b->feed->format;

	if (str_is_icase(e->name, "feed")) {
		b->is_atom = true;
		*format = e->ns == EVENTS_ATOM03 || str_is(version, "0.3") ? FEED_ATOM_03 : FEED_ATOM_10;
	} else if (str_is_icase(e->name, "rss")) {
		*format = str_starts(version, "0.9") ? FEED_RSS_09X : FEED_RSS_20;
	} else if (str_is_icase(e->name, "RDF")) {
		*format = FEED_RSS_10;
	} else if (*format == FEED_RSS_10 && !e->is_rss10) {
		*format = FEED_RSS_09X;
	} else if (*format == FEED_UNKNOWN) {
		*format = FEED_RSS_20;
	}
	for (size_t i = 0; i < e->n_attrs; i++)
		if (e->attrs[i].ns == EVENTS_XML && str_is(e->attrs[i].name, "lang"))
			target_set(&b->of_feed, ELEMENT_LANGUAGE, build_rank(b, 1), oneline_of_text(b->of_feed.arena, e->attrs[i].value));
}

static void
start_item(struct build *b, const struct events_element *e)
{
	target_clear(&b->of_post);
	b->item_depth = b->depth;
	if (b->feed->format == FEED_UNKNOWN && e->ns == EVENTS_ATOM10) { /* an entry document, RFC 4287 2 */
		b->feed->format = FEED_ATOM_10;
		b->is_atom = true;
	}
	for (size_t i = 0; i < e->n_attrs; i++) {
		if (e->attrs[i].ns != EVENTS_RDF || !str_is(e->attrs[i].name, "about"))
			continue;
		target_set(&b->of_post, ELEMENT_ID, build_rank(b, 2), oneline_of_text(b->of_post.arena, e->attrs[i].value));
		if (url_is_web(e->attrs[i].value))
			target_set(&b->of_post, ELEMENT_LINK, build_rank(b, 1), build_start_address(b, e->attrs[i].value));
	}
}

static void
set_address(struct build *b, enum element_field field, int rank, struct str text)
{
	rank = build_rank(b, rank);
	if (target_wants(build_target(b), field, rank))
		target_set(build_target(b), field, rank, build_start_address(b, text));
}

static void
add_file(struct build *b, const struct events_element *e, const char *url, const char *length)
{
	if (target_wants_file(build_target(b)))
		target_add_enclosure(build_target(b), build_start_address(b, events_attr_of(e, url)), events_attr_of(e, "type"),
			events_attr_of(e, length));
}

/* Atom's <link rel= href= type=>, in any format. */
static void
start_link(struct build *b, const struct events_element *e)
{
	struct str rel = str_trim(events_attr_of(e, "rel")), type = events_attr_of(e, "type");
	struct str href = events_attr_of(e, "href");

	if (!href.n)
		return;
	if (str_is_icase(rel, "enclosure")) {
		add_file(b, e, "href", "length");
	} else if (str_is_icase(rel, "replies")) {
		if (str_is_icase(type, "text/html") || str_has(type, "xhtml"))
			set_address(b, ELEMENT_COMMENTS, 3, href);
	} else if (!rel.n || str_is_icase(rel, "alternate") ||
		   str_is_icase(rel, "http://www.iana.org/assignments/relation/alternate")) {
		bool is_page = !type.n || str_starts_icase(type, "text/html") || str_has(type, "xhtml");

		/* Beside the <link> of RSS it is often the feed itself. */
		set_address(b, ELEMENT_LINK, (is_page ? 3 : 2) + b->is_atom, href);
	}
}

static void
start_href(struct build *b, const struct element *row, const struct events_element *e)
{
	struct str href = events_attr_of(e, "href");

	if (str_is_icase(e->name, "link") && !str_is_icase(events_attr_of(e, "rel"), "image"))
		return;
	set_address(b, row->field, row->rank, href.n ? href : events_attr_of(e, "url"));
}

static void
start_category(struct build *b, const struct events_element *e)
{
	struct str term = events_attr_of(e, "term");

	if (!term.n && e->ns != EVENTS_MEDIA)
		term = events_attr_of(e, "label");
	b->category = oneline_of_text(build_target(b)->arena, term);
}

static void
start_capture(struct build *b, enum value_mode mode)
{
	b->capture_depth = b->depth;
	b->mode = mode;
	buf_clear(&b->text);
}

bool
build_start_is_at_home(struct build *b, const struct element *row)
{
	const struct element *parent = b->depth > 1 ? b->frames[b->depth - 1].row : NULL;
	bool is_in_picture = parent && parent->role == ELEMENT_PICTURE;

	if (b->depth == 1) /* the root */
		return row->role == ELEMENT_FEED || row->role == ELEMENT_ITEM;
	if (row->role == ELEMENT_NAME || row->role == ELEMENT_EMAIL)
		return parent && parent->role == ELEMENT_PERSON;
	if (row->role == ELEMENT_REST)
		return parent && parent->role == ELEMENT_RESTS && !b->item_depth;
	if (parent && parent->role == ELEMENT_PERSON)
		return false;
	if (row->role == ELEMENT_ADDRESS && row->field == ELEMENT_IMAGE && str_is(str_of(row->name), "url"))
		return is_in_picture;
	return !is_in_picture;
}

void
build_start_known(struct build *b, const struct element *row, const struct events_element *e)
{
	switch (row->role) {
	case ELEMENT_PASS:
	case ELEMENT_PICTURE:
	case ELEMENT_RESTS:
		return;
	case ELEMENT_SKIP:
		b->skip_depth = b->depth;
		return;
	case ELEMENT_FEED:
		start_feed(b, e);
		return;
	case ELEMENT_ITEM:
		start_item(b, e);
		return;
	case ELEMENT_PERSON:
		buf_clear(&b->person);
		buf_clear(&b->name);
		buf_clear(&b->email);
		return;
	case ELEMENT_HREF:
		start_href(b, row, e);
		return;
	case ELEMENT_ENCLOSURE:
		add_file(b, e, events_attr_of(e, "url").n ? "url" : "href", "length");
		return;
	case ELEMENT_MEDIA:
		add_file(b, e, events_attr_of(e, "url").n ? "url" : "href", "fileSize");
		return;
	case ELEMENT_TERM:
		target_add_category(build_target(b), oneline_of_text(build_target(b)->arena, events_attr_of(e, "text")));
		return;
	case ELEMENT_CATEGORY:
		start_category(b, e);
		break;
	case ELEMENT_ADDRESS:
		if (row->field == ELEMENT_LINK)
			start_link(b, e);
		b->is_permalink = !str_is_icase(events_attr_of(e, "isPermaLink"), "false") && str_is_icase(e->name, "guid");
		break;
	default:
		break;
	}
	bool has_mode = row->role == ELEMENT_VALUE || row->role == ELEMENT_BODY;

	start_capture(b, has_mode ? value_mode_of(e, b->is_atom) : VALUE_TEXT);
	if (row->role == ELEMENT_BODY && b->item_depth && !build_target(b)->base.n && !str_eq(build_top(b)->base, b->in->url))
		build_target(b)->base = arena_dup(b->of_post.arena, build_top(b)->base);
}
