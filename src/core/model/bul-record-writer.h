/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/*
 * The canonical XML of a record: one element a line, one blank a level, attributes and children in
 * the order of the type's fields, what is not said left out. The same record gives the same bytes.
 *
 * @xml_id is the story's xml:id; a record's key is then written as xml:id `@xml_id.key` and
 * references alike. Where it is %NULL keys stand bare in the attribute `key`, as in the edits of a
 * revision, where what a key names may no longer be there. @depth is the level of the element
 * itself.
 */
void bul_record_write (GString *out, gconstpointer record, const char *xml_id, guint depth);

/* Writes only the attributes, or only the children, of @record, for an element that needs more. */
void bul_record_write_attributes (GString *out, gconstpointer record, const char *xml_id);
void
bul_record_write_children (GString *out, gconstpointer record, const char *xml_id, guint depth);

/* Escapes for text, and for an attribute's value: W3C XML 1.0, section 2.4, and Canonical XML 1.1.
 */
void bul_xml_escape_text (GString *out, const char *text);
void bul_xml_escape_attribute (GString *out, const char *value);

G_END_DECLS
