/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loss-disk.h"

#include <glib/gstdio.h>
#include <string.h>

/* A file or folder, whatever its name is: what of it is synced. */
typedef struct
{
  GByteArray *bytes; /* NULL: a folder */
  char *path;        /* of a folder */
} Node;

/* A change that is not synced. */
typedef struct
{
  LossRecordKind kind;
  Node *node;
  char *name;
  char *other;
  gsize offset;
  GByteArray *bytes;
} Change;

struct _LossDisk
{
  GPtrArray *nodes;    /* all of them */
  GHashTable *numbers; /* number of an open file → Node */
  GHashTable *now;     /* name → Node, as the program sees it */
  GHashTable *synced;  /* name → Node */
  GPtrArray *pending;  /* Change, in their order */
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->bytes, g_byte_array_unref);
  g_free (node->path);
  g_free (node);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_free (change->other);
  g_clear_pointer (&change->bytes, g_byte_array_unref);
  g_free (change);
}

static Node *
add_node (LossDisk *self, const char *folder)
{
  Node *node = g_new0 (Node, 1);

  node->path = g_strdup (folder);
  node->bytes = folder == NULL ? g_byte_array_new () : NULL;
  g_ptr_array_add (self->nodes, node);
  return node;
}

static void
put_name (GHashTable *names, const char *name, Node *node)
{
  g_hash_table_replace (names, g_strdup (name), node);
}

/* What is there from the beginning is synced. */
static void
read_folder (LossDisk *self, const char *path, const char *name)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  Node *node = add_node (self, name);
  const char *child;

  put_name (self->synced, name, node);
  put_name (self->now, name, node);
  while (folder != NULL && (child = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, child, NULL);
      g_autofree char *short_name
          = *name == '\0' ? g_strdup (child) : g_strconcat (name, "/", child, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (below, G_FILE_TEST_IS_DIR))
        {
          read_folder (self, below, short_name);
          continue;
        }
      g_assert_true (g_file_get_contents (below, &bytes, &length, NULL));
      node = add_node (self, NULL);
      g_byte_array_append (node->bytes, (guint8 *) bytes, length);
      put_name (self->synced, short_name, node);
      put_name (self->now, short_name, node);
    }
}

LossDisk *
loss_disk_new (const char *folder)
{
  LossDisk *self = g_new0 (LossDisk, 1);

  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->numbers = g_hash_table_new (NULL, NULL);
  self->now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->synced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pending = g_ptr_array_new_with_free_func (change_free);
  if (folder != NULL)
    read_folder (self, folder, "");
  return self;
}

void
loss_disk_free (LossDisk *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->now);
  g_hash_table_unref (self->synced);
  g_ptr_array_unref (self->pending);
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

guint
loss_disk_count_pending (LossDisk *self)
{
  return self->pending->len;
}

static void
set_length (GByteArray *bytes, gsize length)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, (guint) length);
  if (length > before)
    memset (bytes->data + before, 0, length - before);
}

static void
write_at (GByteArray *bytes, gsize offset, const guint8 *data, gsize length)
{
  if (bytes->len < offset + length)
    set_length (bytes, offset + length);
  memcpy (bytes->data + offset, data, length);
}

static gboolean
is_of_names (const Change *change)
{
  return change->node == NULL || change->name != NULL;
}

/* Makes a change of names whole. */
static void
change_name (GHashTable *names, const Change *change)
{
  Node *node;

  switch (change->kind)
    {
    case LOSS_OPENED:
    case LOSS_FOLDER:
      put_name (names, change->name, change->node);
      break;
    case LOSS_RENAMED:
      node = change->node;
      put_name (names, change->other, node);
      g_hash_table_remove (names, change->name);
      break;
    case LOSS_REMOVED:
      g_hash_table_remove (names, change->name);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
change_bytes (GByteArray *bytes, const Change *change)
{
  switch (change->kind)
    {
    case LOSS_WROTE:
      write_at (bytes, change->offset, change->bytes->data, change->bytes->len);
      break;
    case LOSS_CUT:
      set_length (bytes, change->offset);
      break;
    case LOSS_GROWN:
      set_length (bytes, MAX (bytes->len, change->offset));
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
lies_in (const char *name, const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (name);

  return g_str_equal (g_str_equal (parent, ".") ? "" : parent, folder);
}

static void
sync_node (LossDisk *self, const Node *node)
{
  for (guint i = 0; i < self->pending->len;)
    {
      const Change *change = self->pending->pdata[i];
      gboolean of_names = is_of_names (change);

      if (of_names && node->path != NULL && lies_in (change->name, node->path))
        change_name (self->synced, change);
      else if (!of_names && change->node == node)
        change_bytes (change->node->bytes, change);
      else
        {
          i++;
          continue;
        }
      g_ptr_array_remove_index (self->pending, i);
    }
}

static Change *
add_change (LossDisk *self, const LossEvent *event, Node *node)
{
  Change *change = g_new0 (Change, 1);

  change->kind = event->head.kind;
  change->node = node;
  change->offset = (gsize) event->head.offset;
  g_ptr_array_add (self->pending, change);
  return change;
}

static void
add_change_of_name (LossDisk *self, const LossEvent *event, Node *node)
{
  Change *change = add_change (self, event, node);

  change->name = g_strdup (event->name);
  change->other = g_strdup (event->other);
  change_name (self->now, change);
}

static void
take_opened (LossDisk *self, const LossEvent *event)
{
  Node *node = g_hash_table_lookup (self->now, event->name);

  if (node == NULL)
    {
      node = add_node (self, NULL);
      add_change_of_name (self, event, node);
    }
  else if (event->head.offset != 0)
    {
      LossEvent cut = { .head = { .kind = LOSS_CUT } };

      add_change (self, &cut, node);
    }
  g_hash_table_insert (self->numbers, GUINT_TO_POINTER (event->head.file), node);
}

void
loss_disk_take (LossDisk *self, const LossEvent *event)
{
  Node *node = g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (event->head.file));
  Change *change;

  switch ((LossRecordKind) event->head.kind)
    {
    case LOSS_OPENED:
      take_opened (self, event);
      break;
    case LOSS_WROTE:
      change = add_change (self, event, node);
      change->bytes = g_byte_array_new ();
      g_byte_array_append (change->bytes, event->bytes, (guint) event->head.length);
      break;
    case LOSS_CUT:
    case LOSS_GROWN:
      add_change (self, event, node);
      break;
    case LOSS_SYNCED:
      sync_node (self, node);
      break;
    case LOSS_FOLDER:
      add_change_of_name (self, event, add_node (self, event->name));
      break;
    case LOSS_RENAMED:
    case LOSS_REMOVED:
      add_change_of_name (self, event, g_hash_table_lookup (self->now, event->name));
      break;
    case LOSS_SAID:
      break;
    }
}

/* What may be chosen for one state. */
typedef struct
{
  LossChoice choice;
  GRand *rand;
  guint at; /* of the change that is special */
  double chance;
  gsize grain;
  gboolean keeps_lengths;
  GHashTable *bytes; /* Node → GByteArray, of this state */
} Making;

static gboolean
is_kept (const Making *making, const Change *change, guint i)
{
  switch (making->choice)
    {
    case LOSS_ALL:
      return TRUE;
    case LOSS_NONE:
      return FALSE;
    case LOSS_NAMES:
      return is_of_names (change);
    case LOSS_BYTES:
      return !is_of_names (change);
    case LOSS_FIRST:
      return i <= making->at;
    case LOSS_BUT_ONE:
      return i != making->at;
    case LOSS_ONLY_ONE:
      return i == making->at;
    case LOSS_SECTORS:
    case LOSS_PAGES:
    case LOSS_N_CHOICES:
      break;
    }
  /* A write of many blocks decides block by block. */
  return change->kind == LOSS_WROTE || g_rand_double (making->rand) < making->chance;
}

static gboolean
is_torn (const Making *making, guint i)
{
  return making->grain > 0 && (making->choice != LOSS_FIRST || i == making->at);
}

static void
tear (const Making *making, GByteArray *bytes, const Change *change)
{
  gsize end = change->offset + change->bytes->len;

  for (gsize at = change->offset; at < end;)
    {
      gsize next = MIN ((at / making->grain + 1) * making->grain, end);

      if (g_rand_double (making->rand) < making->chance)
        write_at (bytes, at, change->bytes->data + (at - change->offset), next - at);
      at = next;
    }
  if (making->keeps_lengths && bytes->len < end)
    set_length (bytes, end);
}

static GByteArray *
get_bytes (Making *making, Node *node)
{
  GByteArray *bytes = g_hash_table_lookup (making->bytes, node);

  if (bytes == NULL)
    {
      bytes = g_byte_array_sized_new (node->bytes->len + 4096);
      g_byte_array_append (bytes, node->bytes->data, node->bytes->len);
      g_hash_table_insert (making->bytes, node, bytes);
    }
  return bytes;
}

static void
apply (Making *making, GHashTable *names, const Change *change, guint i)
{
  if (!is_kept (making, change, i))
    return;
  if (is_of_names (change))
    change_name (names, change);
  else if (change->kind == LOSS_WROTE && is_torn (making, i))
    tear (making, get_bytes (making, change->node), change);
  else
    change_bytes (get_bytes (making, change->node), change);
}

/* A name is of use only where all folders above it are there. */
static gboolean
is_reachable (GHashTable *names, const char *name)
{
  for (const char *slash = strchr (name, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *folder = g_strndup (name, (gsize) (slash - name));

      if (!g_hash_table_contains (names, folder))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
copy_names (GHashTable *names)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;
  gpointer node;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &node))
    put_name (copy, name, node);
  return copy;
}

static void
byte_array_free (gpointer bytes)
{
  if (bytes != NULL)
    g_byte_array_unref (bytes);
}

GHashTable *
loss_disk_make_state (LossDisk *self, LossChoice choice, GRand *rand)
{
  static const double chances[] = { 0.1, 0.5, 0.5, 0.9 };
  g_autoptr (GHashTable) names = copy_names (self->synced);
  GHashTable *state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, byte_array_free);
  Making making = { .choice = choice,
                    .rand = rand,
                    .at = self->pending->len == 0 ? 0 : g_rand_int (rand) % self->pending->len,
                    .chance = chances[g_rand_int (rand) % G_N_ELEMENTS (chances)],
                    .keeps_lengths = g_rand_boolean (rand),
                    .bytes = g_hash_table_new_full (NULL, NULL, NULL, byte_array_free) };
  GHashTableIter iter;
  gpointer name;
  gpointer node;

  if (choice == LOSS_SECTORS || choice == LOSS_FIRST)
    making.grain = 512;
  else if (choice == LOSS_PAGES)
    making.grain = 4096;
  for (guint i = 0; i < self->pending->len; i++)
    apply (&making, names, self->pending->pdata[i], i);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &node))
    if (is_reachable (names, name))
      g_hash_table_insert (
          state, g_strdup (name),
          ((Node *) node)->bytes == NULL ? NULL : g_byte_array_ref (get_bytes (&making, node)));
  g_hash_table_unref (making.bytes);
  return state;
}

static guint64
hash_bytes (guint64 hash, const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < length; i += 8)
    {
      guint64 word = length;

      memcpy (&word, bytes + i, MIN (8, length - i));
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  return hash;
}

guint64
loss_disk_hash_state (GHashTable *state)
{
  guint64 sum = 0;
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  g_hash_table_iter_init (&iter, state);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      guint64 hash = hash_bytes (g_str_hash (name), name, strlen (name));

      sum += bytes == NULL
                 ? hash
                 : hash_bytes (hash, ((GByteArray *) bytes)->data, ((GByteArray *) bytes)->len);
    }
  return sum;
}

void
loss_disk_empty (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      if (g_unlink (below) != 0)
        {
          loss_disk_empty (below);
          g_rmdir (below);
        }
    }
}

void
loss_disk_write_state (GHashTable *state, const char *folder)
{
  GHashTableIter iter;
  gpointer name;
  gpointer bytes;

  loss_disk_empty (folder);
  g_hash_table_iter_init (&iter, state);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *parent = g_path_get_dirname (path);
      g_autoptr (GError) error = NULL;

      g_mkdir_with_parents (bytes == NULL ? path : parent, 0700);
      if (bytes != NULL
          && !g_file_set_contents_full (path, (char *) ((GByteArray *) bytes)->data,
                                        ((GByteArray *) bytes)->len, G_FILE_SET_CONTENTS_NONE, 0600,
                                        &error))
        g_error ("%s", error->message);
    }
}
