/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-prompter-text.h"

#include "bul-aired.h"
#include "bul-chars.h"
#include "desk-bridge.h"
#include "desk-prompter-paint.h"
#include "desk-rows.h"

#define WIDE 1920

/* A program that was kept from drawing for longer does not jump. */
#define HITCH_MOST G_USEC_PER_SEC

/* How far into a part, in rows of letters, its own start counts as the one before. */
#define NEAR 1.

struct _DeskPrompterText
{
  GtkWidget parent_instance;

  DeskDocument *document;
  GSignalGroup *signals;
  GSignalGroup *history_signals;
  GSignalGroup *time_signals;
  BulStory *base;     /* NULL: nothing to tell changes against */
  guint base_number;  /* its revision */
  BulEdit *composing; /* as it is in the lines */

  DeskRows *rows;
  gboolean is_stale; /* the lines are not what the document reads */
  int size;
  int speed;
  double y; /* what is at the mark */
  DeskReadPlace place;
  gboolean is_at_start;

  guint tick_id;
  gboolean is_running;
  gint64 last_tick;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskPrompterText, desk_prompter_text, GTK_TYPE_WIDGET)

static const BulScript *
get_script (DeskPrompterText *self)
{
  return self->document == NULL
             ? NULL
             : desk_bridge_find_script (desk_document_get_story (self->document), NULL);
}

static const DeskRoll *
get_roll (DeskPrompterText *self)
{
  return desk_rows_get_roll (self->rows, self->speed / 100.);
}

/* Changes are told against the text that was aired; before that, against the text that came in. */
static void
update_base (DeskPrompterText *self)
{
  guint number = bul_aired_get_base (desk_document_get_story (self->document));
  g_autoptr (GError) error = NULL;

  if (number == self->base_number)
    return;
  g_clear_pointer (&self->base, bul_record_free);
  self->base_number = number;
  self->base = bul_history_make_past (desk_document_get_history (self->document), number, &error);
  if (self->base == NULL)
    g_debug ("No changes are shown: %s", error->message);
}

static const BulScript *
find_base (DeskPrompterText *self, const BulScript *script)
{
  for (guint i = 0; self->base != NULL && i < self->base->scripts->len; i++)
    if (g_strcmp0 (((BulScript *) self->base->scripts->pdata[i])->key, script->key) == 0)
      return self->base->scripts->pdata[i];
  return NULL;
}

static void
keep_place (DeskPrompterText *self)
{
  g_clear_pointer (&self->place.block, g_free);
  self->is_at_start = self->y <= desk_roll_clamp (get_roll (self), 0);
  desk_rows_get_place (self->rows, self->y, &self->place);
}

static gboolean
has_block (const GPtrArray *lines, const char *block)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_strcmp0 (((DeskReadLine *) lines->pdata[i])->block, block) == 0)
      return TRUE;
  return FALSE;
}

/* The words at the mark are gone: what stood below them comes there, or else what stood above. */
static void
find_neighbour (DeskPrompterText *self, const GPtrArray *lines)
{
  const char *found = NULL;
  gboolean is_below = FALSE;

  if (self->place.block == NULL || has_block (lines, self->place.block))
    return;
  for (guint i = 0; i < desk_rows_get_n (self->rows); i++)
    {
      const char *block = desk_rows_get (self->rows, i)->line->block;
      gboolean is_left = block != NULL && has_block (lines, block);

      is_below = is_below || g_strcmp0 (block, self->place.block) == 0;
      if (is_left)
        found = block;
      if (is_left && is_below)
        break;
    }
  g_free (self->place.block);
  self->place = (DeskReadPlace){ g_strdup (found), 0, 0.5 };
}

static void
read_script (DeskPrompterText *self)
{
  const BulScript *script = get_script (self);
  GPtrArray *lines = NULL;

  self->is_stale = FALSE;
  if (script != NULL)
    {
      update_base (self);
      lines = desk_reading_list (
          desk_document_get_story (self->document), script, find_base (self, script),
          desk_document_get_composing (self->document),
          desk_read_time_get_time (desk_document_get_read_time (self->document)));
    }
  else
    lines = g_ptr_array_new ();
  find_neighbour (self, lines);
  desk_rows_set_lines (self->rows, lines);
}

static void
lay_out (DeskPrompterText *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  /* Before it has its room, that of a screen wide enough: mostly it is what comes. */
  float column = desk_prompter_paint_get_column (width > 0 ? width : WIDE).size.width;
  DeskSetting setting = {
    .context = gtk_widget_get_pango_context (GTK_WIDGET (self)),
    .width = column,
    .size = self->size,
  };

  desk_rows_lay_out (self->rows, &setting);
  if (self->is_at_start || !desk_rows_get_y (self->rows, &self->place, &self->y))
    self->y = 0;
  self->y = desk_roll_clamp (get_roll (self), self->y);
}

/* What is under the mark, in words, for who does not see it. */
static void
describe (DeskPrompterText *self)
{
  const DeskRow *row = desk_rows_find (self->rows, self->y);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  row == NULL ? "" : row->line->text, -1);
}

/* Whatever is asked about the words is asked about those that the document has now. */
static void
refresh (DeskPrompterText *self)
{
  if (!self->is_stale)
    return;
  read_script (self);
  lay_out (self);
  describe (self);
}

static void
moved (DeskPrompterText *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

static void
set_y (DeskPrompterText *self, double y)
{
  const DeskRow *before = desk_rows_find (self->rows, self->y);

  self->y = desk_roll_clamp (get_roll (self), y);
  keep_place (self);
  if (desk_rows_find (self->rows, self->y) != before)
    describe (self);
  moved (self);
}

/* The place in the words goes where the words go. */
static void
follow_edit (DeskPrompterText *self, const BulEdit *edit)
{
  DeskReadPlace *place = &self->place;
  const char *second = edit->things == NULL || edit->things->len == 0
                           ? NULL
                           : bul_record_get_key (edit->things->pdata[0]);

  if (edit->kind == BUL_EDIT_JOIN && place->block != NULL && g_strcmp0 (second, place->block) == 0)
    {
      g_free (place->block);
      place->block = g_strdup (edit->on);
      place->offset += edit->at;
    }
  if (g_strcmp0 (edit->on, place->block) != 0)
    return;
  if (edit->kind == BUL_EDIT_SPLIT && place->offset >= edit->at && edit->at > 0)
    {
      g_free (place->block);
      place->block = g_strdup (second);
      place->offset -= edit->at;
    }
  else if (edit->kind == BUL_EDIT_TEXT)
    {
      guint removed = edit->removed == NULL ? 0 : bul_chars_count (edit->removed);
      guint inserted = edit->inserted == NULL ? 0 : bul_chars_count (edit->inserted);

      if (place->offset >= edit->at + removed && place->offset > edit->at)
        place->offset += inserted - removed;
      else if (place->offset > edit->at)
        place->offset = edit->at + MIN (place->offset - edit->at, inserted);
    }
}

/* Nothing is read and laid out that nobody sees. */
static void
make_stale (DeskPrompterText *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    moved (self);
}

static void
edited_cb (DeskPrompterText *self, const BulEdit *edit)
{
  follow_edit (self, edit);
}

static void
composing_cb (DeskPrompterText *self)
{
  const BulEdit *composing = desk_document_get_composing (self->document);

  if (self->composing != NULL)
    {
      BulEdit *back = bul_edit_invert (self->composing);

      follow_edit (self, back);
      bul_record_free (back);
    }
  g_clear_pointer (&self->composing, bul_record_free);
  if (composing != NULL)
    {
      self->composing = bul_record_copy (composing);
      follow_edit (self, composing);
    }
  make_stale (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  desk_prompter_text_tick (DESK_PROMPTER_TEXT (widget), gdk_frame_clock_get_frame_time (clock));
  return G_SOURCE_CONTINUE;
}

/* A wheel goes by rows of letters, two fingers by what they move. */
static gboolean
scroll_cb (DeskPrompterText *self, double dx, double dy, GtkEventControllerScroll *wheel)
{
  if (gtk_event_controller_scroll_get_unit (wheel) == GDK_SCROLL_UNIT_SURFACE)
    dy /= desk_rows_get_pitch (self->rows);
  desk_prompter_text_move (self, dy);
  return GDK_EVENT_STOP;
}

static void
desk_prompter_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DeskPrompterText *self = DESK_PROMPTER_TEXT (widget);

  refresh (self);
  desk_prompter_paint (widget, snapshot, self->rows, self->y);
}

static void
desk_prompter_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DeskPrompterText *self = DESK_PROMPTER_TEXT (widget);

  if (self->is_stale)
    read_script (self);
  lay_out (self);
}

static void
desk_prompter_text_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_prompter_text_parent_class)->map (widget);
  moved (DESK_PROMPTER_TEXT (widget));
}

static void
desk_prompter_text_unmap (GtkWidget *widget)
{
  desk_prompter_text_set_running (DESK_PROMPTER_TEXT (widget), FALSE);
  GTK_WIDGET_CLASS (desk_prompter_text_parent_class)->unmap (widget);
}

static void
desk_prompter_text_dispose (GObject *object)
{
  DeskPrompterText *self = DESK_PROMPTER_TEXT (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->time_signals);
  g_clear_object (&self->document);
  g_clear_pointer (&self->base, bul_record_free);
  g_clear_pointer (&self->composing, bul_record_free);
  G_OBJECT_CLASS (desk_prompter_text_parent_class)->dispose (object);
}

static void
desk_prompter_text_finalize (GObject *object)
{
  DeskPrompterText *self = DESK_PROMPTER_TEXT (object);

  desk_rows_free (self->rows);
  g_free (self->place.block);
  G_OBJECT_CLASS (desk_prompter_text_parent_class)->finalize (object);
}

static void
desk_prompter_text_class_init (DeskPrompterTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_prompter_text_dispose;
  object_class->finalize = desk_prompter_text_finalize;
  widget_class->snapshot = desk_prompter_text_snapshot;
  widget_class->size_allocate = desk_prompter_text_size_allocate;
  widget_class->map = desk_prompter_text_map;
  widget_class->unmap = desk_prompter_text_unmap;
  signals[MOVED] = g_signal_new ("moved", DESK_TYPE_PROMPTER_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "prompter-text");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
desk_prompter_text_init (DeskPrompterText *self)
{
  GtkEventController *wheel
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->rows = desk_rows_new ();
  self->size = DESK_PROMPTER_SIZE_USUAL;
  self->speed = DESK_PROMPTER_SPEED_USUAL;
  self->is_at_start = TRUE;
  self->signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (make_stale), self);
  g_signal_group_connect_swapped (self->signals, "composing", G_CALLBACK (composing_cb), self);
  self->history_signals = g_signal_group_new (BUL_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "edited", G_CALLBACK (edited_cb), self);
  self->time_signals = g_signal_group_new (DESK_TYPE_READ_TIME);
  g_signal_group_connect_swapped (self->time_signals, "changed", G_CALLBACK (make_stale), self);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
desk_prompter_text_set_document (DeskPrompterText *self, DeskDocument *document)
{
  g_autofree char *before = NULL;

  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    before = g_strdup (desk_document_get_story (self->document)->uid);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->signals, document);
  g_signal_group_set_target (self->history_signals,
                             document == NULL ? NULL : desk_document_get_history (document));
  g_signal_group_set_target (self->time_signals,
                             document == NULL ? NULL : desk_document_get_read_time (document));
  g_clear_pointer (&self->base, bul_record_free);
  self->base_number = 0;
  g_clear_pointer (&self->composing, bul_record_free);
  if (document == NULL || g_strcmp0 (before, desk_document_get_story (document)->uid) != 0)
    {
      desk_prompter_text_set_running (self, FALSE);
      g_clear_pointer (&self->place.block, g_free);
      self->is_at_start = TRUE;
    }
  if (document != NULL && desk_document_get_composing (document) != NULL)
    self->composing = bul_record_copy (desk_document_get_composing (document));
  make_stale (self);
}

void
desk_prompter_text_set_size (DeskPrompterText *self, int size)
{
  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  size = CLAMP (size, DESK_PROMPTER_SIZE_LEAST, DESK_PROMPTER_SIZE_MOST);
  if (self->size == size)
    return;
  refresh (self);
  self->size = size;
  lay_out (self);
  moved (self);
}

int
desk_prompter_text_get_size (DeskPrompterText *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER_TEXT (self), 0);

  return self->size;
}

void
desk_prompter_text_set_speed (DeskPrompterText *self, int speed)
{
  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  self->speed = CLAMP (speed, DESK_PROMPTER_SPEED_LEAST, DESK_PROMPTER_SPEED_MOST);
  moved (self);
}

int
desk_prompter_text_get_speed (DeskPrompterText *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER_TEXT (self), 0);

  return self->speed;
}

void
desk_prompter_text_set_running (DeskPrompterText *self, gboolean running)
{
  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  if (self->is_running == running)
    return;
  self->is_running = running;
  self->last_tick = 0;
  if (running)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  else
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  moved (self);
}

gboolean
desk_prompter_text_get_running (DeskPrompterText *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER_TEXT (self), FALSE);

  return self->is_running;
}

void
desk_prompter_text_tick (DeskPrompterText *self, gint64 time)
{
  gint64 passed = self->last_tick == 0 ? 0 : CLAMP (time - self->last_tick, 0, HITCH_MOST);

  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  refresh (self);
  self->last_tick = time;
  if (!self->is_running)
    return;
  if (passed > 0)
    set_y (self, desk_roll_advance (get_roll (self), self->y, passed / (double) G_USEC_PER_SEC));
  if (desk_prompter_text_get_left (self) <= 0)
    desk_prompter_text_set_running (self, FALSE);
}

static BulSection
section_of (DeskPrompterText *self, double y)
{
  const DeskRow *row = desk_rows_find (self->rows, y);

  return row == NULL ? BUL_SECTION_NONE : row->line->section;
}

/* The first row of letters of the part that begins at row @i, if one does. */
static gboolean
get_start_of_part (DeskPrompterText *self, guint i, double *y)
{
  const DeskRow *row = desk_rows_get (self->rows, i);
  const DeskRow *above = i == 0 ? NULL : desk_rows_get (self->rows, i - 1);

  *y = row->first;
  if (row->line->kind == DESK_READ_END)
    return TRUE;
  return row->line->kind != DESK_READ_SECTION
         && (above == NULL || above->line->kind == DESK_READ_SECTION);
}

void
desk_prompter_text_next_part (DeskPrompterText *self)
{
  double y;

  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  refresh (self);
  for (guint i = 0; i < desk_rows_get_n (self->rows); i++)
    if (get_start_of_part (self, i, &y) && y > self->y + 1)
      {
        set_y (self, y);
        return;
      }
}

void
desk_prompter_text_previous_part (DeskPrompterText *self)
{
  double near;
  double y;

  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  refresh (self);
  near = desk_rows_get_pitch (self->rows) * NEAR;
  for (guint i = desk_rows_get_n (self->rows); i > 0; i--)
    if (get_start_of_part (self, i - 1, &y) && y < self->y - near)
      {
        set_y (self, y);
        return;
      }
  desk_prompter_text_go_to_start (self);
}

void
desk_prompter_text_go_to_start (DeskPrompterText *self)
{
  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  refresh (self);
  set_y (self, 0);
}

void
desk_prompter_text_go_to_end (DeskPrompterText *self)
{
  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  refresh (self);
  set_y (self, G_MAXDOUBLE);
}

void
desk_prompter_text_next_row (DeskPrompterText *self)
{
  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  refresh (self);
  set_y (self, desk_rows_get_below (self->rows, self->y));
}

void
desk_prompter_text_previous_row (DeskPrompterText *self)
{
  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  refresh (self);
  set_y (self, desk_rows_get_above (self->rows, self->y));
}

void
desk_prompter_text_move (DeskPrompterText *self, double n)
{
  g_return_if_fail (DESK_IS_PROMPTER_TEXT (self));

  refresh (self);
  set_y (self, self->y + n * desk_rows_get_pitch (self->rows));
}

double
desk_prompter_text_get_left (DeskPrompterText *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER_TEXT (self), 0);

  refresh (self);
  return desk_roll_get_left (get_roll (self), self->y);
}

double
desk_prompter_text_get_total (DeskPrompterText *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER_TEXT (self), 0);

  refresh (self);
  return desk_roll_get_total (get_roll (self));
}

BulSection
desk_prompter_text_get_section (DeskPrompterText *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER_TEXT (self), BUL_SECTION_NONE);

  refresh (self);
  return section_of (self, self->y);
}

gboolean
desk_prompter_text_get_place (DeskPrompterText *self, char **block, guint *offset)
{
  DeskReadPlace place;

  g_return_val_if_fail (DESK_IS_PROMPTER_TEXT (self), FALSE);

  refresh (self);
  if (!desk_rows_get_place (self->rows, self->y, &place))
    return FALSE;
  *block = place.block;
  *offset = place.offset;
  return TRUE;
}

gboolean
desk_prompter_text_is_empty (DeskPrompterText *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER_TEXT (self), TRUE);

  refresh (self);
  return desk_rows_get_n (self->rows) == 0;
}

double
desk_prompter_text_get_y (DeskPrompterText *self)
{
  g_return_val_if_fail (DESK_IS_PROMPTER_TEXT (self), 0);

  refresh (self);
  return self->y;
}
