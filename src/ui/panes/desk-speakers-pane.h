/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-pane.h"

G_BEGIN_DECLS

/* Who is heard in the story, by number. */
#define DESK_TYPE_SPEAKERS_PANE (desk_speakers_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskSpeakersPane, desk_speakers_pane, DESK, SPEAKERS_PANE, DeskPane)

G_END_DECLS
