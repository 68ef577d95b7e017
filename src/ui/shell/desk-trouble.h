/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A button: its label, still to be translated, and the action that it runs. No label: no button. */
typedef struct
{
  const char *label;
  const char *action;
} DeskDeed;

/* What somebody was about when the trouble came. */
typedef enum
{
  DESK_TROUBLE_OPENING,  /* nothing can be read */
  DESK_TROUBLE_READING,  /* the stories are there, but not all is well */
  DESK_TROUBLE_UNBACKED, /* the library's format was changed, and there is no backup from before */
  DESK_TROUBLE_SAVING,
} DeskTroubleWhen;

#define DESK_TROUBLE_N_DEEDS 2

/* What the window says of an error, and the way out of it. Strings are still to be translated. */
typedef struct
{
  DeskTroubleWhen when;
  GQuark (*domain) (void); /* NULL: any */
  int code;
  const char *title;
  const char *words; /* NULL: what the error itself says; may hold one %s, see below */
  guint deeds[DESK_TROUBLE_N_DEEDS]; /* the first puts it right; see below */
} DeskTrouble;

/* Never %NULL. */
const DeskTrouble *desk_trouble_find (DeskTroubleWhen when, const GError *error);

/* Without a label where there is no such deed. */
const DeskDeed *desk_trouble_get_deed (const DeskTrouble *trouble, guint i);

/* @until: the time until which everything is safe, where words of that sort are asked for. */
char *desk_trouble_dup_words (const DeskTrouble *trouble, const GError *error, const char *until);

G_END_DECLS
