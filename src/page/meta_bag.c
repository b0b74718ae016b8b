#include "page/meta_bag.h"

#include "base/limits.h"
#include "text/clean.h"
#include "text/entity.h"
#include "text/utf8.h"

enum { NAME_LONGEST = 40 };

/*
 * Who is trusted how far. "ld:" is a JSON-LD object of an article, "ldpage:"
 * one of the page around it, "item:" microdata, "link:" a link element,
 * "html:" what HTML itself has; "line:" is read off the visible page: an
 * element made for dates is a "time", one that is only called so a "date".
 * All others are names of meta elements. og:regDate is left out on purpose:
 * Tistory writes it with a clock of twelve hours.
 */
static const struct {
	const char *name;
	enum meta_field field;
	int trust;
} sources[] = {
	{ "ld:title", META_TITLE, 90 },
	{ "dc:title", META_TITLE, 86 },
	{ "dcterm:title", META_TITLE, 85 },
	{ "dcterms:title", META_TITLE, 85 },
	{ "og:title", META_TITLE, 80 },
	{ "weibo:article:title", META_TITLE, 76 },
	{ "weibo:webpage:title", META_TITLE, 75 },
	{ "title", META_TITLE, 70 },
	{ "twitter:title", META_TITLE, 65 },
	{ "parsely-title", META_TITLE, 60 },
	{ "sailthru:title", META_TITLE, 58 },
	{ "citation_title", META_TITLE, 58 },
	{ "item:headline", META_TITLE, 40 },
	{ "ldpage:title", META_TITLE, 30 },

	{ "ld:author", META_AUTHOR, 90 },
	{ "dc:creator", META_AUTHOR, 86 },
	{ "dcterm:creator", META_AUTHOR, 85 },
	{ "dcterms:creator", META_AUTHOR, 85 },
	{ "author", META_AUTHOR, 80 },
	{ "parsely-author", META_AUTHOR, 75 },
	{ "article:author", META_AUTHOR, 70 },
	{ "article:author_name", META_AUTHOR, 69 },
	{ "og:article:author", META_AUTHOR, 68 },
	{ "citation_author", META_AUTHOR, 66 },
	{ "sailthru:author", META_AUTHOR, 60 },
	{ "cxenseparse:author", META_AUTHOR, 60 },
	{ "naverblog:nickname", META_AUTHOR, 60 },
	{ "by", META_AUTHOR, 58 },
	{ "byl", META_AUTHOR, 58 },
	{ "dable:author", META_AUTHOR, 56 },
	{ "twitter:creator", META_AUTHOR, 20 },
	{ "ldpage:author", META_AUTHOR, 50 },
	{ "line:author", META_AUTHOR, 40 },
	{ "line:reporter", META_AUTHOR, 38 },

	{ "ld:site", META_SITE, 90 },
	{ "og:site_name", META_SITE, 80 },
	{ "article:media_name", META_SITE, 70 },
	{ "application-name", META_SITE, 60 },
	{ "apple-mobile-web-app-title", META_SITE, 55 },
	{ "dc:publisher", META_SITE, 50 },
	{ "publisher", META_SITE, 45 },
	{ "ldpage:site", META_SITE, 40 },
	{ "line:home", META_SITE, 10 },

	{ "og:image:secure_url", META_IMAGE, 90 },
	{ "og:image", META_IMAGE, 90 },
	{ "og:image:url", META_IMAGE, 88 },
	{ "ld:image", META_IMAGE, 80 },
	{ "twitter:image", META_IMAGE, 70 },
	{ "twitter:image:src", META_IMAGE, 70 },
	{ "link:image_src", META_IMAGE, 60 },
	{ "parsely-image-url", META_IMAGE, 60 },
	{ "sailthru:image:full", META_IMAGE, 55 },
	{ "thumbnail", META_IMAGE, 50 },
	{ "item:image", META_IMAGE, 40 },
	{ "ldpage:image", META_IMAGE, 40 },

	{ "html:lang", META_LANGUAGE, 90 },
	{ "content-language", META_LANGUAGE, 70 },
	{ "ld:language", META_LANGUAGE, 60 },
	{ "dc:language", META_LANGUAGE, 55 },
	{ "language", META_LANGUAGE, 54 },
	{ "og:locale", META_LANGUAGE, 50 },
	{ "item:inlanguage", META_LANGUAGE, 45 },
	{ "ldpage:language", META_LANGUAGE, 40 },

	{ "ld:excerpt", META_EXCERPT, 90 },
	{ "dc:description", META_EXCERPT, 86 },
	{ "dcterm:description", META_EXCERPT, 85 },
	{ "dcterms:description", META_EXCERPT, 85 },
	{ "og:description", META_EXCERPT, 80 },
	{ "weibo:article:description", META_EXCERPT, 76 },
	{ "weibo:webpage:description", META_EXCERPT, 75 },
	{ "description", META_EXCERPT, 70 },
	{ "twitter:description", META_EXCERPT, 65 },
	{ "sailthru:description", META_EXCERPT, 60 },
	{ "ldpage:excerpt", META_EXCERPT, 30 },

	{ "link:canonical", META_CANONICAL, 90 },
	{ "og:url", META_CANONICAL, 80 },
	{ "ld:url", META_CANONICAL, 70 },
	{ "parsely-link", META_CANONICAL, 60 },

	{ "ld:published", META_PUBLISHED, 90 },
	{ "article:published_time", META_PUBLISHED, 86 },
	{ "article:published", META_PUBLISHED, 85 },
	{ "og:article:published_time", META_PUBLISHED, 84 },
	{ "parsely-pub-date", META_PUBLISHED, 80 },
	{ "og:published_time", META_PUBLISHED, 78 },
	{ "dable:published_time", META_PUBLISHED, 76 },
	{ "cxenseparse:recs:publishtime", META_PUBLISHED, 74 },
	{ "item:datepublished", META_PUBLISHED, 72 },
	{ "sailthru:date", META_PUBLISHED, 70 },
	{ "dcterms:issued", META_PUBLISHED, 68 },
	{ "dc:date:issued", META_PUBLISHED, 68 },
	{ "dcterms:created", META_PUBLISHED, 66 },
	{ "dc:date:created", META_PUBLISHED, 66 },
	{ "bt:pubdate", META_PUBLISHED, 64 },
	{ "pubdate", META_PUBLISHED, 64 },
	{ "publishdate", META_PUBLISHED, 64 },
	{ "publish-date", META_PUBLISHED, 64 },
	{ "publish_date", META_PUBLISHED, 64 },
	{ "published_time", META_PUBLISHED, 64 },
	{ "publication_date", META_PUBLISHED, 64 },
	{ "citation_publication_date", META_PUBLISHED, 62 },
	{ "citation_date", META_PUBLISHED, 60 },
	{ "article:created", META_PUBLISHED, 58 },
	{ "article:create_date", META_PUBLISHED, 58 },
	{ "created", META_PUBLISHED, 56 },
	{ "dc:date", META_PUBLISHED, 54 },
	{ "dcterms:date", META_PUBLISHED, 54 },
	{ "date", META_PUBLISHED, 52 },
	{ "item:datecreated", META_PUBLISHED, 48 },
	{ "ldpage:published", META_PUBLISHED, 46 },
	{ "line:time", META_PUBLISHED, 44 },
	{ "line:date", META_PUBLISHED, 36 },
	{ "line:byline", META_PUBLISHED, 25 },
	{ "line:url", META_PUBLISHED, 20 },
	{ "line:date-far", META_PUBLISHED, 10 },

	{ "ld:updated", META_UPDATED, 90 },
	{ "article:modified_time", META_UPDATED, 86 },
	{ "article:modified", META_UPDATED, 85 },
	{ "og:updated_time", META_UPDATED, 80 },
	{ "item:datemodified", META_UPDATED, 72 },
	{ "dcterms:modified", META_UPDATED, 68 },
	{ "dc:date:modified", META_UPDATED, 68 },
	{ "lastmod", META_UPDATED, 60 },
	{ "last-modified", META_UPDATED, 50 },
	{ "ldpage:updated", META_UPDATED, 46 },
	{ "line:time-updated", META_UPDATED, 32 },
	{ "line:updated", META_UPDATED, 30 },
};

/* The name of a source in the form of the table; false for one that is too long to be there. */
static bool
read_name(struct str source, char ret[NAME_LONGEST + 1])
{
	size_t n = 0;

	for (size_t i = 0; i < source.n; i++) {
		char c = str_lower(source.p[i]);

		if (str_is_space(c))
			continue;
		if (n == NAME_LONGEST)
			return false;
		ret[n++] = c == '.' ? ':' : c;
	}
	ret[n] = '\0';
	return n > 0;
}

/* What is said, as one line; many sites escape it twice. */
static struct str
read_value(struct arena *a, struct str value)
{
	struct buf plain = { 0 }, line = { 0 };
	struct str ret;

	entity_decode(&plain, utf8_prefix(value, LIMIT_TITLE));
	clean_line(&line, buf_str(&plain));
	ret = arena_dup(a, buf_str(&line));
	buf_free(&plain);
	buf_free(&line);
	return ret;
}

static void
add(struct meta_bag *bag, struct str source, struct str value, int more)
{
	char name[NAME_LONGEST + 1];

	if (!str_trim(value).n || !read_name(source, name))
		return;
	for (size_t i = 0; i < sizeof sources / sizeof *sources && bag->n < META_CLAIMS; i++) {
		if (strcmp(sources[i].name, name))
			continue;
		struct str line = read_value(bag->arena, value);

		if (line.n)
			bag->claims[bag->n++] = (struct meta_claim){ sources[i].field, 2 * sources[i].trust + more, line };
		return;
	}
}

void
meta_bag_add(struct meta_bag *bag, struct str source, struct str value)
{
	add(bag, source, value, 0);
}

void
meta_bag_add_property(struct meta_bag *bag, struct str source, struct str value)
{
	add(bag, source, value, 1);
}

const struct meta_claim *
meta_bag_next(const struct meta_bag *bag, enum meta_field field, const struct meta_claim *after)
{
	const struct meta_claim *best = NULL;

	for (const struct meta_claim *claim = bag->claims; claim < bag->claims + bag->n; claim++) {
		bool is_later = !after || claim->trust < after->trust || (claim->trust == after->trust && claim > after);

		if (claim->field == field && is_later && (!best || claim->trust > best->trust))
			best = claim;
	}
	return best;
}
