/*
 * What a code point means for line breaking.
 */
#ifndef TEXT_WRAP_CLASS_H
#define TEXT_WRAP_CLASS_H

#include <stdbool.h>
#include <stdint.h>

enum wrap_class {
	WRAP_CLASS_HANGUL,
	WRAP_CLASS_HAN, /* and Kana: written without spaces */
	WRAP_CLASS_DIGIT,
	WRAP_CLASS_LETTER,
	WRAP_CLASS_EMOJI,
	WRAP_CLASS_OTHER,
};

enum wrap_class wrap_class(int32_t cp);

/* Opening marks: no line ends with them. */
bool wrap_class_is_open(int32_t cp);

/* Closing marks, stops and dashes: no line begins with them. */
bool wrap_class_is_closing(int32_t cp);

/*
 * Those of them that belong to the word before even when a space is between; not "-", "/", "." and
 * the like, which begin words (.NET).
 */
bool wrap_class_sticks(int32_t cp);

/* A dash or separator that, alone between spaces, stays with the word before. */
bool wrap_class_is_dash(int32_t cp);

#endif
