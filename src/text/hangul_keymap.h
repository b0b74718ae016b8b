/*
 * The keyboards of Korean input methods: which keys of a Latin keyboard stand
 * behind what they send. Facts of the layouts as libhangul has them.
 */
#ifndef TEXT_HANGUL_KEYMAP_H
#define TEXT_HANGUL_KEYMAP_H

#include <stddef.h>
#include <stdint.h>

enum hangul_keymap { HANGUL_2SET, HANGUL_3SET_390, HANGUL_3SET_FINAL, HANGUL_OFF };

/*
 * The keys (at most 7) that were pressed for cp: for a syllable, a conjoining or a compatibility jamo; by 2set halfwidth ones too.
 * Returns how many; 0 when cp is no Hangul, and always where the keymap is off. On 3set a consonant by itself is taken for an
 * initial: input methods send the same letter for a final.
 */
size_t hangul_keymap_keys(enum hangul_keymap map, int32_t cp, char keys[8]);

#endif
