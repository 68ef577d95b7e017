/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "bul-history.h"
#include "bul-import-xml.h"
#include "bul-importers.h"
#include "bul-story-xml.h"
#include "script-maker.h"

/*
 * How fast a story becomes XML, beside libxml2's own writer that is told the same document; and how
 * fast XML becomes a story, through the gate and with every check, beside libxml2's parser alone,
 * whose events go nowhere.
 */

#define N_LINES 4000
#define N_ROUNDS 15

#define TARGET_WRITING 0.5
#define TARGET_READING 0.2

/* What another writer has to be told; a name of NULL is text, no text the end of an element. */
typedef struct
{
  char *name;
  char *text;
  GPtrArray *attributes; /* name, value, name, value … */
} Event;

typedef struct
{
  BulStory *story;
  GBytes *xml;
  GArray *events;
  gsize sum; /* what was made, so that no work can be left out */
} Load;

static void
event_clear (gpointer data)
{
  Event *event = data;

  g_free (event->name);
  g_free (event->text);
  g_clear_pointer (&event->attributes, g_ptr_array_unref);
}

static void
note_start (void *data,
            const xmlChar *name,
            const xmlChar *prefix G_GNUC_UNUSED,
            const xmlChar *uri G_GNUC_UNUSED,
            int n_namespaces,
            const xmlChar **namespaces,
            int n_attributes,
            int n_defaulted G_GNUC_UNUSED,
            const xmlChar **attributes)
{
  Event event = { .name = g_strdup ((const char *) name),
                  .attributes = g_ptr_array_new_with_free_func (g_free) };

  for (int i = 0; i < n_namespaces; i++)
    {
      g_ptr_array_add (event.attributes, g_strdup ("xmlns"));
      g_ptr_array_add (event.attributes, g_strdup ((const char *) namespaces[2 * i + 1]));
    }
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      g_ptr_array_add (event.attributes,
                       g_strconcat (attributes[1] == NULL ? "" : "xml:", attributes[0], NULL));
      g_ptr_array_add (event.attributes, g_strndup ((const char *) attributes[3],
                                                    (gsize) (attributes[4] - attributes[3])));
    }
  g_array_append_val (((Load *) data)->events, event);
}

static void
note_end (void *data,
          const xmlChar *name G_GNUC_UNUSED,
          const xmlChar *prefix G_GNUC_UNUSED,
          const xmlChar *uri G_GNUC_UNUSED)
{
  Event event = { NULL, NULL, NULL };

  g_array_append_val (((Load *) data)->events, event);
}

/* A parser gives text in pieces; a writer is told it in one. */
static void
note_text (void *data, const xmlChar *words, int length)
{
  GArray *events = ((Load *) data)->events;
  Event *last = events->len == 0 ? NULL : &g_array_index (events, Event, events->len - 1);
  Event event = { .text = g_strndup ((const char *) words, (gsize) length) };

  if (last == NULL || last->text == NULL)
    {
      g_array_append_val (events, event);
      return;
    }
  char *joined = g_strconcat (last->text, event.text, NULL);

  g_free (last->text);
  g_free (event.text);
  last->text = joined;
}

static void
parse (const Load *load, xmlSAXHandler *handler, void *data)
{
  gsize length;
  const char *bytes = g_bytes_get_data (load->xml, &length);
  xmlParserCtxt *parser = xmlCreatePushParserCtxt (handler, data, NULL, 0, NULL);

  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE);
  if (xmlParseChunk (parser, bytes, (int) length, TRUE) != 0)
    g_error ("our own XML is not well-formed");
  xmlFreeParserCtxt (parser);
}

static void
write_ours (gpointer data)
{
  Load *load = data;
  GString *xml = bul_story_to_xml (load->story);

  load->sum += xml->len;
  g_string_free (xml, TRUE);
}

static void
write_plainly (gpointer data)
{
  Load *load = data;
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *writer = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  for (guint i = 0; i < load->events->len; i++)
    {
      const Event *event = &g_array_index (load->events, Event, i);

      if (event->text != NULL)
        xmlTextWriterWriteString (writer, BAD_CAST event->text);
      else if (event->name == NULL)
        xmlTextWriterEndElement (writer);
      else
        {
          xmlTextWriterStartElement (writer, BAD_CAST event->name);
          for (guint j = 0; j < event->attributes->len; j += 2)
            xmlTextWriterWriteAttribute (writer, BAD_CAST event->attributes->pdata[j],
                                         BAD_CAST event->attributes->pdata[j + 1]);
        }
    }
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  /* The same document, but for how each escapes quotes and ends. */
  if (abs (xmlBufferLength (buffer) - (int) g_bytes_get_size (load->xml))
      > (int) g_bytes_get_size (load->xml) / 20)
    g_error ("not the same document: %d bytes", xmlBufferLength (buffer));
  load->sum += (gsize) xmlBufferLength (buffer);
  xmlBufferFree (buffer);
}

static void
read_ours (gpointer data)
{
  Load *load = data;
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStory) story = bul_import_xml (load->xml, findings, &error);

  if (story == NULL)
    g_error ("%s", error->message);
  load->sum += bul_story_get_script (story)->blocks->len;
}

static void
count_start (void *data,
             const xmlChar *name G_GNUC_UNUSED,
             const xmlChar *prefix G_GNUC_UNUSED,
             const xmlChar *uri G_GNUC_UNUSED,
             int n_namespaces G_GNUC_UNUSED,
             const xmlChar **namespaces G_GNUC_UNUSED,
             int n_attributes,
             int n_defaulted G_GNUC_UNUSED,
             const xmlChar **attributes G_GNUC_UNUSED)
{
  ((Load *) data)->sum += (gsize) n_attributes;
}

static void
count_text (void *data, const xmlChar *words G_GNUC_UNUSED, int length)
{
  ((Load *) data)->sum += (gsize) length;
}

static void
read_plainly (gpointer data)
{
  xmlSAXHandler handler
      = { .initialized = XML_SAX2_MAGIC, .startElementNs = count_start, .characters = count_text };

  parse (data, &handler, data);
}

/* One long script with its source, saved twice. */
static BulStory *
make_story (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BulImport) import = NULL;
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (BulStory) saved = NULL;

  script_maker_append_page (text, rand, N_LINES);
  bytes = g_string_free_to_bytes (text);
  import = bul_importers_read (bytes, "long.txt", NULL, NULL);
  history = bul_history_new (bul_record_copy (import->stories->pdata[0]));
  saved = bul_history_make_revision (history, "Min", "Imported");
  bul_history_saved (history, saved);
  if (!bul_history_set (history, NULL, "slug", "long", NULL))
    g_error ("a story that was read is not edited");
  return bul_history_make_revision (history, "Min", NULL);
}

static void
make_load (Load *load)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
                            .startElementNs = note_start,
                            .endElementNs = note_end,
                            .characters = note_text,
                            .ignorableWhitespace = note_text };

  load->story = make_story ();
  load->xml = g_string_free_to_bytes (bul_story_to_xml (load->story));
  load->events = g_array_new (FALSE, FALSE, sizeof (Event));
  g_array_set_clear_func (load->events, event_clear);
  parse (load, &handler, load);
}

int
main (void)
{
  Load load = { NULL };
  BenchSeconds seconds;
  double megabytes;
  gboolean fast;

  make_load (&load);
  megabytes = (double) g_bytes_get_size (load.xml) / 1e6;
  seconds = bench_compare (write_ours, write_plainly, &load, N_ROUNDS);
  g_print ("a story of %.1f MB of XML\n  written at %.1f MB/s, by xmlTextWriter at %.1f MB/s\n",
           megabytes, megabytes / seconds.ours, megabytes / seconds.plain);
  fast = bench_judge ("writing", seconds.plain / seconds.ours, "", TARGET_WRITING);
  seconds = bench_compare (read_ours, read_plainly, &load, N_ROUNDS);
  g_print ("  read at %.1f MB/s, by libxml2's SAX2 alone at %.1f MB/s\n", megabytes / seconds.ours,
           megabytes / seconds.plain);
  fast &= bench_judge ("reading", seconds.plain / seconds.ours, "", TARGET_READING);
  bul_record_free (load.story);
  g_bytes_unref (load.xml);
  g_array_unref (load.events);
  return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
