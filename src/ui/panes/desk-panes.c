/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-panes.h"

#include "desk-corrections-pane.h"
#include "desk-find-bar.h"
#include "desk-findings-pane.h"
#include "desk-history-pane.h"
#include "desk-notes-pane.h"
#include "desk-panes-resources.h"
#include "desk-speakers-pane.h"

/* The linker drops the resource of a static library that nobody names. */
void
desk_panes_init (void)
{
  desk_panes_get_resource ();
  g_type_ensure (DESK_TYPE_SPEAKERS_PANE);
  g_type_ensure (DESK_TYPE_CORRECTIONS_PANE);
  g_type_ensure (DESK_TYPE_FINDINGS_PANE);
  g_type_ensure (DESK_TYPE_HISTORY_PANE);
  g_type_ensure (DESK_TYPE_NOTES_PANE);
  g_type_ensure (DESK_TYPE_FIND_BAR);
}
