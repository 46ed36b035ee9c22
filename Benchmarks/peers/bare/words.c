/* Reads the words of a full-text table back from its index, row by row.
 *
 * The table keeps no text, but fts5vocab tells each word with the rows and columns it stands in. A
 * word that stands twice in a column comes back once, which the index does not tell apart either.
 */
#include "bare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A word of a row, and the number of its column. */
typedef struct {
  uint32_t word;
  int column;
} Occurrence;

typedef struct {
  int64_t row;
  Occurrence occurrence;
} Placed;

typedef struct {
  char **words;
  size_t word_count;
  Placed *placed;
  size_t placed_count;
} Index;

static int column_number(sqlite3 *database, const char *table, const char *column) {
  sqlite3_stmt *row = prepare(database, "SELECT cid FROM pragma_table_info(%Q) WHERE name = %Q",
    table, column ? column : "");
  int number = sqlite3_step(row) == SQLITE_ROW ? sqlite3_column_int(row, 0) : 0;
  sqlite3_finalize(row);
  return number;
}

/* The index in its own order: by word, then row. */
static Index read_index(sqlite3 *database, const char *name) {
  Index index = {0};
  size_t word_room = 0, placed_room = 0;
  sqlite3_stmt *row = prepare(database, "SELECT term, doc, col FROM temp.bare_vocabulary");
  char last_column[64] = "";
  int column = 0;
  while (sqlite3_step(row) == SQLITE_ROW) {
    const char *word = (const char *)sqlite3_column_text(row, 0);
    const char *column_name = (const char *)sqlite3_column_text(row, 2);
    if (!index.word_count || strcmp(word, index.words[index.word_count - 1])) {
      if (index.word_count == word_room) {
        index.words = grown(index.words, (word_room = word_room * 2 + 1024) * sizeof(char *));
      }
      index.words[index.word_count++] = strdup(word);
    }
    if (column_name && strcmp(column_name, last_column)) {
      column = column_number(database, name, column_name);
      snprintf(last_column, sizeof last_column, "%s", column_name);
    }
    if (index.placed_count == placed_room) {
      index.placed = grown(index.placed, (placed_room = placed_room * 2 + 1024) * sizeof(Placed));
    }
    Occurrence occurrence = {(uint32_t)index.word_count - 1, column};
    index.placed[index.placed_count++] = (Placed){sqlite3_column_int64(row, 1), occurrence};
  }
  check(database, sqlite3_finalize(row), name);
  return index;
}

static int by_row(const void *left, const void *right) {
  const Placed *a = left, *b = right;
  if (a->row != b->row) return a->row < b->row ? -1 : 1;
  return a->occurrence.column - b->occurrence.column;
}

/* Writes the text of each row, its words one after the other, as cells of the table. */
static void make_rows(const Index *index, Table *table) {
  Bytes text = {0};
  for (size_t i = 0; i < index->placed_count;) {
    int64_t row = index->placed[i].row;
    add_integer(&table->rows, row);
    for (int column = 0; column < table->columns - 1; column++) {
      text.length = 0;
      while (i < index->placed_count && index->placed[i].row == row
             && index->placed[i].occurrence.column == column) {
        const char *word = index->words[index->placed[i++].occurrence.word];
        size_t length = strlen(word), needed = text.length + length + 1;
        if (needed > text.room) text.bytes = grown(text.bytes, text.room = needed * 2);
        if (text.length) text.bytes[text.length++] = ' ';
        memcpy(text.bytes + text.length, word, length);
        text.length += length;
      }
      if (text.length) add_text(&table->rows, text.bytes, text.length);
      else add_null(&table->rows);
    }
    table->row_count++;
  }
  free(text.bytes);
}

static void read_settings(sqlite3 *database, Table *table) {
  sqlite3_stmt *row = prepare(database, "SELECT k, v FROM \"%w_config\" WHERE k <> 'version'",
    table->name);
  table->columns = 2;
  table->insert = sqlite3_mprintf("INSERT INTO \"%w\" (\"%w\", rank) VALUES (?, ?)", table->name,
    table->name);
  for (; sqlite3_step(row) == SQLITE_ROW; table->row_count++) {
    add_text(&table->rows, sqlite3_column_text(row, 0), (size_t)sqlite3_column_bytes(row, 0));
    add_integer(&table->rows, sqlite3_column_int64(row, 1));
  }
  check(database, sqlite3_finalize(row), table->name);
}

void read_words(sqlite3 *database, Tables *words, const char *name, const char *create) {
  read_settings(database, add_table(words, name, create));
  sqlite3_stmt *step = prepare(database,
    "CREATE VIRTUAL TABLE temp.bare_vocabulary USING fts5vocab(main, '%q', instance)", name);
  sqlite3_step(step);
  check(database, sqlite3_finalize(step), "fts5vocab");
  Index index = read_index(database, name);
  qsort(index.placed, index.placed_count, sizeof(Placed), by_row);
  Table *table = add_table(words, name, NULL);
  sqlite3_str *insert = sqlite3_str_new(NULL), *marks = sqlite3_str_new(NULL);
  sqlite3_str_appendf(insert, "INSERT INTO \"%w\" (rowid", name);
  sqlite3_stmt *row = prepare(database, "SELECT name FROM pragma_table_info(%Q)", name);
  for (table->columns = 1; sqlite3_step(row) == SQLITE_ROW; table->columns++) {
    sqlite3_str_appendf(insert, ", \"%w\"", sqlite3_column_text(row, 0));
    sqlite3_str_appendall(marks, ", ?");
  }
  sqlite3_finalize(row);
  char *rest = sqlite3_str_finish(marks);
  sqlite3_str_appendf(insert, ") VALUES (?%s)", rest);
  table->insert = sqlite3_str_finish(insert);
  make_rows(&index, table);
  for (size_t i = 0; i < index.word_count; i++) free(index.words[i]);
  free(index.words), free(index.placed), sqlite3_free(rest);
  step = prepare(database, "DROP TABLE temp.bare_vocabulary");
  sqlite3_step(step);
  check(database, sqlite3_finalize(step), "fts5vocab");
}
