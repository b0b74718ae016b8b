#include "worker/decode.h"

#include "base/limits.h"
#include "base/tr.h"
#include "text/utf8.h"
#include "worker/check.h"

/* One record being read into an answer. */
struct decode {
	struct client_answer *answer;
	struct str *line;   /* where the field's text goes */
	int64_t *number;    /* or its number */
	struct str categories[LIMIT_CATEGORIES];
	struct enclosure enclosures[LIMIT_ENCLOSURES];
	size_t n_categories, n_enclosures;
	int64_t format, repairs, problem, is_cut, is_teaser, link_kind, page_kind, why, roll, how;
	struct str encoding;
	bool is_spoilt; /* a text was not good */
};

enum field_rule { RULE_LINE, RULE_FILE_LINE, RULE_URL, RULE_XHTML, RULE_HTML, RULE_COUNT, RULE_TIME, RULE_CODE };

static const struct {
	unsigned char rule;
	unsigned max;
} rules[RECORD_FIELDS_END] = {
	[RECORD_URL] = { RULE_URL, LIMIT_URL },
	[RECORD_ID] = { RULE_LINE, LIMIT_GUID },
	[RECORD_TITLE] = { RULE_LINE, LIMIT_TITLE },
	[RECORD_LINK] = { RULE_URL, LIMIT_URL },
	[RECORD_AUTHOR] = { RULE_LINE, LIMIT_NAME },
	[RECORD_PUBLISHED] = { RULE_TIME, 0 },
	[RECORD_UPDATED] = { RULE_TIME, 0 },
	[RECORD_SUMMARY] = { RULE_HTML, LIMIT_ITEM_HTML },
	[RECORD_CONTENT] = { RULE_HTML, LIMIT_ITEM_HTML },
	[RECORD_XHTML] = { RULE_XHTML, LIMIT_RECORD },
	[RECORD_EXCERPT] = { RULE_LINE, LIMIT_TITLE },
	[RECORD_IMAGE] = { RULE_URL, LIMIT_URL },
	[RECORD_LETTERS] = { RULE_COUNT, LIMIT_RECORD },
	[RECORD_IS_CUT] = { RULE_COUNT, 1 },
	[RECORD_IS_TEASER] = { RULE_COUNT, 1 },
	[RECORD_CATEGORY] = { RULE_LINE, LIMIT_NAME },
	[RECORD_ENCLOSURE_URL] = { RULE_URL, LIMIT_URL },
	[RECORD_ENCLOSURE_TYPE] = { RULE_LINE, LIMIT_NAME },
	[RECORD_ENCLOSURE_LENGTH] = { RULE_COUNT, 0 },
	[RECORD_COMMENTS] = { RULE_URL, LIMIT_URL },
	[RECORD_PROBLEM] = { RULE_COUNT, FEED_BROKEN },
	[RECORD_FORMAT] = { RULE_COUNT, FEED_JSON },
	[RECORD_ENCODING] = { RULE_LINE, sizeof((struct feed *)0)->encoding - 1 },
	[RECORD_REPAIRS] = { RULE_COUNT, 2 * FEED_FIX_LIMIT - 1 },
	[RECORD_SUBTITLE] = { RULE_LINE, LIMIT_TITLE },
	[RECORD_LANGUAGE] = { RULE_LINE, LIMIT_NAME },
	[RECORD_RIGHTS] = { RULE_LINE, LIMIT_TITLE },
	[RECORD_GENERATOR] = { RULE_LINE, LIMIT_NAME },
	[RECORD_TTL] = { RULE_COUNT, 0 },
	[RECORD_SKIP] = { RULE_COUNT, INT32_MAX },
	[RECORD_LINE] = { RULE_FILE_LINE, LIMIT_ROLL_LINE },
	[RECORD_EVERY] = { RULE_COUNT, 100000 },
	[RECORD_PLACE] = { RULE_COUNT, LIMIT_ROLL_FEEDS },
	[RECORD_NUMBER] = { RULE_COUNT, 0 },
	[RECORD_WHY] = { RULE_COUNT, BLOGROLL_UNCLEAR },
	[RECORD_ROLL_FORMAT] = { RULE_COUNT, BLOGROLL_JSON },
	[RECORD_OPEN] = { RULE_COUNT, 0 },
	[RECORD_SOCKET] = { RULE_COUNT, 0 },
	[RECORD_EXEC] = { RULE_COUNT, 0 },
	[RECORD_DESCRIPTORS] = { RULE_COUNT, 0 },
	[RECORD_KIND] = { RULE_COUNT, RECORD_LINK_GO },
	[RECORD_CODE] = { RULE_CODE, 0 },
	[RECORD_PAGE_KIND] = { RULE_COUNT, PAGE_OTHER },
	[RECORD_BYLINE] = { RULE_LINE, LIMIT_NAME },
	[RECORD_SITE] = { RULE_LINE, LIMIT_NAME },
	[RECORD_NEXT] = { RULE_URL, LIMIT_URL },
	[RECORD_GO] = { RULE_URL, LIMIT_URL },
	[RECORD_SOURCE] = { RULE_COUNT, 0 },
	[RECORD_HOW] = { RULE_COUNT, UNPACK_LARGE },
};

/* Where the fields that every kind of answer may hold go; a kind's own come first. */
static void
aim_at_post(struct decode *d, enum record_field field)
{
	struct client_post *p = &d->answer->post;

	switch (field) {
	case RECORD_ID: d->line = &p->post.id; break;
	case RECORD_TITLE: d->line = &p->post.title; break;
	case RECORD_LINK: d->line = &p->post.link; break;
	case RECORD_AUTHOR: d->line = &p->post.author; break;
	case RECORD_PUBLISHED: d->number = &p->post.published; break;
	case RECORD_UPDATED: d->number = &p->post.updated; break;
	case RECORD_SUMMARY: d->line = &p->post.summary; break;
	case RECORD_CONTENT: d->line = &p->post.content; break;
	case RECORD_COMMENTS: d->line = &p->post.comments; break;
	case RECORD_XHTML: d->line = &p->xhtml; break;
	case RECORD_EXCERPT: d->line = &p->excerpt; break;
	case RECORD_IMAGE: d->line = &p->image; break;
	case RECORD_LETTERS: d->number = &p->letters; break;
	case RECORD_IS_CUT: d->number = &d->is_cut; break;
	case RECORD_SOURCE: d->number = &p->source; break;
	default: break;
	}
}

static void
aim_at_article(struct decode *d, enum record_field field)
{
	struct client_article *a = &d->answer->article;

	switch (field) {
	case RECORD_PAGE_KIND: d->number = &d->page_kind; break;
	case RECORD_TITLE: d->line = &a->title; break;
	case RECORD_AUTHOR: d->line = &a->author; break;
	case RECORD_BYLINE: d->line = &a->byline; break;
	case RECORD_SITE: d->line = &a->site; break;
	case RECORD_LANGUAGE: d->line = &a->language; break;
	case RECORD_LINK: d->line = &a->canonical; break;
	case RECORD_NEXT: d->line = &a->next; break;
	case RECORD_GO: d->line = &a->go; break;
	case RECORD_PUBLISHED: d->number = &a->published; break;
	case RECORD_UPDATED: d->number = &a->updated; break;
	case RECORD_XHTML: d->line = &a->xhtml; break;
	case RECORD_EXCERPT: d->line = &a->excerpt; break;
	case RECORD_IMAGE: d->line = &a->image; break;
	case RECORD_LETTERS: d->number = &a->letters; break;
	case RECORD_IS_TEASER: d->number = &d->is_teaser; break;
	case RECORD_IS_CUT: d->number = &d->is_cut; break;
	default: break;
	}
}

static void
aim_at_feed(struct decode *d, enum record_field field)
{
	struct feed *f = &d->answer->feed;

	switch (field) {
	case RECORD_PROBLEM: d->number = &d->problem; break;
	case RECORD_FORMAT: d->number = &d->format; break;
	case RECORD_REPAIRS: d->number = &d->repairs; break;
	case RECORD_ENCODING: d->line = &d->encoding; break;
	case RECORD_TITLE: d->line = &f->title; break;
	case RECORD_SUBTITLE: d->line = &f->subtitle; break;
	case RECORD_AUTHOR: d->line = &f->author; break;
	case RECORD_RIGHTS: d->line = &f->rights; break;
	case RECORD_GENERATOR: d->line = &f->generator; break;
	case RECORD_LANGUAGE: d->line = &f->language; break;
	case RECORD_ID: d->line = &f->id; break;
	case RECORD_LINK: d->line = &f->link; break;
	case RECORD_IMAGE: d->line = &f->image; break;
	case RECORD_UPDATED: d->number = &f->updated; break;
	case RECORD_TTL: d->number = &f->ttl_min; break;
	case RECORD_SKIP: d->number = &f->skip; break;
	case RECORD_CODE: d->line = &d->answer->code; break;
	case RECORD_PAGE_KIND: d->number = &d->page_kind; break;
	case RECORD_ROLL_FORMAT: d->number = &d->roll; break;
	default: break;
	}
}

static void
aim_at_entry(struct decode *d, enum record_field field)
{
	struct client_entry *e = &d->answer->entry;

	switch (field) {
	case RECORD_URL: d->line = &e->url; break;
	case RECORD_TITLE: d->line = &e->name; break;
	case RECORD_LINE: d->line = &e->line; break;
	case RECORD_EXCERPT: d->line = &e->what; break;
	case RECORD_EVERY: d->number = &e->every_min; break;
	case RECORD_PLACE: d->number = &e->place; break;
	case RECORD_NUMBER: d->number = &e->number; break;
	case RECORD_WHY: d->number = &d->why; break;
	default: break;
	}
}

static void
aim_at_link(struct decode *d, enum record_field field)
{
	if (field == RECORD_URL)
		d->line = &d->answer->link_url;
	else if (field == RECORD_TITLE)
		d->line = &d->answer->link_title;
	else if (field == RECORD_KIND)
		d->number = &d->link_kind;
}

static void
aim_at_probe(struct decode *d, enum record_field field)
{
	struct client_probe *p = &d->answer->probe;

	switch (field) {
	case RECORD_OPEN: d->number = &p->open; break;
	case RECORD_SOCKET: d->number = &p->socket; break;
	case RECORD_EXEC: d->number = &p->exec; break;
	case RECORD_DESCRIPTORS: d->number = &p->descriptors; break;
	default: break;
	}
}

/* Fields that repeat: each makes room for one more. */
static void
aim_at_list(struct decode *d, enum record_field field)
{
	struct enclosure *last = d->n_enclosures ? &d->enclosures[d->n_enclosures - 1] : NULL;

	if (field == RECORD_CATEGORY && d->n_categories < LIMIT_CATEGORIES) {
		d->line = &d->categories[d->n_categories++];
	} else if (field == RECORD_ENCLOSURE_URL && d->n_enclosures < LIMIT_ENCLOSURES) {
		last = &d->enclosures[d->n_enclosures++];
		*last = (struct enclosure){ .length = -1 };
		d->line = &last->url;
	} else if (last && field == RECORD_ENCLOSURE_TYPE) {
		d->line = &last->type;
	} else if (last && field == RECORD_ENCLOSURE_LENGTH) {
		d->number = &last->length;
	}
}

static void
aim(struct decode *d, enum record_field field)
{
	d->line = NULL;
	d->number = NULL;
	switch (d->answer->got) {
	case CLIENT_UNPACKED:
		if (field == RECORD_HOW)
			d->number = &d->how;
		return;
	case CLIENT_POST:
		aim_at_list(d, field);
		aim_at_post(d, field);
		return;
	case CLIENT_KNOWN:
		if (field == RECORD_NUMBER)
			d->number = &d->answer->known;
		return;
	case CLIENT_ARTICLE:
		aim_at_article(d, field);
		return;
	case CLIENT_FEED_LINK:
		aim_at_link(d, field);
		return;
	case CLIENT_ENTRY:
		aim_at_list(d, field);
		aim_at_entry(d, field);
		return;
	case CLIENT_PROBE:
		aim_at_probe(d, field);
		return;
	case CLIENT_DONE:
		aim_at_feed(d, field);
		return;
	}
}

static bool
is_text_good(enum record_field field, struct str value)
{
	switch (rules[field].rule) {
	case RULE_LINE:
		return check_line(value, rules[field].max);
	case RULE_FILE_LINE:
		return check_file_line(value, rules[field].max);
	case RULE_URL:
		return check_url(value);
	case RULE_CODE:
		return check_code(value);
	case RULE_XHTML:
		return check_xhtml(value);
	case RULE_HTML:
		return value.n <= rules[field].max && utf8_is_valid(value);
	default:
		return false;
	}
}

/* Counts have a largest value where the table names one. */
static bool
is_number_good(enum record_field field, int64_t value)
{
	if (rules[field].rule == RULE_TIME)
		return check_time(value);
	return rules[field].rule == RULE_COUNT && value >= 0 && (!rules[field].max || value <= rules[field].max);
}

static int
decode_field(struct decode *d, enum record_field field, struct str value, const char **why)
{
	aim(d, field);
	*why = N_("an unexpected field");
	if (d->line) {
		bool is_good = is_text_good(field, value);

		*why = N_("text that is not clean");
		*d->line = is_good ? value : STR_NONE;
		d->is_spoilt = d->is_spoilt || !is_good;
		return is_good || (d->answer->got == CLIENT_POST && field == RECORD_XHTML) ? 0 : -1;
	}
	if (!d->number)
		return -1;
	*why = N_("a number out of range");
	return record_number(value, d->number) && is_number_good(field, *d->number) ? 0 : -1;
}

static int
answer_kind(enum record_kind kind, struct client_answer *ret)
{
	switch (kind) {
	case RECORD_UNPACKED:
		ret->got = CLIENT_UNPACKED;
		return 0;
	case RECORD_POST:
		ret->got = CLIENT_POST;
		return 0;
	case RECORD_KNOWN:
		ret->got = CLIENT_KNOWN;
		return 0;
	case RECORD_ARTICLE:
		ret->got = CLIENT_ARTICLE;
		return 0;
	case RECORD_FEED_LINK:
		ret->got = CLIENT_FEED_LINK;
		return 0;
	case RECORD_ENTRY:
		ret->got = CLIENT_ENTRY;
		return 0;
	case RECORD_PROBED:
		ret->got = CLIENT_PROBE;
		return 0;
	case RECORD_DONE:
		ret->got = CLIENT_DONE;
		return 0;
	default:
		return -1;
	}
}

/* What came in by way of the decoder's own fields. */
static void
finish(struct arena *a, struct decode *d)
{
	struct client_answer *ret = d->answer;
	struct post *post = &ret->post.post;

	ret->post.is_cut = ret->article.is_cut = d->is_cut || d->is_spoilt;
	if (d->is_spoilt)
		ret->post.letters = 0;
	ret->article.is_teaser = d->is_teaser != 0;
	ret->article.kind = (enum page_kind)d->page_kind;
	ret->unpacked = (enum unpacked)d->how;
	ret->problem = (enum feed_problem)d->problem;
	ret->link_kind = (enum record_link)d->link_kind;
	ret->feed.format = (enum feed_format)d->format;
	ret->feed.repairs = (unsigned)d->repairs;
	if (d->encoding.n)
		memcpy(ret->feed.encoding, d->encoding.p, d->encoding.n);
	ret->roll = (enum blogroll_format)d->roll;
	ret->entry.problem = (enum blogroll_problem)d->why;
	ret->entry.n_tags = post->n_categories = d->n_categories;
	ret->entry.tags = post->categories = arena_new(a, struct str, d->n_categories + 1);
	memcpy(post->categories, d->categories, d->n_categories * sizeof *d->categories);
	post->n_enclosures = d->n_enclosures;
	post->enclosures = arena_new(a, struct enclosure, d->n_enclosures + 1);
	memcpy(post->enclosures, d->enclosures, d->n_enclosures * sizeof *d->enclosures);
}

int
decode_answer(struct arena *a, struct record record, struct client_answer *ret, const char **why)
{
	struct decode d = { .answer = ret };
	enum record_field field;
	struct str value;
	int got, n = 0;

	*ret = (struct client_answer){ .known = -1, .post.post = { .published = CLOCK_NONE, .updated = CLOCK_NONE },
		.article = { .published = CLOCK_NONE, .updated = CLOCK_NONE },
		.feed = { .updated = CLOCK_NONE, .ttl_min = -1 } };
	*why = N_("an unexpected record");
	if (answer_kind(record.kind, ret) < 0)
		return -1;
	while ((got = record_field(&record, &field, &value)) > 0)
		if (n++ == LIMIT_RECORD_FIELDS || decode_field(&d, field, value, why) < 0)
			return -1;
	*why = N_("a broken record");
	if (got < 0)
		return -1;
	finish(a, &d);
	return 0;
}
