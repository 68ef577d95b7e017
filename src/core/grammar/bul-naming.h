/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* Whether a label without a title names someone, or only says what they are: “Evacuated resident”.
 */
gboolean bul_naming_is_role (BulSlice label);

/* The same where a title stands beside it: most that stand so are names, and foreign ones may end
 * as words for people do. */
gboolean bul_naming_is_sure_role (BulSlice label);

/* The same where it stands in a bracket of its own, with nothing beside it: there names are few,
 * and what may be neither is what someone is. */
gboolean bul_naming_is_unnamed (BulSlice label);

/* Whether @label says that the voice or the name is hidden: 음성변조, “voice modified”. */
gboolean bul_naming_is_disguise (BulSlice label);

/* Whether @word may be a Korean personal name: two to four syllables, the first a family name. */
gboolean bul_naming_is_korean_name (BulSlice word);

/* “van”, “bin”: what of a name is written in small letters. */
gboolean bul_naming_is_particle (BulSlice word);

/* The same of a family name and all of a given name: three syllables, or four where the family name
 * has two. */
gboolean bul_naming_is_full_korean_name (BulSlice word);

/* Such a name and nothing else, or with a reporter’s trade or a house before it: “신초이”, “기자
 * 신초이”, “SBS Biz 신초이”. */
gboolean bul_naming_is_bare_name (BulSlice line);

/* Whether @word, which stands before 기자 or 앵커, names the person: rare family names count there,
 * and words of the trade do not. */
gboolean bul_naming_is_reporter_name (BulSlice word);

/* Whether @words are one to four words that each begin with a capital: “Kim Kyung-soo”. */
gboolean bul_naming_is_english_name (BulSlice words);

/* Whether the two are a Korean name in Latin letters, whose given name has a hyphen: “Ye Ji-an”. */
gboolean bul_naming_is_romanised (BulSlice family, BulSlice given);

/* The same of both in one, and of nothing else. */
gboolean bul_naming_is_romanised_name (BulSlice words);

/* Whether @words name a broadcaster: a known one, or capitals such as HBC, with News or 뉴스 or
 * without. */
gboolean bul_naming_is_broadcaster (BulSlice words);

G_END_DECLS
