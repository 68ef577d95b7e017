/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-palette.h"

#include <adwaita.h>

/* A colour as it is written everywhere else: 0xrrggbb. */
#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.f, ((hex) >> 8 & 0xff) / 255.f, ((hex) &0xff) / 255.f, 1.f          \
  }
#define CLEAR                                                                                      \
  {                                                                                                \
    0.f, 0.f, 0.f, 0.f                                                                             \
  }

static const DeskPalette light = {
  .text = RGB (0x333333),
  .dim = RGB (0x5f646b),
  .inserted = RGB (0x11693a),
  .inserted_ground = RGB (0xe6f4ea),
  .deleted = RGB (0xa01e2e),
  .deleted_ground = RGB (0xfbe9eb),
  .correction = RGB (0x794400),
  .correction_ground = RGB (0xfdeecb),
  .note = RGB (0x5b3a9e),
  .note_ground = RGB (0xefe9fa),
  .checked = RGB (0x11693a),
  .hit_ground = RGB (0xffe27a),
  .current_hit_ground = RGB (0xffa94d),
  .finding = RGB (0x8a5000),
  .stale = RGB (0x8f3a00),
  .stale_ground = RGB (0xfdebdd),
  .error = RGB (0xa01e2e),
  .card = RGB (0xf3f4f6),
  .frame = CLEAR,
  .hair = RGB (0xdcdee2),
  .notice = RGB (0xf4f0e6),
  .notice_bar = RGB (0x8d6b2c),
  .band = RGB (0xe4eefb),
  .chip = RGB (0x4a5160),
  .chip_text = RGB (0xffffff),
  .lead = RGB (0x1c5d99),
  .voice = RGB (0x7d848f),
};

static const DeskPalette dark = {
  .text = RGB (0xe6e6e6),
  .dim = RGB (0xa4a9b0),
  .inserted = RGB (0x85dfa5),
  .inserted_ground = RGB (0x1e3a29),
  .deleted = RGB (0xff9ea8),
  .deleted_ground = RGB (0x45242a),
  .correction = RGB (0xf7cd77),
  .correction_ground = RGB (0x4b3812),
  .note = RGB (0xcdb5ff),
  .note_ground = RGB (0x372b52),
  .checked = RGB (0x85dfa5),
  .hit_ground = RGB (0x4a3c00),
  .current_hit_ground = RGB (0x8f4b00),
  .finding = RGB (0xf5c26b),
  .stale = RGB (0xffb58a),
  .stale_ground = RGB (0x4a2c19),
  .error = RGB (0xff9ea8),
  .card = RGB (0x2a2c30),
  .frame = CLEAR,
  .hair = RGB (0x3c3f44),
  .notice = RGB (0x302b20),
  .notice_bar = RGB (0xc9a35a),
  .band = RGB (0x22344c),
  .chip = RGB (0xc9ced6),
  .chip_text = RGB (0x1b1d20),
  .lead = RGB (0x7db4ea),
  .voice = RGB (0x9aa0a8),
};

static const DeskPalette light_contrast = {
  .text = RGB (0x000000),
  .dim = RGB (0x000000),
  .inserted = RGB (0x000000),
  .inserted_ground = CLEAR,
  .deleted = RGB (0x000000),
  .deleted_ground = CLEAR,
  .correction = RGB (0x000000),
  .correction_ground = CLEAR,
  .note = RGB (0x000000),
  .note_ground = CLEAR,
  .checked = RGB (0x000000),
  .hit_ground = CLEAR,
  .current_hit_ground = RGB (0xffd400),
  .finding = RGB (0x000000),
  .stale = RGB (0x000000),
  .stale_ground = CLEAR,
  .error = RGB (0x000000),
  .card = CLEAR,
  .frame = RGB (0x000000),
  .hair = RGB (0x000000),
  .notice = CLEAR,
  .notice_bar = RGB (0x000000),
  .band = CLEAR,
  .chip = RGB (0x000000),
  .chip_text = RGB (0xffffff),
  .lead = RGB (0x000000),
  .voice = RGB (0x000000),
};

static const DeskPalette dark_contrast = {
  .text = RGB (0xffffff),
  .dim = RGB (0xffffff),
  .inserted = RGB (0xffffff),
  .inserted_ground = CLEAR,
  .deleted = RGB (0xffffff),
  .deleted_ground = CLEAR,
  .correction = RGB (0xffffff),
  .correction_ground = CLEAR,
  .note = RGB (0xffffff),
  .note_ground = CLEAR,
  .checked = RGB (0xffffff),
  .hit_ground = CLEAR,
  .current_hit_ground = RGB (0x1b4fbf),
  .finding = RGB (0xffffff),
  .stale = RGB (0xffffff),
  .stale_ground = CLEAR,
  .error = RGB (0xffffff),
  .card = CLEAR,
  .frame = RGB (0xffffff),
  .hair = RGB (0xffffff),
  .notice = CLEAR,
  .notice_bar = RGB (0xffffff),
  .band = CLEAR,
  .chip = RGB (0xffffff),
  .chip_text = RGB (0x000000),
  .lead = RGB (0xffffff),
  .voice = RGB (0xffffff),
};

const DeskPalette *
desk_palette_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? &dark_contrast : &light_contrast;
  return adw_style_manager_get_dark (manager) ? &dark : &light;
}
