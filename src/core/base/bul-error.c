/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"

G_DEFINE_QUARK (bul_error, bul_error)
