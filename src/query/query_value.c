#include "query/query_value.h"

#include "base/clock.h"
#include "base/num.h"
#include "base/tr.h"
#include "base/vec.h"
#include "catalog/catalog_term.h"
#include "query/query_date.h"
#include "query/query_len.h"
#include "text/nfc.h"
#include "text/url.h"
#include "text/utf8.h"

/* One value of a field: where it stands, with what is full-width in it as ASCII. */
struct value {
	struct str text;
	size_t at;
	bool is_quoted;
	enum query_field field;
};

/* What one types with the Korean input method on: ＞５ｍ. */
static struct str
narrow(struct arena *a, struct str text)
{
	struct buf out = { 0 };
	struct str made, rest = text;
	int32_t cp;

	while ((cp = utf8_next(&rest)) >= 0)
		utf8_add(&out, cp > 0xff00 && cp < 0xff5f ? cp - 0xfee0 : cp);
	made = arena_dup(a, buf_str(&out));
	buf_free(&out);
	return made;
}

static struct query *
read_prose(struct query_reader *r, const struct value *v)
{
	static const unsigned columns[] = {
		[QUERY_FIELD_TITLE] = QUERY_IN_TITLE, [QUERY_FIELD_BODY] = QUERY_IN_BODY, [QUERY_FIELD_AUTHOR] = QUERY_IN_AUTHOR,
		[QUERY_FIELD_SECTION] = QUERY_IN_SECTION,
	};
	struct query *leaf = query_reader_leaf(r, QUERY_TEXT, v->at);

	if (!leaf)
		return NULL;
	leaf->text = query_reader_text(r, v->text);
	leaf->columns = columns[v->field];
	leaf->is_phrase = v->is_quoted;
	return leaf;
}

static struct query *
read_feed(struct query_reader *r, const struct value *v)
{
	struct query *leaf = query_reader_leaf(r, QUERY_FEED, v->at);

	if (!leaf)
		return NULL;
	leaf->text = query_reader_text(r, v->text);
	return leaf;
}

/* https://velog.io/@x, velog.io, velog, 벨로그. */
static struct query *
read_site(struct query_reader *r, const struct value *v)
{
	const struct catalog_term *platform = catalog_term_find(catalog_term_platforms(), v->text);
	struct query *leaf = query_reader_leaf(r, QUERY_SITE, v->at);
	struct str host = v->text;
	size_t at = str_find(host, str_lit("://"));
	struct buf folded = { 0 };

	if (!leaf)
		return NULL;
	host = at < host.n ? str_sub(host, at + 3, host.n) : host;
	(void)str_cut(host, '/', &host, NULL);
	if (str_starts_icase(host, "www."))
		host = str_sub(host, 4, host.n);
	nfc_fold(&folded, platform ? str_of(platform->code) : host);
	leaf->text = arena_dup(r->a, buf_str(&folded));
	buf_free(&folded);
	if (!leaf->text.n)
		return query_reader_fail(r, v->at, "%s", tr("expected a host as velog.io, or a platform as velog or 티스토리"));
	return leaf;
}

/* Also without the scheme. */
static struct query *
read_link(struct query_reader *r, const struct value *v)
{
	struct query *leaf = query_reader_leaf(r, QUERY_LINK, v->at);
	struct str link = v->text;
	struct buf key = { 0 };

	if (!leaf)
		return NULL;
	if (str_find(link, str_lit("://")) == link.n)
		link = arena_printf(r->a, "https://%.*s", STR(link));
	if (!url_is_web(link))
		return query_reader_fail(r, v->at, "%s", tr("expected the address of a post as https://blog.example/17"));
	url_canonical(&key, link);
	leaf->text = arena_dup(r->a, buf_str(&key));
	buf_free(&key);
	return leaf;
}

/* The address of a post is that post, too, as it was copied from the browser. */
static struct query *
read_word(struct query_reader *r, const struct value *v)
{
	struct query *parts[] = { read_prose(r, v), NULL };

	if (!parts[0] || v->is_quoted || !url_is_web(v->text))
		return parts[0];
	parts[1] = read_link(r, v);
	return parts[1] ? query_join(r->a, QUERY_OR, parts, 2) : NULL;
}

static struct query *
read_tag(struct query_reader *r, const struct value *v)
{
	struct query *leaf = query_reader_leaf(r, QUERY_TAG, v->at);
	struct str name = v->text;

	if (!leaf)
		return NULL;
	if (name.p[0] == '#')
		name = str_sub(name, 1, name.n);
	leaf->text = query_reader_text(r, name);
	return name.n ? leaf : query_reader_fail(r, v->at, "%s", tr("expected a tag"));
}

/* A name of a table, or what comes near. */
static const struct query_name *
read_name(struct query_reader *r, const struct value *v, enum query_table table)
{
	const struct query_name *name = query_name_find(table, v->text), *near;
	const char *field = query_name_of(QUERY_FIELDS, v->field);
	struct str shown = utf8_prefix(v->text, 80);
	struct buf all = { 0 };

	if (name)
		return name;
	near = query_name_near(table, v->text);
	query_name_list(&all, table);
	if (near)
		query_reader_fail(r, v->at, tr("‘%s:’ knows no ‘%.*s’; did you mean ‘%s:%s’?"), field, STR(shown), field, near->name);
	else
		query_reader_fail(r, v->at, tr("‘%s:’ knows no ‘%.*s’; expected one of %s"), field, STR(shown), buf_cstr(&all));
	buf_free(&all);
	return NULL;
}

static struct query *
read_code(struct query_reader *r, const struct value *v)
{
	static const enum query_table tables[] = {
		[QUERY_FIELD_IS] = QUERY_STATES, [QUERY_FIELD_HAS] = QUERY_HAVES, [QUERY_FIELD_LANG] = QUERY_LANGS,
	};
	static const enum query_kind kinds[] = {
		[QUERY_FIELD_IS] = QUERY_IS, [QUERY_FIELD_HAS] = QUERY_HAS, [QUERY_FIELD_LANG] = QUERY_LANG,
	};
	const struct query_name *name = read_name(r, v, tables[v->field]);
	struct query *leaf = name ? query_reader_leaf(r, kinds[v->field], v->at) : NULL;

	if (!leaf)
		return NULL;
	leaf->code = name->code;
	if (name->code >= QUERY_HAS_STATES) {
		leaf->kind = QUERY_IS;
		leaf->code = name->code - QUERY_HAS_STATES;
	}
	return leaf;
}

static struct query *
read_date(struct query_reader *r, const struct value *v)
{
	struct query *leaf = query_reader_leaf(r, QUERY_DATE, v->at);
	int64_t first, last;
	bool is_ago;

	if (!leaf)
		return NULL;
	leaf->from = INT64_MIN;
	leaf->to = INT64_MAX;
	if (v->field == QUERY_FIELD_DATE) {
		if (!query_date_range(v->text, r->now, &leaf->from, &leaf->to))
			return query_reader_fail(r, v->at, "%s",
				tr("expected a date as 2025-02-05, 2025-02, 7d, yesterday, or a range as 2025-02..2025-03"));
		return leaf;
	}
	if (!query_date_point(v->text, r->now, &first, &last, &is_ago))
		return query_reader_fail(r, v->at, "%s", tr("expected a date as 2025-02-05, 2025-02, 7d or yesterday"));
	if (v->field == QUERY_FIELD_AFTER)
		leaf->from = first;
	else
		leaf->to = first - 1;
	return leaf;
}

static struct query *
read_len(struct query_reader *r, const struct value *v)
{
	struct query *leaf = query_reader_leaf(r, QUERY_LETTERS, v->at);
	bool is_time;

	if (!leaf)
		return NULL;
	if (!query_len_read(v->text, &leaf->from, &leaf->to, &is_time))
		return query_reader_fail(r, v->at, "%s", tr("expected a time or letters as >5m, <2000 or 3m..10m"));
	leaf->kind = is_time ? QUERY_SECONDS : QUERY_LETTERS;
	return leaf;
}

static struct query *
read_id(struct query_reader *r, const struct value *v)
{
	struct query *leaf = query_reader_leaf(r, QUERY_ID, v->at);
	struct str from, to;
	bool is_range = query_date_cut(v->text, &from, &to);

	if (!leaf)
		return NULL;
	if (!is_range)
		from = to = v->text;
	leaf->from = INT64_MIN;
	leaf->to = INT64_MAX;
	if ((from.n && !num_parse(from, 1, INT64_MAX, &leaf->from)) || (to.n && !num_parse(to, 1, INT64_MAX, &leaf->to)) ||
	    (!from.n && !to.n))
		return query_reader_fail(r, v->at, "%s", tr("expected the number of a post as 17, or a range as 17..20"));
	if (leaf->from > leaf->to) {
		int64_t swapped = leaf->from;

		leaf->from = leaf->to;
		leaf->to = swapped;
	}
	return leaf;
}

/* How a field is read; and whether commas part its values, and full-width letters are others. */
static const struct reading {
	struct query *(*read)(struct query_reader *, const struct value *);
	bool is_list, is_narrow;
} readings[] = {
	[QUERY_FIELD_NONE] = { read_word, false, false }, [QUERY_FIELD_TITLE] = { read_prose, false, false },
	[QUERY_FIELD_BODY] = { read_prose, false, false }, [QUERY_FIELD_AUTHOR] = { read_prose, false, false },
	[QUERY_FIELD_SECTION] = { read_prose, false, false }, [QUERY_FIELD_FEED] = { read_feed, true, false },
	[QUERY_FIELD_SITE] = { read_site, true, true }, [QUERY_FIELD_TAG] = { read_tag, true, false },
	[QUERY_FIELD_LINK] = { read_link, false, false },
	[QUERY_FIELD_IS] = { read_code, true, true }, [QUERY_FIELD_HAS] = { read_code, true, true },
	[QUERY_FIELD_LANG] = { read_code, true, true }, [QUERY_FIELD_AFTER] = { read_date, false, true },
	[QUERY_FIELD_BEFORE] = { read_date, false, true }, [QUERY_FIELD_DATE] = { read_date, true, true },
	[QUERY_FIELD_LEN] = { read_len, true, true }, [QUERY_FIELD_ID] = { read_id, true, true },
};

struct query *
query_value_read(struct query_reader *r, enum query_field field, struct str value, size_t at, bool is_quoted)
{
	const struct reading *reading = &readings[field];
	struct value v = { .at = at, .is_quoted = is_quoted, .field = field, .text = value };
	vec(struct query *) parts = { 0 };
	struct query *part = NULL, *ret = NULL;
	bool has_more = true;

	if (reading->is_narrow)
		value = v.text = narrow(r->a, value);
	if (v.is_quoted || !reading->is_list) {
		if (!str_trim(value).n)
			return query_reader_fail(r, at, "%s", tr("expected a value"));
		return reading->read(r, &v);
	}
	while (has_more) {
		has_more = str_cut(value, ',', &v.text, &value);
		part = v.text.n ? reading->read(r, &v) : query_reader_fail(r, v.at, "%s", tr("expected a value"));
		if (!part)
			break;
		*vec_add(&parts) = part;
	}
	if (part)
		ret = query_join(r->a, QUERY_OR, parts.v, parts.n);
	vec_free(&parts);
	return ret;
}

bool
query_value_fits(const struct query_reader *r, enum query_field field, struct str value)
{
	struct query_fault fault;
	struct query_reader trial = *r;

	trial.fault = &fault;
	return query_value_read(&trial, field, value, 0, false);
}
