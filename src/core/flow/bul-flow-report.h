/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-import.h"

G_BEGIN_DECLS

/*
 * What became of the files of an import, for people: what was kept, what was there, what was
 * refused and why, and what was odd, by what it was. Of very many files the first are told one by
 * one, and all of them are counted.
 */
typedef struct _BulFlowReport BulFlowReport;

BulFlowReport *bul_flow_report_new (void);
void bul_flow_report_free (BulFlowReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowReport, bul_flow_report_free)

void bul_flow_report_add (BulFlowReport *self, const BulFlowImported *imported);

/* How many were refused, and how many were odd. */
guint bul_flow_report_count_refused (const BulFlowReport *self);
guint bul_flow_report_count_odd (const BulFlowReport *self);

/* The uid of the first story that was told of, new or not; or %NULL. */
const char *bul_flow_report_get_first (const BulFlowReport *self);

/* Returns: (transfer full) (element-type utf8): of each file that did not go as it should, its name
 * and in the lines below what there is to say; those that were refused first. */
GPtrArray *bul_flow_report_list (const BulFlowReport *self);

/* Returns: (transfer full): all of it as plain text. */
char *bul_flow_report_dup_text (const BulFlowReport *self, const BulFlowImportProgress *progress);

G_END_DECLS
