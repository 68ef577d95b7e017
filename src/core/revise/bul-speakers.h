/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-named.h"

G_BEGIN_DECLS

/*
 * What a person does to the speakers of a story. Each deed is one step; what is refused changes
 * nothing. The numbers of the others stay, and that of a speaker who is gone is not used again.
 */

/* Another speaker who has the name that @naming gives, and is not anonymous; or %NULL. */
const BulSpeaker *bul_speakers_find_namesake (const BulStory *story, const BulNaming *naming);

/* The speaker with @number; or %NULL. */
const BulSpeaker *bul_speakers_find (const BulStory *story, guint number);

/*
 * Names a speaker, in the record and at @places (element-type BulNamedPlace), which are those of
 * bul_named_list() that a person wants. %BUL_ERROR_REFUSED where another speaker has the name and
 * @naming does not say that they are two: they are merged, or the name is another.
 */
gboolean bul_speakers_rename (BulHistory *history,
                              const BulNaming *naming,
                              const GPtrArray *places,
                              GError **error);

/*
 * Everything that speaker @from says becomes @into's, and @from is gone. @places: (nullable): where
 * the text is to name @into instead, of bul_speakers_list_merged(). %BUL_ERROR_REFUSED where @from
 * is anonymous and @into is named.
 */
gboolean bul_speakers_merge (BulHistory *history,
                             const char *from,
                             const char *into,
                             const GPtrArray *places,
                             GError **error);

/* Returns: (transfer full) (element-type BulNamedPlace): where the text names @from, with what it
 * would say of @into; %NULL where a line would not be read so. */
GPtrArray *bul_speakers_list_merged (const BulStory *story,
                                     const char *from,
                                     const char *into,
                                     GError **error);

/*
 * Gives @blocks (keys) the speaker with this key, %NULL for none. A head that names one person
 * names the new one then, with the title. Lines that nobody reads are passed over; where there are
 * no others, it is refused.
 */
gboolean bul_speakers_give (BulHistory *history,
                            const char *const *blocks,
                            const char *speaker,
                            GError **error);

G_END_DECLS
