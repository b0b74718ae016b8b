#include "worker/stray.h"

#include <string.h>

#include "html/tidy.h"
#include "page/go.h"
#include "page/page.h"
#include "worker/answer.h"

/* Where a script leads on to at once, as it does on the pages of a network's login, among the links of the page. */
static void
add_way(struct arena *a, const struct stray *stray, struct tidy_page *page)
{
	struct tidy_page_link *links;
	struct str to;

	for (size_t i = 0; i < page->n_links; i++)
		if (page->links[i].kind == TIDY_PAGE_GO)
			return;
	if (!go_find(a, stray->html, stray->url, &to))
		return;
	links = arena_new(a, struct tidy_page_link, page->n_links + 1);
	if (page->n_links)
		memcpy(links, page->links, page->n_links * sizeof *links);
	links[page->n_links++] = (struct tidy_page_link){ .kind = TIDY_PAGE_GO, .url = to };
	page->links = links;
}

/* It is read as a page that was asked for. */
static enum page_kind
kind_of(struct arena *a, const struct stray *stray)
{
	const struct page_input in = { .html = stray->html, .url = stray->url, .now = stray->now };
	struct page_result page;

	page_extract(a, &in, &page);
	return page.kind;
}

void
stray_answer(struct buf *out, struct arena *a, const struct stray *stray)
{
	struct tidy_page page;

	tidy_page(a, stray->html, stray->url, &page);
	add_way(a, stray, &page);
	answer_page(out, &page, kind_of(a, stray), stray->code);
}
