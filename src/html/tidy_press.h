/*
 * Lines that newsrooms add to every article: rights, where to subscribe, how
 * to write to them.
 */
#ifndef HTML_TIDY_PRESS_H
#define HTML_TIDY_PRESS_H

#include "base/str.h"

/* "저작권자 © … 무단전재 및 재배포 금지", "Copyright … All rights reserved." */
bool tidy_press_is_copyright(struct str line);

/* A line that is looked at. */
struct tidy_press {
	struct str line;
	struct str bare; /* without brackets and signs at its ends */
	bool has_sign;   /* a sign stood at its start */
};

void tidy_press_read(struct tidy_press *p, struct str line);

/* What no article says of itself: "▶ 네이버에서 어느신문 구독하기", "※ 여러분의 제보를 기다립니다". */
bool tidy_press_is_notice(const struct tidy_press *p);

/* What is that only at the end of an article: an address alone, "디지털뉴스팀". */
bool tidy_press_is_foot(const struct tidy_press *p);

#endif
