/*
 * What sosik knows itself of sites, as data only: platforms and companies,
 * newspapers, and the programs and themes that blogs are made with.
 */
#ifndef PAGE_SITE_TABLE_H
#define PAGE_SITE_TABLE_H

#include "page/rule.h"

/*
 * A rule is for pages of its hosts and for pages that hold what mark selects,
 * on whatever host. All but hosts are selectors (page/rule.h); NULL where the
 * rule does not say.
 */
struct site_rule {
	const char *name;
	const char *hosts;                  /* words, each as in rule_fits() */
	const char *mark;
	const char *content[RULE_CONTENTS]; /* the surest first; of several nodes the longest is the article */
	const char *drop;                   /* what in it does not belong to it, beside SITE_DROP */
	const char *title, *author, *date;  /* where they are better than what pages say of themselves in general */
	const char *none;                   /* pages of the site that are no article */
	const char *login;                  /* a page without content that holds this asks for a password or a login */
	int letters;                        /* the least the article has, for rules that know where it is but not all that is in it */
};

/*
 * The rules of platforms and companies, of newspapers, and of programs and
 * themes, each list ended by name == NULL. A page is put to those of its host,
 * then to those whose mark it bears, in this order.
 */
const struct site_rule *site_platform(void);
const struct site_rule *site_press(void);
const struct site_rule *site_theme(void);

/* What belongs to no article. */
#define SITE_DROP \
	"nav, form[action*=search], .adsbygoogle, [id^=google_ads], [id^=div-gpt-ad], .google-auto-placed, .ad-container, " \
	".utterances, .giscus, #disqus_thread, #comments, .comments, .comments-area, #livere, [id^=lv-container], " \
	".fb-comments, .a2a_kit, .addthis_toolbox, .share-buttons, .sns-share, .sns_share, .social-buttons, .skip-link, " \
	".sr-only, .screen-reader-text, .visually-hidden, .newsletter, .newsletter-form, .subscribe-form, .related-posts, " \
	".related_posts, .author-bio, .breadcrumb, .breadcrumbs"

#endif
