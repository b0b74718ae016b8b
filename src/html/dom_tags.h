/*
 * The elements of HTML: X(NAME, "name", kinds). NAME is also gumbo's.
 *	V void                     B block: its start tag ends an open p
 *	S special (HTML 13.2.4.2)  C scope: end tags do not reach through it
 *	F formatting               T part of a table
 *	R its content is raw text  D its tags are dropped before parsing
 */
#ifndef HTML_DOM_TAGS_H
#define HTML_DOM_TAGS_H

#define DOM_TAGS(X) \
	X(HTML, "html", S | C) X(HEAD, "head", S) X(BODY, "body", S) X(TITLE, "title", S | R) \
	X(BASE, "base", S | V) X(LINK, "link", S | V) X(META, "meta", S | V) X(STYLE, "style", S | R) \
	X(SCRIPT, "script", S | R) X(NOSCRIPT, "noscript", S) X(TEMPLATE, "template", S | C) \
	X(ARTICLE, "article", S | B) X(SECTION, "section", S | B) X(NAV, "nav", S | B) \
	X(ASIDE, "aside", S | B) X(H1, "h1", S | B) X(H2, "h2", S | B) X(H3, "h3", S | B) X(H4, "h4", S | B) \
	X(H5, "h5", S | B) X(H6, "h6", S | B) X(HGROUP, "hgroup", S | B) X(HEADER, "header", S | B) \
	X(FOOTER, "footer", S | B) X(ADDRESS, "address", S | B) X(P, "p", S | B) X(HR, "hr", S | B | V) \
	X(PRE, "pre", S | B) X(BLOCKQUOTE, "blockquote", S | B) X(OL, "ol", S | B) X(UL, "ul", S | B) \
	X(LI, "li", S | B) X(DL, "dl", S | B) X(DT, "dt", S | B) X(DD, "dd", S | B) X(FIGURE, "figure", S | B) \
	X(FIGCAPTION, "figcaption", S | B) X(MAIN, "main", S | B) X(DIV, "div", S | B) X(A, "a", F) \
	X(EM, "em", F) X(STRONG, "strong", F) X(SMALL, "small", F) X(S, "s", F) X(CITE, "cite", 0) \
	X(Q, "q", 0) X(DFN, "dfn", 0) X(ABBR, "abbr", 0) X(DATA, "data", 0) X(TIME, "time", 0) \
	X(CODE, "code", F) X(VAR, "var", 0) X(SAMP, "samp", 0) X(KBD, "kbd", 0) X(SUB, "sub", 0) \
	X(SUP, "sup", 0) X(I, "i", F) X(B, "b", F) X(U, "u", F) X(MARK, "mark", 0) X(RUBY, "ruby", 0) \
	X(RT, "rt", 0) X(RP, "rp", 0) X(BDI, "bdi", 0) X(BDO, "bdo", 0) X(SPAN, "span", 0) X(BR, "br", S | V) \
	X(WBR, "wbr", S | V) X(INS, "ins", 0) X(DEL, "del", 0) X(IMAGE, "image", V) X(IMG, "img", S | V) \
	X(IFRAME, "iframe", S | R) X(EMBED, "embed", S | V) X(OBJECT, "object", S | C) \
	X(PARAM, "param", S | V) X(VIDEO, "video", 0) X(AUDIO, "audio", 0) X(SOURCE, "source", S | V) \
	X(TRACK, "track", S | V) X(CANVAS, "canvas", 0) X(MAP, "map", 0) X(AREA, "area", S | V) \
	X(MATH, "math", 0) X(MI, "mi", S | C) X(MO, "mo", S | C) X(MN, "mn", S | C) X(MS, "ms", S | C) \
	X(MTEXT, "mtext", S | C) X(MGLYPH, "mglyph", 0) X(MALIGNMARK, "malignmark", 0) \
	X(ANNOTATION_XML, "annotation-xml", S | C) X(SVG, "svg", 0) X(FOREIGNOBJECT, "foreignobject", S | C) \
	X(DESC, "desc", S | C) X(TABLE, "table", S | C | T | B) X(CAPTION, "caption", S | C | T) \
	X(COLGROUP, "colgroup", S | T) X(COL, "col", S | V | T) X(TBODY, "tbody", S | T) \
	X(THEAD, "thead", S | T) X(TFOOT, "tfoot", S | T) X(TR, "tr", S | T) X(TD, "td", S | C | T) \
	X(TH, "th", S | C | T) X(FORM, "form", S | B) X(FIELDSET, "fieldset", S | B) X(LEGEND, "legend", 0) \
	X(LABEL, "label", 0) X(INPUT, "input", S | V) X(BUTTON, "button", S | C) X(SELECT, "select", S | C) \
	X(DATALIST, "datalist", 0) X(OPTGROUP, "optgroup", 0) X(OPTION, "option", 0) \
	X(TEXTAREA, "textarea", S | R) X(KEYGEN, "keygen", V) X(OUTPUT, "output", 0) \
	X(PROGRESS, "progress", 0) X(METER, "meter", 0) X(DETAILS, "details", S | B) \
	X(SUMMARY, "summary", S | B) X(MENU, "menu", S | B) X(MENUITEM, "menuitem", S) \
	X(APPLET, "applet", S | C) X(ACRONYM, "acronym", 0) X(BGSOUND, "bgsound", S | V) X(DIR, "dir", S | B) \
	X(FRAME, "frame", S | V | D) X(FRAMESET, "frameset", S | D) X(NOFRAMES, "noframes", S | R) \
	X(ISINDEX, "isindex", S | V | D) X(LISTING, "listing", S | B) X(XMP, "xmp", S | B | R) \
	X(NEXTID, "nextid", 0) X(NOEMBED, "noembed", S | R) X(PLAINTEXT, "plaintext", S | D) X(RB, "rb", 0) \
	X(STRIKE, "strike", F) X(BASEFONT, "basefont", S | V) X(BIG, "big", F) X(BLINK, "blink", 0) \
	X(CENTER, "center", S | B) X(FONT, "font", F) X(MARQUEE, "marquee", S | C) X(MULTICOL, "multicol", 0) \
	X(NOBR, "nobr", F) X(SPACER, "spacer", 0) X(TT, "tt", F) X(RTC, "rtc", 0)

#endif
