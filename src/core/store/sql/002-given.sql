-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lines whose kind the structure of their file gave, not the reading of their words.

ALTER TABLE block ADD COLUMN given INTEGER NOT NULL DEFAULT 0;
