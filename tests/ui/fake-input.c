/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-input.h"

#include <gtk/gtkimmodule.h>

#define NAME "fake"

#define FAKE_TYPE_INPUT (fake_input_get_type ())
G_DECLARE_FINAL_TYPE (FakeInput, fake_input, FAKE, INPUT, GtkIMContext)

struct _FakeInput
{
  GtkIMContext parent_instance;

  GtkWidget *widget; /* that it makes text for; borrowed, and %NULL once it is gone */
  char *syllable;    /* that is being composed, or NULL */
  char *leaving;     /* that will be committed, or NULL */
  guint commit_id;
};

/* Those that have the focus of their window, the last to get it last. Several windows may think
 * that they have the keys, while one opens and another closes. */
static GList *focused;
static gboolean is_prompt;
static gboolean is_silent;

G_DEFINE_FINAL_TYPE (FakeInput, fake_input, GTK_TYPE_IM_CONTEXT)

/* Where one types: in the window that has the keys. */
static FakeInput *
get_focused (void)
{
  for (GList *link = g_list_last (focused); link != NULL; link = link->prev)
    {
      FakeInput *self = link->data;
      GtkRoot *root = self->widget == NULL ? NULL : gtk_widget_get_root (self->widget);

      if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
        return self;
    }
  return NULL;
}

static void
show (FakeInput *self, const char *syllable)
{
  gboolean was_composing = self->syllable != NULL;

  g_free (self->syllable);
  self->syllable = g_strdup (syllable);
  if (!was_composing && syllable != NULL)
    g_signal_emit_by_name (self, "preedit-start");
  g_signal_emit_by_name (self, "preedit-changed");
  if (was_composing && syllable == NULL)
    g_signal_emit_by_name (self, "preedit-end");
}

static void
commit_cb (gpointer data)
{
  FakeInput *self = data;
  g_autofree char *leaving = g_steal_pointer (&self->leaving);

  self->commit_id = 0;
  show (self, NULL);
  g_signal_emit_by_name (self, "commit", leaving);
}

static void
fake_input_set_client_widget (GtkIMContext *context, GtkWidget *widget)
{
  g_set_weak_pointer (&FAKE_INPUT (context)->widget, widget);
}

static void
fake_input_focus_in (GtkIMContext *context)
{
  focused = g_list_append (g_list_remove (focused, context), context);
}

static void
fake_input_focus_out (GtkIMContext *context)
{
  FakeInput *self = FAKE_INPUT (context);

  focused = g_list_remove (focused, context);
  if (self->syllable == NULL || self->commit_id != 0 || is_silent)
    return;
  self->leaving = g_strdup (self->syllable);
  if (is_prompt)
    {
      commit_cb (self);
      return;
    }
  self->commit_id = g_timeout_add_once (FAKE_INPUT_DELAY, commit_cb, self);
}

static void
fake_input_reset (GtkIMContext *context)
{
  FakeInput *self = FAKE_INPUT (context);

  /* What is on its way is not called back. */
  if (self->syllable != NULL && self->commit_id == 0 && !is_silent)
    show (self, NULL);
}

static void
fake_input_get_preedit_string (GtkIMContext *context,
                               char **text,
                               PangoAttrList **attributes,
                               int *cursor)
{
  FakeInput *self = FAKE_INPUT (context);
  const char *syllable = self->syllable == NULL ? "" : self->syllable;

  if (text != NULL)
    *text = g_strdup (syllable);
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (cursor != NULL)
    *cursor = g_utf8_strlen (syllable, -1);
}

static gboolean
fake_input_filter_keypress (GtkIMContext *context, GdkEvent *event)
{
  return FALSE;
}

static void
fake_input_finalize (GObject *object)
{
  FakeInput *self = FAKE_INPUT (object);

  focused = g_list_remove (focused, self);
  g_clear_weak_pointer (&self->widget);
  g_clear_handle_id (&self->commit_id, g_source_remove);
  g_free (self->syllable);
  g_free (self->leaving);

  G_OBJECT_CLASS (fake_input_parent_class)->finalize (object);
}

static void
fake_input_class_init (FakeInputClass *klass)
{
  GtkIMContextClass *context_class = GTK_IM_CONTEXT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fake_input_finalize;
  context_class->set_client_widget = fake_input_set_client_widget;
  context_class->focus_in = fake_input_focus_in;
  context_class->focus_out = fake_input_focus_out;
  context_class->reset = fake_input_reset;
  context_class->get_preedit_string = fake_input_get_preedit_string;
  context_class->filter_keypress = fake_input_filter_keypress;
}

static void
fake_input_init (FakeInput *self)
{
}

void
fake_input_install (void)
{
  g_assert_nonnull (g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME,
                                                    FAKE_TYPE_INPUT, NAME, 100));
  g_setenv ("GTK_IM_MODULE", NAME, TRUE);
}

gboolean
fake_input_has_focus (void)
{
  return get_focused () != NULL;
}

void
fake_input_compose (const char *syllable)
{
  FakeInput *self = get_focused ();

  g_assert_nonnull (self);
  show (self, syllable);
}

const char *
fake_input_get_composing (void)
{
  FakeInput *self = get_focused ();

  return self == NULL ? NULL : self->syllable;
}

void
fake_input_set_prompt (gboolean prompt)
{
  is_prompt = prompt;
}

typedef struct
{
  FakeInput *input;
  char *syllable;
  char *text;
} Answer;

static void
answer_text_cb (gpointer data)
{
  Answer *answer = data;

  if (answer->text != NULL)
    g_signal_emit_by_name (answer->input, "commit", answer->text);
  g_object_unref (answer->input);
  g_free (answer->syllable);
  g_free (answer->text);
  g_free (answer);
}

static void
answer_cb (gpointer data)
{
  Answer *answer = data;

  show (answer->input, answer->syllable);
  g_timeout_add_once (FAKE_INPUT_DELAY, answer_text_cb, answer);
}

void
fake_input_set_silent (gboolean silent)
{
  is_silent = silent;
}

void
fake_input_answer (const char *syllable, const char *text)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->input = get_focused ();
  g_assert_nonnull (answer->input);
  g_object_ref (answer->input);
  answer->syllable = g_strdup (syllable);
  answer->text = g_strdup (text);
  g_timeout_add_once (FAKE_INPUT_DELAY, answer_cb, answer);
}
