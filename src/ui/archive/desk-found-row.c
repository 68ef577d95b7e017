/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-found-row.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-read-time.h"
#include "desk-box.h"
#include "desk-found.h"
#include "desk-palette.h"
#include "desk-wording.h"

/* So many characters before the first words that were found, and after them. */
#define MOST_LEFT 36
#define MOST_RIGHT 160

/* More tags than this take the room of what stands before them. */
#define MOST_TAGS 2

#define DESK_TYPE_FOUND_ROW (desk_found_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskFoundRow, desk_found_row, DESK, FOUND_ROW, GtkBox)

struct _DeskFoundRow
{
  GtkBox parent_instance;

  GtkWidget *tick;
  GtkLabel *headline;
  GtkLabel *words;
  GtkLabel *meta;
  GtkWidget *badge;
  GtkLabel *corrections;
  GtkBox *tags;
  GtkWidget *korean;
  GtkWidget *english;

  DeskFound *found;
  GBindingGroup *bindings;
};

G_DEFINE_FINAL_TYPE (DeskFoundRow, desk_found_row, GTK_TYPE_BOX)

static void
insert (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

/* Bold on a ground; where there are no grounds, underlined. */
static void
mark (PangoAttrList *list, gsize start, gsize end)
{
  const DeskPalette *palette = desk_palette_get ();
  const GdkRGBA *ground = &palette->hit_ground;
  const GdkRGBA *text = &palette->text;

  insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  /* Else they are as faint as the words around them. */
  insert (list, pango_attr_foreground_alpha_new (G_MAXUINT16), start, end);
  insert (list, pango_attr_background_alpha_new (G_MAXUINT16), start, end);
  insert (list,
          pango_attr_foreground_new ((guint16) (text->red * G_MAXUINT16),
                                     (guint16) (text->green * G_MAXUINT16),
                                     (guint16) (text->blue * G_MAXUINT16)),
          start, end);
  if (ground->alpha > 0)
    insert (list,
            pango_attr_background_new ((guint16) (ground->red * G_MAXUINT16),
                                       (guint16) (ground->green * G_MAXUINT16),
                                       (guint16) (ground->blue * G_MAXUINT16)),
            start, end);
  else
    insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

/* What would break the row, or the place of words in it, is a blank. */
static char *
dup_in_one_row (const char *text, guint start, guint end)
{
  g_autofree char *slice = bul_chars_slice (text, start, end);
  g_autoptr (GString) row = g_string_sized_new (strlen (slice));

  for (const char *p = slice; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (row, bul_chars_is_blank (c) || g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (g_steal_pointer (&row), FALSE);
}

/* Shows a stretch of @text with the places that are in it marked. */
static void
show_stretch (GtkLabel *label, const char *text, BulRange seen, const GPtrArray *places)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autofree char *stretch = dup_in_one_row (text, seen.start, seen.end);
  g_autofree char *shown = g_strconcat (seen.start > 0 ? "… " : "", stretch, NULL);
  gsize before = seen.start > 0 ? strlen ("… ") : 0;

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const BulSearchPlace *place = places->pdata[i];
      guint start = MAX (place->range.start, seen.start);
      guint end = MIN (place->range.end, seen.end);

      if (start < end && g_str_equal (place->text, text))
        mark (list, before + bul_chars_to_byte (stretch, start - seen.start),
              before + bul_chars_to_byte (stretch, end - seen.start));
    }
  gtk_label_set_text (label, shown);
  gtk_label_set_attributes (label, list);
}

/* The first place that is not in the headline, which is shown anyway. */
static const BulSearchPlace *
find_place (const DeskDetail *detail)
{
  for (guint i = 0; detail->places != NULL && i < detail->places->len; i++)
    {
      const BulSearchPlace *place = detail->places->pdata[i];

      if (g_strcmp0 (place->text, detail->row->headline) != 0)
        return place;
    }
  return NULL;
}

static void
show_words (DeskFoundRow *self, const DeskDetail *detail)
{
  const BulSearchPlace *place = find_place (detail);
  BulRange seen;

  gtk_widget_set_visible (GTK_WIDGET (self->words), place != NULL);
  if (place == NULL)
    return;
  seen.start = place->range.start > MOST_LEFT + 2 ? place->range.start - MOST_LEFT : 0;
  seen.end = MIN (place->range.end + MOST_RIGHT, bul_chars_count (place->text));
  show_stretch (self->words, place->text, seen, detail->places);
}

static char *
dup_date (const BulStoreRow *row)
{
  const char *day = row->bulletin_date != NULL ? row->bulletin_date : row->page_date;
  g_autofree char *words = NULL;

  if (day == NULL)
    day = row->stamp;
  words = day == NULL ? NULL : desk_wording_dup_day (day);
  return words == NULL || *words == '\0' ? NULL : g_steal_pointer (&words);
}

static char *
dup_meta (const DeskDetail *detail)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (detail->row->programme != NULL)
    g_ptr_array_add (parts, g_strdup (detail->row->programme));
  g_ptr_array_add (parts, dup_date (detail->row));
  if (parts->pdata[parts->len - 1] == NULL)
    parts->pdata[parts->len - 1] = g_strdup (_ ("No date"));
  if (detail->seconds > 0)
    g_ptr_array_add (parts, bul_seconds_dup_clock (detail->seconds));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static gboolean
has_language (const BulStoreRow *row, const char *language)
{
  return row->language != NULL && strstr (row->language, language) != NULL;
}

static void
show_corrections (DeskFoundRow *self, const BulStoreRow *row)
{
  const char *css_classes[] = { "badge", row->n_open > 0 ? "corr" : "done", NULL };
  g_autofree char *words
      = row->n_open > 0
            ? g_strdup_printf (ngettext ("%u open", "%u open", row->n_open), row->n_open)
            : g_strdup_printf ("C%u", row->n_corrections);

  gtk_widget_set_visible (self->badge, row->n_corrections > 0);
  gtk_widget_set_css_classes (self->badge, css_classes);
  gtk_label_set_label (self->corrections, words);
}

static void
add_tag (DeskFoundRow *self, const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "hit-tag");
  gtk_box_append (self->tags, label);
}

static void
show_tags (DeskFoundRow *self, const char *const *tags)
{
  guint n = tags == NULL ? 0 : g_strv_length ((char **) tags);

  desk_box_clear (self->tags);
  for (guint i = 0; i < MIN (n, MOST_TAGS); i++)
    add_tag (self, tags[i]);
  if (n > MOST_TAGS)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n - MOST_TAGS);

      add_tag (self, more);
    }
}

static void
name_row (DeskFoundRow *self, const char *headline, const char *meta, guint n_corrections)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *corrected
      = n_corrections == 0
            ? NULL
            : g_strdup_printf (ngettext ("%u correction", "%u corrections", n_corrections),
                               n_corrections);
  g_autofree char *name = g_strjoin (". ", headline, meta, corrected, NULL);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

/* What is not read yet stands there as grey bars, so that nothing moves when it comes. */
static void
show_nothing (DeskFoundRow *self, const char *words)
{
  gtk_label_set_text (self->headline, words);
  gtk_label_set_attributes (self->headline, NULL);
  gtk_label_set_text (self->words, "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), TRUE);
  gtk_label_set_label (self->meta, "");
  gtk_widget_set_visible (self->badge, FALSE);
  gtk_widget_set_visible (self->korean, FALSE);
  gtk_widget_set_visible (self->english, FALSE);
  show_tags (self, NULL);
}

static void
show_detail (DeskFoundRow *self)
{
  const DeskDetail *detail = desk_found_get_detail (self->found);
  const char *headline;
  g_autofree char *meta = NULL;

  if (detail == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "waiting");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "waiting");
  if (detail == NULL || detail->row == NULL)
    {
      show_nothing (self,
                    detail == NULL ? "" : _ ("This story has another date by now. Search again."));
      return;
    }
  headline = detail->row->headline == NULL ? _ ("No headline") : detail->row->headline;
  meta = dup_meta (detail);
  show_stretch (self->headline, headline, (BulRange){ 0, bul_chars_count (headline) },
                detail->places);
  show_words (self, detail);
  gtk_label_set_label (self->meta, meta);
  show_corrections (self, detail->row);
  show_tags (self, (const char *const *) detail->tags);
  gtk_widget_set_visible (self->korean, has_language (detail->row, "ko"));
  gtk_widget_set_visible (self->english, has_language (detail->row, "en"));
  name_row (self, headline, meta, detail->row->n_corrections);
}

static void
set_found (DeskFoundRow *self, DeskFound *found)
{
  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);
  g_set_object (&self->found, found);
  g_binding_group_set_source (self->bindings, found);
  if (found == NULL)
    return;
  g_signal_connect_swapped (found, "changed", G_CALLBACK (show_detail), self);
  show_detail (self);
}

static void
palette_changed_cb (DeskFoundRow *self)
{
  if (self->found != NULL)
    show_detail (self);
}

static void
desk_found_row_dispose (GObject *object)
{
  DeskFoundRow *self = DESK_FOUND_ROW (object);

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);
  g_clear_object (&self->found);
  g_clear_object (&self->bindings);

  G_OBJECT_CLASS (desk_found_row_parent_class)->dispose (object);
}

static void
desk_found_row_class_init (DeskFoundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_found_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/archive/desk-found-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFoundRow, tick);
  gtk_widget_class_bind_template_child (widget_class, DeskFoundRow, headline);
  gtk_widget_class_bind_template_child (widget_class, DeskFoundRow, words);
  gtk_widget_class_bind_template_child (widget_class, DeskFoundRow, meta);
  gtk_widget_class_bind_template_child (widget_class, DeskFoundRow, badge);
  gtk_widget_class_bind_template_child (widget_class, DeskFoundRow, corrections);
  gtk_widget_class_bind_template_child (widget_class, DeskFoundRow, tags);
  gtk_widget_class_bind_template_child (widget_class, DeskFoundRow, korean);
  gtk_widget_class_bind_template_child (widget_class, DeskFoundRow, english);
}

static void
desk_found_row_init (DeskFoundRow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "ticked", self->tick, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (palette_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (palette_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (DESK_TYPE_FOUND_ROW, NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  set_found (DESK_FOUND_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  set_found (DESK_FOUND_ROW (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
desk_found_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
