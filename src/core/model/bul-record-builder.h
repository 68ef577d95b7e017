/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/*
 * Builds records from the events of any XML parser: the reverse of bul_record_write(). It trusts
 * nothing: what the tables do not know is passed over and told as findings; a value that a field
 * cannot hold is an error.
 */
typedef struct _BulRecordBuilder BulRecordBuilder;

BulRecordBuilder *bul_record_builder_new (const BulRecordType *root);
void bul_record_builder_free (BulRecordBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulRecordBuilder, bul_record_builder_free)

/*
 * What bul_record_write() was told: keys then are read from `xml:id` and references begin with
 * @xml_id, but for what an edit carries. Without it all keys are bare.
 */
void bul_record_builder_set_xml_id (BulRecordBuilder *self, const char *xml_id);

/* @attributes: name, value, name, value … %NULL; names with the prefix `xml:` where they have it.
 */
gboolean bul_record_builder_start (BulRecordBuilder *self,
                                   const char *element,
                                   const char *const *attributes,
                                   GError **error);
void bul_record_builder_text (BulRecordBuilder *self, const char *text, gsize length);
gboolean bul_record_builder_end (BulRecordBuilder *self, GError **error);

/* The record whose own element is the innermost open one, or %NULL; and whether an edit carries it.
 */
gpointer bul_record_builder_get_record (BulRecordBuilder *self);
gboolean bul_record_builder_is_carried (BulRecordBuilder *self);

/* Returns: (transfer full) (nullable): the root record, once its element has ended. */
gpointer bul_record_builder_steal_root (BulRecordBuilder *self);

/* Names of elements and attributes that were passed over, each once, and only the first few. */
const GPtrArray *bul_record_builder_get_unknown (BulRecordBuilder *self);

/* Returns: (transfer full) (nullable): the records of @xml, a run of elements without a root, as
 * bul_value_dup() gives it for @field. */
GPtrArray *bul_records_parse (const BulField *field, const char *xml, GError **error);

G_END_DECLS
