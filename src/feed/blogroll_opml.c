#include "feed/blogroll_opml.h"

#include "base/limits.h"
#include "base/num.h"
#include "feed/lenient.h"
#include "feed/recover.h"
#include "feed/xml.h"

enum { SAMPLE = 64 << 10 }; /* of text, to tell what it is */

/* An outline that is open. */
struct level {
	size_t folder; /* how much of reading.folder was there before it */
	bool is_off;   /* a comment: it and all in it do not count */
};

struct reading {
	struct blogroll_entries *e;
	struct buf folder; /* "a/b" of the outlines that are open */
	vec(struct level) levels;
};

static bool
is_outline(struct str name)
{
	return str_is_icase(name, "outline");
}

/* Our own attribute of that name. */
static struct str
own_attr(const struct events_element *element, const char *name)
{
	for (size_t i = 0; i < element->n_attrs; i++)
		if (element->attrs[i].ns == EVENTS_SOSIK && str_is(element->attrs[i].name, name))
			return element->attrs[i].value;
	return STR_NONE;
}

static struct str
first_of(const struct events_element *element, const char *const *names)
{
	struct str value = STR_NONE;

	for (; *names && !value.n; names++)
		value = str_trim(events_attr_of(element, *names));
	return value;
}

static struct str
label_of(const struct events_element *element)
{
	static const char *const names[] = { "text", "title", NULL };

	return first_of(element, names);
}

/* "/분류/하위,둘": each a tag. */
static void
add_categories(struct reading *r, struct blogroll_feed *feed, struct str list)
{
	struct str one;

	while (list.n) {
		str_cut(list, ',', &one, &list);
		blogroll_entry_tag(r->e, feed, str_trim(one));
	}
}

static void
add_feed(struct reading *r, const struct events_element *element, struct str url)
{
	struct str own = own_attr(element, "line"), place = own_attr(element, "place");
	struct blogroll_feed *feed = blogroll_entry_add(r->e, url, 0);

	if (!feed || feed->problem)
		return;
	blogroll_entry_line(r->e, feed, own);
	(void)num_parse(place, 1, LIMIT_ROLL_FEEDS, &feed->place);
	blogroll_entry_name(r->e, feed, label_of(element));
	if (r->folder.n)
		blogroll_entry_tag(r->e, feed, buf_str(&r->folder));
	add_categories(r, feed, events_attr_of(element, "category"));
}

/* An outline without a feed's address may still mean something that we do not take. */
static void
add_other(struct reading *r, const struct events_element *element, struct str type, struct str url)
{
	struct str page = events_attr_of(element, "htmlUrl");

	if (str_is_icase(type, "include"))
		blogroll_entry_problem(r->e, BLOGROLL_INCLUDE, url.n ? url : label_of(element), 0);
	else if (str_is_icase(type, "link") && url.n)
		blogroll_entry_problem(r->e, BLOGROLL_LINK, url, 0);
	else if (page.n || str_is_icase(type, "rss") || str_is_icase(type, "atom"))
		blogroll_entry_problem(r->e, BLOGROLL_NO_ADDRESS, page.n ? page : label_of(element), 0);
}

static void
take_outline(struct reading *r, const struct events_element *element)
{
	static const char *const addresses[] = { "xmlUrl", "feedUrl", NULL };
	struct str url = first_of(element, addresses), other = str_trim(events_attr_of(element, "url"));
	struct str type = str_trim(events_attr_of(element, "type"));

	if (!url.n && !str_is_icase(type, "include") && !str_is_icase(type, "link"))
		url = other;
	if (url.n)
		add_feed(r, element, url);
	else
		add_other(r, element, type, other);
}

/* A folder's name as part of a tag, where "/" divides: one within it is written wide, and what no tag begins with goes. */
static void
add_folder_name(struct buf *folder, struct str name)
{
	while (name.n && (name.p[0] == '/' || (!folder->n && strchr("+-#", name.p[0]))))
		name = str_sub(name, 1, name.n);
	while (str_ends(name, "/"))
		name.n--;
	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] == '/')
			(void)buf_puts(folder, "／");
		else
			(void)buf_putc(folder, name.p[i]);
}

/* A folder within the others; deeper than a tag can be long it adds nothing. */
static void
enter(struct reading *r, struct str label)
{
	if (!label.n || r->folder.n > LIMIT_TAG)
		return;
	if (r->folder.n)
		(void)buf_putc(&r->folder, '/');
	add_folder_name(&r->folder, str_sub(label, 0, LIMIT_NAME));
}

static int
on_start(void *user, const struct events_element *element)
{
	struct reading *r = user;
	bool was_off = r->levels.n && r->levels.v[r->levels.n - 1].is_off;
	struct level level = { r->folder.n, was_off };

	if (!is_outline(element->name))
		return 0;
	level.is_off |= str_is_icase(str_trim(events_attr_of(element, "isComment")), "true");
	*vec_add(&r->levels) = level;
	if (level.is_off)
		return 0;
	take_outline(r, element);
	enter(r, label_of(element));
	return r->e->is_full;
}

static int
on_end(void *user, struct str name)
{
	struct reading *r = user;

	if (is_outline(name) && r->levels.n)
		buf_truncate(&r->folder, r->levels.v[--r->levels.n].folder);
	return 0;
}

static int
on_text(void *user, struct str text)
{
	(void)user;
	(void)text;
	return 0;
}

enum reader { READER_EXPAT, READER_LENIENT };

/* Once through, by one of the two readers of XML. */
static enum events_end
run(struct blogroll_entries *e, struct str text, enum reader reader)
{
	struct reading r = { .e = e };
	const struct events_sink sink = { on_start, on_end, on_text, NULL, &r };
	bool ignored;
	enum events_end end = reader == READER_EXPAT ? xml_events(text, &sink, &ignored) : lenient_events(text, &sink);

	buf_free(&r.folder);
	vec_free(&r.levels);
	return end;
}

bool
blogroll_opml_is(struct str text)
{
	struct str root = recover_root(text), sample = str_sub(root, 0, SAMPLE);

	if (str_starts_icase(root, "<opml") || str_starts_icase(root, "<outline"))
		return true;
	return str_has(sample, "<opml") || str_has(sample, "<OPML") || str_has(sample, "<outline ");
}

unsigned
blogroll_opml_parse(struct blogroll_entries *e, struct str text)
{
	struct buf filtered = BUF_CAPPED(4 * LIMIT_FEED_BYTES);
	unsigned repairs = recover_filter(&filtered, text, NULL);
	size_t before = e->feeds.n;
	enum events_end end = run(e, buf_str(&filtered), READER_EXPAT);

	if (end == EVENTS_BROKEN || end == EVENTS_TRUNCATED) {
		repairs |= end == EVENTS_BROKEN ? FEED_FIX_MARKUP : FEED_FIX_TRUNCATED;
		e->feeds.n = before;
		end = run(e, buf_str(&filtered), READER_LENIENT);
	}
	if (end == EVENTS_LIMIT || e->is_full || filtered.full)
		repairs |= FEED_FIX_LIMIT;
	buf_free(&filtered);
	return repairs;
}
