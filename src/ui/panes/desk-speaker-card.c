/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-speaker-card.h"

#include <glib/gi18n.h>

#include "bul-casting.h"
#include "desk-label.h"
#include "desk-late-menu.h"
#include "desk-wording.h"

struct _DeskSpeakerCard
{
  GtkListBoxRow parent_instance;

  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *title;
  GtkLabel *heard;
  GtkLabel *shortcut;
  GtkMenuButton *menu_button;
  char *key;
  char *block;
  gboolean anonymous; /* as the menu knows it, and so are the next */
  gboolean named;
  gboolean linked; /* with a person */
};

/* How often a speaker is heard in one script, and where first. */
typedef struct
{
  guint n_bites;
  guint n_lines;
  const char *first;
} Heard;

G_DEFINE_FINAL_TYPE (DeskSpeakerCard, desk_speaker_card, GTK_TYPE_LIST_BOX_ROW)

static Heard
count_heard (const BulScript *script, const char *speaker)
{
  Heard heard = { 0 };

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (block->speakers == NULL
          || !g_strv_contains ((const char *const *) block->speakers, speaker))
        continue;
      if (heard.first == NULL)
        heard.first = block->key;
      if (block->kind == BUL_BLOCK_BITE)
        heard.n_bites++;
      else
        heard.n_lines++;
    }
  return heard;
}

static char *
describe_heard (const Heard *heard)
{
  g_autofree char *bites = g_strdup_printf (
      ngettext ("%u soundbite", "%u soundbites", heard->n_bites), heard->n_bites);
  g_autofree char *lines
      = g_strdup_printf (ngettext ("%u line", "%u lines", heard->n_lines), heard->n_lines);

  if (heard->n_bites > 0 && heard->n_lines > 0)
    return g_strdup_printf ("%s · %s", lines, bites);
  if (heard->n_bites > 0)
    return g_steal_pointer (&bites);
  if (heard->n_lines > 0)
    return g_steal_pointer (&lines);
  return g_strdup (_ ("Not heard in this script"));
}

/* The name as printed, then as the other language has it. */
static char *
describe_name (const BulSpeaker *speaker, const BulSpeakerName *printed)
{
  g_autoptr (GString) out = g_string_new (printed == NULL ? NULL : printed->name);

  for (guint i = 0; i < speaker->names->len; i++)
    {
      const BulSpeakerName *other = speaker->names->pdata[i];

      if (other != printed && other->name != NULL && *other->name != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? "  " : "", other->name);
    }
  if (out->len == 0)
    g_string_append (out, speaker->role != BUL_SPEAKER_NEWSMAKER
                              ? desk_wording_for_role (speaker->role)
                              : _ ("Not named"));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
append_fact (GString *out, const char *fact)
{
  if (fact != NULL && *fact != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", fact);
}

/* Role, title, and what is printed behind the title: occasion, place, age. */
static char *
describe_title (const BulStory *story, const BulSpeaker *speaker, const BulSpeakerName *printed)
{
  gboolean is_named = printed != NULL && printed->name != NULL && *printed->name != '\0';
  g_autofree char *details = bul_casting_dup_details (story, speaker);
  g_autoptr (GString) out = g_string_new (NULL);

  if (is_named && speaker->role != BUL_SPEAKER_NEWSMAKER)
    append_fact (out, desk_wording_for_role (speaker->role));
  append_fact (out, printed == NULL ? NULL : printed->title);
  append_fact (out, details);
  append_fact (out, speaker->anonymous ? _ ("anonymous") : NULL);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
desk_speaker_card_finalize (GObject *object)
{
  DeskSpeakerCard *self = DESK_SPEAKER_CARD (object);

  g_free (self->key);
  g_free (self->block);

  G_OBJECT_CLASS (desk_speaker_card_parent_class)->finalize (object);
}

static void
desk_speaker_card_class_init (DeskSpeakerCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_speaker_card_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/bulletindesk/BulletinDesk/panes/desk-speaker-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSpeakerCard, number);
  gtk_widget_class_bind_template_child (widget_class, DeskSpeakerCard, name);
  gtk_widget_class_bind_template_child (widget_class, DeskSpeakerCard, title);
  gtk_widget_class_bind_template_child (widget_class, DeskSpeakerCard, heard);
  gtk_widget_class_bind_template_child (widget_class, DeskSpeakerCard, shortcut);
  gtk_widget_class_bind_template_child (widget_class, DeskSpeakerCard, menu_button);
}

static void
desk_speaker_card_init (DeskSpeakerCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_speaker_card_new (void)
{
  return g_object_new (DESK_TYPE_SPEAKER_CARD, NULL);
}

static void
append_deed (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* Somebody who is known by name may be heard elsewhere. */
static void
append_person_deeds (DeskSpeakerCard *self, GMenu *menu)
{
  append_deed (menu, _ ("_Show Person"), "win.show-person", g_variant_new_string (self->key));
  append_deed (menu, _ ("Say _Who This Is…"), "win.link-person", g_variant_new_string (self->key));
  if (self->linked)
    append_deed (menu, _ ("Is _Not That Person"), "win.unlink-person",
                 g_variant_new_string (self->key));
}

static void
fill_menu (DeskSpeakerCard *self, const BulSpeaker *speaker)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_deed (menu, _ ("_Rename…"), "win.name-speaker", g_variant_new_string (self->key));
  append_deed (menu, _ ("_Is Heard in This Line"), "win.give-speaker",
               g_variant_new_uint32 (speaker->number));
  append_deed (menu, _ ("_Merge…"), "win.merge-speaker", g_variant_new_string (self->key));
  if (!speaker->anonymous)
    append_deed (menu, _ ("Make _Anonymous…"), "win.hide-speaker",
                 g_variant_new_string (self->key));
  if (self->named)
    append_person_deeds (self, menu);
  desk_late_menu_set (self->menu_button, G_MENU_MODEL (menu));
}

/* A menu that is open stays so while the cards are shown anew. */
static void
show_deeds (DeskSpeakerCard *self, const BulSpeaker *speaker)
{
  g_autofree char *shortcut = g_strdup_printf ("Alt+%u", speaker->number);
  const BulSpeakerName *name = bul_speaker_get_name (speaker, NULL);
  gboolean named = speaker->role == BUL_SPEAKER_NEWSMAKER && !speaker->anonymous && name != NULL
                   && *name->name != '\0';
  gboolean linked = speaker->person != NULL;

  gtk_label_set_label (self->shortcut, shortcut);
  gtk_widget_set_visible (GTK_WIDGET (self->shortcut), speaker->number < 10);
  if (g_strcmp0 (self->key, speaker->key) == 0 && self->anonymous == speaker->anonymous
      && self->named == named && self->linked == linked)
    return;
  g_free (self->key);
  self->key = g_strdup (speaker->key);
  self->anonymous = speaker->anonymous;
  self->named = named;
  self->linked = linked;
  fill_menu (self, speaker);
}

void
desk_speaker_card_show (DeskSpeakerCard *self, const BulStory *story, const BulSpeaker *speaker)
{
  const BulScript *script = bul_story_get_script (story);
  const BulSpeakerName *printed
      = bul_speaker_get_name (speaker, script == NULL ? NULL : script->language);
  Heard heard = count_heard (script, speaker->key);
  g_autofree char *number = g_strdup_printf ("%u", speaker->number);
  g_autofree char *name = describe_name (speaker, printed);
  g_autofree char *title = describe_title (story, speaker, printed);
  g_autofree char *heard_words = describe_heard (&heard);
  g_autofree char *spoken = g_strdup_printf ("%s, %s%s%s, %s", number, name,
                                             *title == '\0' ? "" : ", ", title, heard_words);

  g_return_if_fail (DESK_IS_SPEAKER_CARD (self));

  gtk_label_set_label (self->number, number);
  desk_label_set_text (self->name, name);
  desk_label_set_text (self->title, title);
  desk_label_set_text (self->heard, heard_words);
  show_deeds (self, speaker);
  g_free (self->block);
  self->block = g_strdup (heard.first);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

const char *
desk_speaker_card_get_block (DeskSpeakerCard *self)
{
  g_return_val_if_fail (DESK_IS_SPEAKER_CARD (self), NULL);

  return self->block;
}

const char *
desk_speaker_card_get_key (DeskSpeakerCard *self)
{
  g_return_val_if_fail (DESK_IS_SPEAKER_CARD (self), NULL);

  return self->key;
}

void
desk_speaker_card_open_menu (DeskSpeakerCard *self)
{
  g_return_if_fail (DESK_IS_SPEAKER_CARD (self));

  gtk_menu_button_popup (self->menu_button);
}
