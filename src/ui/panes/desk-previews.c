/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-previews.h"

#include <glib/gi18n.h>

#include "bul-amender.h"
#include "bul-notice-writer.h"
#include "bul-notice.h"
#include "desk-notice-text.h"

#define SPACING 9

typedef struct
{
  const char *language; /* NULL: that of the words */
  BulNoticeUse use;
  const char *title;
} Use;

static const Use uses[DESK_PREVIEWS_N_TEXTS] = {
  { NULL, BUL_USE_ON_AIR, N_ ("On air") },
  { "ko", BUL_USE_PAGE, N_ ("공지·정정") },
  { "en", BUL_USE_PAGE, N_ ("Notice in English") },
};

struct _DeskPreviews
{
  GtkBox parent_instance;

  DeskNoticeText *texts[DESK_PREVIEWS_N_TEXTS];
  char *own[DESK_PREVIEWS_N_TEXTS];     /* what a person wrote, or NULL */
  char *written[DESK_PREVIEWS_N_TEXTS]; /* what is written from the correction */
  char *language;
  gboolean is_editable;
};

G_DEFINE_FINAL_TYPE (DeskPreviews, desk_previews, GTK_TYPE_BOX)

static const char *
get_language (DeskPreviews *self, guint number)
{
  return uses[number].language != NULL ? uses[number].language : self->language;
}

static void
show (DeskPreviews *self, guint number)
{
  const char *own = self->own[number];

  desk_notice_text_set_by_hand (self->texts[number], own != NULL);
  desk_notice_text_set_text (self->texts[number], own != NULL ? own : self->written[number]);
}

static void
worded_cb (DeskPreviews *self, const char *words, DeskNoticeText *text)
{
  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    if (self->texts[i] == text)
      {
        g_free (self->own[i]);
        self->own[i] = g_strcmp0 (words, self->written[i]) == 0 ? NULL : g_strdup (words);
        show (self, i);
      }
}

static void
forget (DeskPreviews *self)
{
  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    {
      g_clear_pointer (&self->own[i], g_free);
      g_clear_pointer (&self->written[i], g_free);
    }
  g_clear_pointer (&self->language, g_free);
}

static void
desk_previews_finalize (GObject *object)
{
  forget (DESK_PREVIEWS (object));

  G_OBJECT_CLASS (desk_previews_parent_class)->finalize (object);
}

static void
desk_previews_class_init (DeskPreviewsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = desk_previews_finalize;
}

static void
desk_previews_init (DeskPreviews *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    {
      self->texts[i] = g_object_new (DESK_TYPE_NOTICE_TEXT, "title", _ (uses[i].title), "copyable",
                                     FALSE, NULL);
      g_signal_connect_object (self->texts[i], "worded", G_CALLBACK (worded_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->texts[i]));
    }
}

static void
begin (DeskPreviews *self, const char *language, gboolean is_editable)
{
  forget (self);
  self->language = g_strdup (language);
  self->is_editable = is_editable;
  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    {
      desk_notice_text_forget (self->texts[i]);
      desk_notice_text_set_editable (self->texts[i], is_editable);
    }
}

void
desk_previews_begin (DeskPreviews *self, const char *language, char *const *own)
{
  g_return_if_fail (DESK_IS_PREVIEWS (self) && language != NULL);

  begin (self, language, TRUE);
  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    self->own[i] = own == NULL ? NULL : g_strdup (own[i]);
}

/* A notice that tells of others as well is worded on their card. */
static gboolean
can_word (const BulStory *story, const BulNotice *notice)
{
  return notice != NULL && g_strv_length (notice->corrections) == 1
         && bul_amender_can_word (story, notice);
}

void
desk_previews_begin_with (DeskPreviews *self,
                          const char *language,
                          const BulStory *story,
                          const char *correction)
{
  const BulNotice *notice = bul_amender_find_notice (story, correction);

  g_return_if_fail (DESK_IS_PREVIEWS (self) && language != NULL);

  begin (self, language, can_word (story, notice));
  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    {
      const BulNoticeText *text
          = self->is_editable ? bul_notice_get_text (notice, get_language (self, i), uses[i].use)
                              : NULL;

      self->own[i] = text == NULL || !text->by_hand ? NULL : g_strdup (text->text);
    }
}

void
desk_previews_write (DeskPreviews *self, const BulStory *story, const BulCorrection *correction)
{
  gboolean apologises = correction->weight == BUL_WEIGHT_MEANING;

  g_return_if_fail (DESK_IS_PREVIEWS (self) && self->language != NULL);

  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    {
      g_free (self->written[i]);
      self->written[i] = bul_notice_writer_write (story, correction, get_language (self, i),
                                                  uses[i].use, apologises);
      show (self, i);
    }
}

const char *
desk_previews_get_own (DeskPreviews *self, guint number)
{
  g_return_val_if_fail (DESK_IS_PREVIEWS (self) && number < DESK_PREVIEWS_N_TEXTS, NULL);

  return self->own[number];
}

void
desk_previews_settle (DeskPreviews *self)
{
  g_return_if_fail (DESK_IS_PREVIEWS (self));

  for (guint i = 0; i < DESK_PREVIEWS_N_TEXTS; i++)
    desk_notice_text_settle (self->texts[i]);
}

gboolean
desk_previews_apply (DeskPreviews *self,
                     BulHistory *history,
                     const char *correction,
                     GError **error)
{
  const BulNotice *notice = bul_amender_find_notice (bul_history_get_story (history), correction);
  g_autofree char *key = notice == NULL || !self->is_editable ? NULL : g_strdup (notice->key);

  g_return_val_if_fail (DESK_IS_PREVIEWS (self), FALSE);

  for (guint i = 0; key != NULL && i < DESK_PREVIEWS_N_TEXTS; i++)
    if (!bul_amender_word (history, key, get_language (self, i), uses[i].use, self->own[i], error))
      return FALSE;
  return TRUE;
}
