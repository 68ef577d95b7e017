/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-label.h"
#include "desk-window-private.h"

/* What is made when it is first seen, and not for those who only came for a script. */
typedef struct
{
  const char *desk; /* what it belongs to */
  gsize place;      /* where the window keeps the bin that it stands in */
  gsize widget;     /* and itself, NULL until then */
  GType (*get_type) (void);
  void (*join) (DeskWindow *self); /* NULL: another row's does it */
} Place;

#define PART(member) G_STRUCT_OFFSET (DeskWindow, member)

/* What belongs to one desk is made together, in this order. */
static const Place places[] = {
  { "translation", PART (translation_place), PART (translation), desk_translation_get_type,
    desk_window_join_translation },
  /* the archive, and what stands beside it */
  { "archive", PART (facets_place), PART (facets), desk_facets_get_type, NULL },
  { "archive", PART (preview_place), PART (preview), desk_preview_get_type, NULL },
  { "archive", PART (archive_place), PART (archive), desk_archive_get_type,
    desk_window_join_archive },
  /* the others */
  { "register", PART (register_place), PART (register_desk), desk_register_get_type,
    desk_window_join_register },
  { "prompter", PART (prompter_place), PART (prompter), desk_prompter_get_type,
    desk_window_join_prompter },
};

static GtkWidget **
get_widget (DeskWindow *self, const Place *place)
{
  return &G_STRUCT_MEMBER (GtkWidget *, self, place->widget);
}

static AdwBin *
get_bin (DeskWindow *self, const Place *place)
{
  return G_STRUCT_MEMBER (AdwBin *, self, place->place);
}

/* It is seen at once where its place is: whatever it needs of the window comes first. */
static void
make (DeskWindow *self, const Place *place)
{
  GtkWidget *widget = g_object_new (place->get_type (), NULL);

  *get_widget (self, place) = g_object_ref_sink (widget);
  desk_label_keep_words_within (widget);
  if (place->join != NULL)
    place->join (self);
}

void
desk_window_need_desk (DeskWindow *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].desk, name) == 0 && *get_widget (self, &places[i]) == NULL)
      make (self, &places[i]);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].desk, name) == 0)
      adw_bin_set_child (get_bin (self, &places[i]), *get_widget (self, &places[i]));
}

/* Nobody asks for a desk that is clicked. */
static void
seen_cb (DeskWindow *self, GtkWidget *bin)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (GTK_WIDGET (get_bin (self, &places[i])) == bin)
      desk_window_need_desk (self, places[i].desk);
}

void
desk_window_places_init (DeskWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_signal_connect_swapped (get_bin (self, &places[i]), "map", G_CALLBACK (seen_cb), self);
}

void
desk_window_places_dispose (DeskWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_clear_object (get_widget (self, &places[i]));
}
