/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Everything a story holds is a record: a plain struct that begins with its type, and a type is a
 * table of fields. From that one table come copying, comparing, the canonical XML, the SQL columns
 * and the steps of undo, so that a field stands in one place and has one name everywhere (`-` in
 * XML becomes `_` in C and SQL).
 *
 * Records are written by importers and loaders while they build a story; afterwards only BulHistory
 * changes them, and everyone else holds them const.
 */
typedef struct _BulRecordType BulRecordType;

typedef struct
{
  const BulRecordType *type;
} BulRecord;

typedef enum
{
  BUL_FIELD_STRING,  /* char *, NULL is “not said” */
  BUL_FIELD_NUMBER,  /* guint, 0 is “not said” */
  BUL_FIELD_OFFSET,  /* guint, always said */
  BUL_FIELD_FLAG,    /* gboolean */
  BUL_FIELD_WORD,    /* an enum of @words */
  BUL_FIELD_WORDS,   /* guint, a bit (1 << value) for each word of @words */
  BUL_FIELD_KEY,     /* char *, the record's own local key */
  BUL_FIELD_REF,     /* char *, local key of another record */
  BUL_FIELD_REFS,    /* GStrv of local keys, NULL is none */
  BUL_FIELD_BYTES,   /* GBytes *, base64 in XML */
  BUL_FIELD_RECORDS, /* GPtrArray * of records of @records; of any thing where that is NULL */
} BulFieldType;

typedef enum
{
  BUL_PLACE_ATTRIBUTE,
  BUL_PLACE_ELEMENT,  /* a child element that holds only the value */
  BUL_PLACE_CONTENT,  /* the text of the record's own element */
  BUL_PLACE_NAME,     /* the name of the record's own element (a WORD) */
  BUL_PLACE_VERBATIM, /* a list whose records' content is XML already, put in as it is */
  BUL_PLACE_GROUP,    /* in a list: `kind` of the element around a run of equal values (a WORD) */
} BulFieldPlace;

typedef struct
{
  const char *name;
  BulFieldType type;
  BulFieldPlace place;
  gsize offset;
  const char *const *words;
  const BulRecordType *records;
  const char *xml_name; /* where XML has another name for it; NULL: @name */
} BulField;

struct _BulRecordType
{
  const char *name; /* of the element and the table */
  gsize size;
  const BulField *fields;
  guint n_fields;
};

/* The part of a field's row that is the same for every type of field. */
#define BUL_FIELD(Struct, member, name_, type_)                                                    \
  .name = (name_), .type = (type_), .offset = G_STRUCT_OFFSET (Struct, member)

/* Returns: (transfer full): a record with nothing said and its lists empty. */
gpointer bul_record_new (const BulRecordType *type);
void bul_record_free (gpointer record);
gpointer bul_record_copy (gconstpointer record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulRecord, bul_record_free)

gboolean bul_record_equal (gconstpointer a, gconstpointer b);
/* Of lists of records, in their order. */
gboolean bul_records_equal (const GPtrArray *a, const GPtrArray *b);

const BulRecordType *bul_record_get_type (gconstpointer record);

/* Returns: (transfer full): an empty list that owns its records. */
GPtrArray *bul_records_new (void);

/* The field of @type called @name, or %NULL. */
const BulField *bul_record_type_find_field (const BulRecordType *type, const char *name);
const BulField *bul_record_type_find_field_of (const BulRecordType *type, BulFieldType field_type);

/* Pointer to the field's place in @record; of the C type that BulFieldType tells. */
gpointer bul_record_field (gconstpointer record, const BulField *field);

/* The record's own key, or %NULL for a type without one. */
const char *bul_record_get_key (gconstpointer record);

G_END_DECLS
