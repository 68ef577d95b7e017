/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-foreign-keeper.h"

#include <string.h>

#include "bul-foreign.h"
#include "bul-record-writer.h"
#include "bul-story-xml.h"

/* A prefix that means a namespace, from an element on; "" is none. */
typedef struct
{
  guint depth;
  char *prefix;
  char *uri;
} Binding;

struct _BulForeignKeeper
{
  GPtrArray *names;    /* of the open elements, with their prefix */
  GArray *bindings;    /* of Binding, in force; the last of a prefix counts */
  GString *element;    /* that is being read */
  GString *attributes; /* of the story */
  GPtrArray *prefixes; /* declared among @attributes */
  GPtrArray *kept;     /* of char *: elements and instructions */
};

static void
binding_clear (gpointer data)
{
  Binding *binding = data;

  g_free (binding->prefix);
  g_free (binding->uri);
}

BulForeignKeeper *
bul_foreign_keeper_new (void)
{
  BulForeignKeeper *self = g_new0 (BulForeignKeeper, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_array_set_clear_func (self->bindings, binding_clear);
  self->element = g_string_new (NULL);
  self->attributes = g_string_new (NULL);
  self->prefixes = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bul_foreign_keeper_free (BulForeignKeeper *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->names);
  g_array_unref (self->bindings);
  g_string_free (self->element, TRUE);
  g_string_free (self->attributes, TRUE);
  g_ptr_array_unref (self->prefixes);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

static void
write_declaration (GString *out, const char *prefix, const char *uri)
{
  g_string_append_printf (out, " xmlns%s%s=\"", *prefix == '\0' ? "" : ":", prefix);
  bul_xml_escape_attribute (out, uri);
  g_string_append_c (out, '"');
}

static void
write_attribute (GString *out, const char *const *attribute)
{
  g_autofree char *value = g_strndup (attribute[3], (gsize) (attribute[4] - attribute[3]));

  g_string_append_printf (out, " %s%s%s=\"", attribute[1] == NULL ? "" : attribute[1],
                          attribute[1] == NULL ? "" : ":", attribute[0]);
  bul_xml_escape_attribute (out, value);
  g_string_append_c (out, '"');
}

void
bul_foreign_keeper_attribute (BulForeignKeeper *self, const char *const *attribute)
{
  const char *prefix = attribute[1] == NULL ? "" : attribute[1];

  if (!g_ptr_array_find_with_equal_func (self->prefixes, prefix, g_str_equal, NULL))
    {
      write_declaration (self->attributes, prefix, attribute[2]);
      g_ptr_array_add (self->prefixes, g_strdup (prefix));
    }
  write_attribute (self->attributes, attribute);
}

/* Around everything stands a story, whose namespace needs no prefix. */
static const char *
look_up (BulForeignKeeper *self, const char *prefix)
{
  for (guint i = self->bindings->len; i > 0; i--)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (strcmp (binding->prefix, prefix) == 0)
        return binding->uri;
    }
  return *prefix == '\0' ? BUL_XML_NAMESPACE : NULL;
}

static void
bind (BulForeignKeeper *self, const char *prefix, const char *uri)
{
  Binding binding = { .depth = self->names->len };

  prefix = prefix == NULL ? "" : prefix;
  uri = uri == NULL ? "" : uri;
  if (strcmp (prefix, "xml") == 0 || g_strcmp0 (look_up (self, prefix), uri) == 0)
    return;
  binding.prefix = g_strdup (prefix);
  binding.uri = g_strdup (uri);
  g_array_append_val (self->bindings, binding);
  write_declaration (self->element, prefix, uri);
}

void
bul_foreign_keeper_start (BulForeignKeeper *self,
                          const char *name,
                          const char *prefix,
                          const char *uri,
                          guint n_attributes,
                          const char *const *attributes)
{
  char *whole = prefix == NULL ? g_strdup (name) : g_strconcat (prefix, ":", name, NULL);

  g_string_append_printf (self->element, "<%s", whole);
  g_ptr_array_add (self->names, whole);
  bind (self, prefix, uri);
  for (guint i = 0; i < n_attributes; i++)
    if (attributes[5 * i + 1] != NULL)
      bind (self, attributes[5 * i + 1], attributes[5 * i + 2]);
  for (guint i = 0; i < n_attributes; i++)
    write_attribute (self->element, attributes + 5 * (gsize) i);
  g_string_append_c (self->element, '>');
}

void
bul_foreign_keeper_text (BulForeignKeeper *self, const char *text, gsize length)
{
  g_autofree char *words = g_strndup (text, length);

  bul_xml_escape_text (self->element, words);
}

static void
keep (BulForeignKeeper *self)
{
  g_ptr_array_add (self->kept, g_strdup (self->element->str));
  g_string_truncate (self->element, 0);
}

void
bul_foreign_keeper_end (BulForeignKeeper *self)
{
  g_return_if_fail (self->names->len > 0);

  g_string_append_printf (self->element, "</%s>",
                          (const char *) self->names->pdata[self->names->len - 1]);
  while (self->bindings->len > 0
         && g_array_index (self->bindings, Binding, self->bindings->len - 1).depth
                == self->names->len)
    g_array_set_size (self->bindings, self->bindings->len - 1);
  g_ptr_array_set_size (self->names, (gint) self->names->len - 1);
  if (self->names->len == 0)
    keep (self);
}

void
bul_foreign_keeper_instruction (BulForeignKeeper *self, const char *target, const char *data)
{
  g_string_append_printf (self->element, "<?%s%s%s?>", target, data == NULL ? "" : " ",
                          data == NULL ? "" : data);
  if (self->names->len == 0)
    keep (self);
}

gboolean
bul_foreign_keeper_is_inside (BulForeignKeeper *self)
{
  return self->names->len > 0;
}

static void
add (BulStory *story, const char *text)
{
  BulForeign *foreign = bul_record_new (&bul_foreign_type);

  g_free (foreign->text);
  foreign->text = g_strdup (text);
  g_ptr_array_add (story->foreign, foreign);
}

void
bul_foreign_keeper_add_to (BulForeignKeeper *self, BulStory *story)
{
  if (self->attributes->len > 0)
    add (story, self->attributes->str);
  for (guint i = 0; i < self->kept->len; i++)
    add (story, self->kept->pdata[i]);
}
