/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-file-head.h"

#include <string.h>

#define BLANKS " \t\r\n\f"

/* What may stand before the first element, and how it ends. */
static const struct
{
  const char *start;
  const char *end;
} prologue[] = {
  { "<?", ">" },
  { "<!--", "-->" },
};

char *
bul_file_head_dup (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = data == NULL ? NULL : data + MIN (length, BUL_FILE_HEAD_LENGTH);
  GString *head = g_string_sized_new ((gsize) (end - data));

  while (data < end && (*data == '\0' || strchr ("\xef\xbb\xbf\xff\xfe" BLANKS, *data) != NULL))
    data++;
  /* Every other byte of UTF-16 is a NUL, and none of anything else. */
  while (data < end)
    {
      const char *nul = memchr (data, '\0', (gsize) (end - data));
      const char *stop = nul == NULL ? end : nul;

      g_string_append_len (head, data, stop - data);
      data = nul == NULL ? end : nul + 1;
    }
  return g_string_free (head, FALSE);
}

static const char *
skip_prologue (const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (prologue); i++)
    if (g_str_has_prefix (at, prologue[i].start))
      {
        const char *end = strstr (at + strlen (prologue[i].start), prologue[i].end);

        return end == NULL ? NULL : end + strlen (prologue[i].end);
      }
  return NULL;
}

static char *
dup_name (const char *at)
{
  gsize length = strcspn (at, BLANKS "/>[");

  return g_ascii_isalpha (*at) ? g_strndup (at, length) : NULL;
}

char *
bul_file_head_dup_root (const char *head)
{
  const char *at = head + strspn (head, BLANKS);
  const char *next;

  while ((next = skip_prologue (at)) != NULL)
    at = next + strspn (next, BLANKS);
  if (g_ascii_strncasecmp (at, "<!DOCTYPE", 9) == 0)
    {
      at += 9;
      return dup_name (at + strspn (at, BLANKS));
    }
  return *at == '<' ? dup_name (at + 1) : NULL;
}

gboolean
bul_file_head_has_root (const char *head, const char *name)
{
  g_autofree char *root = bul_file_head_dup_root (head);
  const char *colon = root == NULL ? NULL : strchr (root, ':');

  return g_strcmp0 (colon == NULL ? root : colon + 1, name) == 0;
}
