/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-tag-choice.h"

G_BEGIN_DECLS

/**
 * DeskTagger:
 *
 * The tags of some stories, to be given to all of them or taken from them, with a sentence that
 * says what will happen. Which stories it is about was fixed before it opened.
 *
 * Signal: `decided` (deed, a DeskTagDeed), when it is to be done.
 */
#define DESK_TYPE_TAGGER (desk_tagger_get_type ())
G_DECLARE_FINAL_TYPE (DeskTagger, desk_tagger, DESK, TAGGER, GtkPopover)

/* @set: (transfer full); @last: (nullable): code of the tag that was given last */
void desk_tagger_open (DeskTagger *self, DeskTagSet *set, const char *last);

/* Yes to what comes next: all are to have the tag that was typed; where none was, it is to be done.
 */
void desk_tagger_yes (DeskTagger *self);

G_END_DECLS
