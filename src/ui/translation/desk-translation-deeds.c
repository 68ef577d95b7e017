/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-link-signs.h"
#include "desk-pairs.h"
#include "desk-translation-private.h"

typedef gboolean (*Deed) (const DeskPairsPlace *place, GError **error);

static gboolean
is_unconfirmed (const BulLink *link)
{
  return link->state != BUL_LINK_CONFIRMED;
}

/* The caret may go to the pair now that it has words there. */
static void
stay (DeskTranslation *self, const char *key)
{
  const BulLink *link = bul_pairs_find (desk_document_get_story (self->document), key);

  if (link != NULL && link->state != BUL_LINK_REJECTED)
    desk_translation_go_to (self, key);
}

/* Does @deed on the pair @of. FALSE: that is none, or it was refused, which was told. */
static gboolean
do_deed_of (DeskTranslation *self, const char *of, Deed deed)
{
  g_autofree char *key = g_strdup (of);
  g_autofree char *other = NULL;
  g_autofree char *block = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_beside = desk_translation_is_beside_caret (self);
  DeskPairsPlace place = { .document = self->document, .by = self->author };

  if (self->document == NULL || key == NULL)
    {
      desk_translation_refuse (self, _ ("Put the caret into a pair of sentences first."));
      return FALSE;
    }
  other = desk_pairs_find_neighbour (self->document, key);
  place.key = key;
  place.other = other;
  place.language = self->current;
  if (desk_view_get_caret (desk_translation_get_view (self), &block, &place.offset))
    place.block = block;
  if (deed (&place, &error))
    {
      if (is_beside)
        stay (self, key);
      return TRUE;
    }
  desk_translation_refuse (self, error->message);
  return FALSE;
}

/* On the pair at the caret. */
static gboolean
do_deed (DeskTranslation *self, Deed deed)
{
  desk_translation_follow_now (self);
  return do_deed_of (self, self->active, deed);
}

static gboolean
is_any (const BulLink *link)
{
  return TRUE;
}

/* @key: of the pair that was, which may be gone; the caret knows then where it was. */
static void
go_on (DeskTranslation *self, const char *key, gboolean (*is_it) (const BulLink *link))
{
  const BulStory *story = desk_document_get_story (self->document);
  const char *from = bul_pairs_find (story, key) == NULL ? self->active : key;
  g_autofree char *next = desk_pairs_find_next (self->document, from, is_it);

  if (next != NULL)
    desk_translation_go_to (self, next);
  else if (bul_pairs_count (story).n_confirmed == bul_pairs_count (story).n_links)
    desk_translation_refuse (self, _ ("All pairs are confirmed."));
}

/* What is stale or doubtful comes first; once that is done, what nobody confirmed. */
static void
go_to_open (DeskTranslation *self,
            char *(*find) (DeskDocument *document,
                           const char *key,
                           gboolean (*is_it) (const BulLink *link)))
{
  g_autofree char *key = NULL;

  if (self->document == NULL || !desk_translation_has_pairs (self))
    return;
  key = find (self->document, self->active, desk_link_signs_is_open);
  if (key == NULL)
    key = find (self->document, self->active, is_unconfirmed);
  if (key != NULL)
    desk_translation_go_to (self, key);
  else
    desk_translation_refuse (self, _ ("No other pair is open."));
}

/* Where the caret is in no pair, what is “yes, next” elsewhere goes to the next one. Returns:
 * whether it was so */
static gboolean
go_to_first (DeskTranslation *self)
{
  if (self->active != NULL || self->document == NULL || !desk_translation_has_pairs (self))
    return FALSE;
  go_to_open (self, desk_pairs_find_next);
  return TRUE;
}

void
desk_translation_confirm (DeskTranslation *self)
{
  g_autofree char *key = NULL;

  desk_translation_follow_now (self);
  if (go_to_first (self))
    return;
  key = g_strdup (self->active);
  if (do_deed (self, desk_pairs_confirm))
    go_on (self, key, is_unconfirmed);
}

/* The pair at the caret, or the last one above it: what stands at the end is in no pair. */
static char *
dup_last_to_here (DeskTranslation *self)
{
  g_autofree char *block = NULL;
  guint offset;

  if (self->active != NULL || !desk_translation_has_pairs (self)
      || !desk_view_get_caret (desk_translation_get_view (self), &block, &offset))
    return g_strdup (self->active);
  return desk_pairs_find_above (self->document, block);
}

void
desk_translation_confirm_to_here (DeskTranslation *self)
{
  g_autofree char *key = NULL;

  desk_translation_follow_now (self);
  key = dup_last_to_here (self);
  if (do_deed_of (self, key, desk_pairs_confirm_to_here))
    go_on (self, key, is_unconfirmed);
}

void
desk_translation_unlink_and_next (DeskTranslation *self)
{
  g_autofree char *next = NULL;

  desk_translation_follow_now (self);
  if (self->active != NULL)
    next = desk_pairs_find_next (self->document, self->active, is_any);
  if (do_deed (self, desk_pairs_unlink) && next != NULL
      && bul_pairs_find (desk_document_get_story (self->document), next) != NULL)
    desk_translation_go_to (self, next);
}

void
desk_translation_unlink (DeskTranslation *self)
{
  do_deed (self, desk_pairs_unlink);
}

void
desk_translation_join (DeskTranslation *self)
{
  do_deed (self, desk_pairs_join);
}

void
desk_translation_split (DeskTranslation *self)
{
  do_deed (self, desk_pairs_split);
}

void
desk_translation_take_from_next (DeskTranslation *self)
{
  do_deed (self, desk_pairs_take_from_next);
}

void
desk_translation_give_to_next (DeskTranslation *self)
{
  do_deed (self, desk_pairs_give_to_next);
}

void
desk_translation_leave_alone (DeskTranslation *self)
{
  do_deed (self, desk_pairs_leave_alone);
}

void
desk_translation_next_open (DeskTranslation *self)
{
  go_to_open (self, desk_pairs_find_next);
}

void
desk_translation_previous_open (DeskTranslation *self)
{
  go_to_open (self, desk_pairs_find_previous);
}

static void
go_to_any (DeskTranslation *self,
           char *(*find) (DeskDocument *document,
                          const char *key,
                          gboolean (*is_it) (const BulLink *link)))
{
  g_autofree char *key
      = desk_translation_has_pairs (self) ? find (self->document, self->active, is_any) : NULL;

  if (key != NULL)
    desk_translation_go_to (self, key);
}

void
desk_translation_next_pair (DeskTranslation *self)
{
  go_to_any (self, desk_pairs_find_next);
}

void
desk_translation_previous_pair (DeskTranslation *self)
{
  go_to_any (self, desk_pairs_find_previous);
}

/* The other language, at the same pair. */
void
desk_translation_turn_over (DeskTranslation *self)
{
  g_autofree char *key = g_strdup (self->active);

  if (!desk_translation_has_pairs (self))
    return;
  desk_translation_turn_to (self, self->current == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH
                                                                       : BUL_LANGUAGE_KOREAN);
  gtk_widget_grab_focus (GTK_WIDGET (desk_translation_get_view (self)));
  if (key != NULL)
    desk_translation_go_to (self, key);
}

/* What was taken back may be in the other text. */
static void
step (DeskTranslation *self, void (*go) (DeskView *view))
{
  DeskView *views[] = { self->korean, self->english };
  guint before[2];
  guint side = self->current - BUL_LANGUAGE_KOREAN;
  GtkTextIter iter;

  if (!desk_translation_has_pairs (self))
    return;
  for (guint i = 0; i < 2; i++)
    before[i] = desk_buffer_count_edits (desk_view_get_buffer (views[i]));
  go (views[side]);
  if (!desk_translation_has_pairs (self)
      || desk_buffer_count_edits (desk_view_get_buffer (views[side])) != before[side]
      || desk_buffer_count_edits (desk_view_get_buffer (views[1 - side])) == before[1 - side]
      || !desk_buffer_get_last_edit (desk_view_get_buffer (views[1 - side]), &iter))
    return;
  desk_translation_turn_over (self);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (desk_view_get_buffer (views[1 - side])), &iter);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (views[1 - side]), &iter, 0.1, FALSE, 0, 0);
}

void
desk_translation_undo (DeskTranslation *self)
{
  step (self, desk_view_undo);
}

void
desk_translation_redo (DeskTranslation *self)
{
  step (self, desk_view_redo);
}

/* --- by pointer: a syllable may be in the making */

typedef struct
{
  DeskTranslation *self;
  char *key;
  void (*deed) (DeskTranslation *self);
} Press;

static void
committed_cb (DeskView *view, gpointer data)
{
  g_autofree Press *press = data;
  g_autoptr (DeskTranslation) self = press->self;
  g_autofree char *key = press->key;

  if (self->document == NULL || !desk_translation_has_pairs (self))
    return;
  if (key != NULL && g_strcmp0 (key, self->active) != 0
      && bul_pairs_find (desk_document_get_story (self->document), key) != NULL)
    desk_translation_go_to (self, key);
  if (press->deed != NULL)
    press->deed (self);
}

static void
press_with (DeskTranslation *self, const char *key, void (*deed) (DeskTranslation *self))
{
  Press *press = g_new (Press, 1);

  *press = (Press){ g_object_ref (self), g_strdup (key), deed };
  desk_view_commit (desk_translation_get_view (self), committed_cb, press);
}

static void
confirm_here (DeskTranslation *self)
{
  do_deed (self, desk_pairs_confirm);
}

void
desk_translation_press (DeskTranslation *self, const char *key)
{
  press_with (self, key, confirm_here);
}

/* The side that was not changed is the one to look at. */
static void
edit_here (DeskTranslation *self)
{
  const BulLink *link = desk_translation_find_active (self);
  BulLanguage language = link != NULL && bul_link_is_changed (link, BUL_LANGUAGE_KOREAN)
                             ? BUL_LANGUAGE_ENGLISH
                             : BUL_LANGUAGE_KOREAN;

  if (self->current != language)
    desk_translation_turn_over (self);
  gtk_widget_grab_focus (GTK_WIDGET (desk_translation_get_view (self)));
}

void
desk_translation_edit_stale (DeskTranslation *self)
{
  press_with (self, self->active, edit_here);
}

/* --- the menu of a pair */

static GMenuModel *
make_menu (void)
{
  static const struct
  {
    const char *label;
    const char *action;
  } rows[] = {
    { N_ ("_Confirm"), "win.accept" },
    { N_ ("Confirm All to _Here"), "win.accept-to-here" },
    { N_ ("_Unlink"), "win.unlink-pair" },
    { N_ ("_Left Out or Added"), "win.leave-alone" },
    { N_ ("_Join with Next"), "win.join-pairs" },
    { N_ ("_Split at Caret"), "win.split-pair" },
    { N_ ("_Take the Next Sentence"), "win.take-from-next" },
    { N_ ("_Give the Last Sentence"), "win.give-to-next" },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_menu_append (menu, _ (rows[i].label), rows[i].action);
  return G_MENU_MODEL (menu);
}

/* The keys go back to the text, whatever had them before a disc was pressed. */
static void
menu_closed_cb (DeskTranslation *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (desk_translation_get_view (self)));
}

void
desk_translation_open_menu (DeskTranslation *self, const char *key, double x, double y)
{
  double at_x;
  double at_y;

  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = make_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  press_with (self, key, NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->strip), GTK_WIDGET (self), x, y, &at_x,
                                    &at_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) at_x, (int) at_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
