/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_TONGUE_ENGLISH,
  DESK_TONGUE_KOREAN,
  N_DESK_TONGUES
} DeskTongue;

typedef enum
{
  DESK_WORD_UNKNOWN, /* nobody asked yet, or the answer is on its way */
  DESK_WORD_RIGHT,
  DESK_WORD_WRONG,
} DeskWord;

/**
 * DeskDictionary:
 *
 * What the dictionaries of this machine say of words. They are read and asked in a thread of their
 * own, for that can take seconds; what they said is kept. Where there is none of a language, every
 * word of it is right.
 *
 * Signals: `answered` (), when words that were asked for are known; `changed` (), when a word was
 * learnt or is to be ignored.
 */
#define DESK_TYPE_DICTIONARY (desk_dictionary_get_type ())
G_DECLARE_FINAL_TYPE (DeskDictionary, desk_dictionary, DESK, DICTIONARY, GObject)

/* @tags: (nullable): of each tongue the dictionaries to look for, in order; %NULL: the usual ones
 */
DeskDictionary *desk_dictionary_new (const char *const *const tags[N_DESK_TONGUES]);

/* Returns: (transfer full): the one that all windows share. */
DeskDictionary *desk_dictionary_ref_shared (void);

DeskWord desk_dictionary_look (DeskDictionary *self, DeskTongue tongue, const char *word);

/* Whether words of @tongue can be told right from wrong; UNKNOWN until one was asked for. */
DeskWord desk_dictionary_is_there (DeskDictionary *self, DeskTongue tongue);

/* @words: (element-type utf8): those that nobody asked for yet are asked for. */
void desk_dictionary_ask (DeskDictionary *self, DeskTongue tongue, const GPtrArray *words);

/* Words that might be meant, the likeliest first; none for a word that is right. */
void desk_dictionary_suggest_async (DeskDictionary *self,
                                    DeskTongue tongue,
                                    const char *word,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
GStrv desk_dictionary_suggest_finish (GAsyncResult *result, GError **error);

/* For good, in the list of words of the person's own. */
void desk_dictionary_learn (DeskDictionary *self, DeskTongue tongue, const char *word);

/* In one story, until the program ends. */
void desk_dictionary_ignore (DeskDictionary *self, const char *story, const char *word);
gboolean desk_dictionary_ignores (DeskDictionary *self, const char *story, const char *word);

G_END_DECLS
