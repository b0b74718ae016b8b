#include "page/page_kind.h"

#include "base/tr.h"

static const char *const texts[] = {
	[PAGE_ARTICLE] = "",
	[PAGE_NONE] = N_("no article was found in this page"),
	[PAGE_LOGIN] = N_("this page asks for a login; open it in a browser"),
	[PAGE_CONSENT] = N_("this page asks for consent to cookies first; open it in a browser"),
	[PAGE_CHALLENGE] = N_("this page tests whether a person reads it; open it in a browser"),
	[PAGE_GONE] = N_("this page says that the article is gone"),
	[PAGE_GO] = N_("this page only leads to another one"),
	[PAGE_FEED] = N_("this is a feed, not a page; ‘sosik parse’ shows it"),
	[PAGE_PDF] = N_("this is a PDF, not a page"),
	[PAGE_IMAGE] = N_("this is an image, not a page"),
	[PAGE_OTHER] = N_("this is neither a page nor text"),
};

const char *
page_kind_text(enum page_kind kind)
{
	return *texts[kind] ? tr(texts[kind]) : "";
}
