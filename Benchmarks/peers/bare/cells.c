/* Cells one after the other in memory: a byte for the type, then the number or the text. */
#include "bare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *grown(void *memory, size_t bytes) {
  memory = realloc(memory, bytes ? bytes : 1);
  if (!memory) {
    fputs("bare: the rows do not fit into memory\n", stderr);
    exit(74);
  }
  return memory;
}

static void add(Bytes *bytes, const void *added, size_t length) {
  if (bytes->length + length > bytes->room) {
    bytes->room = (bytes->length + length) * 3 / 2 + 64;
    bytes->bytes = grown(bytes->bytes, bytes->room);
  }
  memcpy(bytes->bytes + bytes->length, added, length);
  bytes->length += length;
}

void add_null(Bytes *bytes) { add(bytes, "n", 1); }

void add_integer(Bytes *bytes, int64_t number) {
  add(bytes, "i", 1);
  add(bytes, &number, sizeof number);
}

void add_text(Bytes *bytes, const void *text, size_t length) {
  uint32_t size = (uint32_t)length;
  add(bytes, "t", 1);
  add(bytes, &size, sizeof size);
  add(bytes, text, length);
}

/* Binds the cell that begins here; answers where the next one begins. */
static const unsigned char *bind(sqlite3_stmt *statement, int column, const unsigned char *at) {
  int64_t number;
  uint32_t length;
  switch (*at++) {
  case 'i':
    memcpy(&number, at, sizeof number);
    sqlite3_bind_int64(statement, column, number);
    return at + sizeof number;
  case 't':
    memcpy(&length, at, sizeof length);
    at += sizeof length;
    sqlite3_bind_text(statement, column, (const char *)at, (int)length, SQLITE_STATIC);
    return at + length;
  default:
    sqlite3_bind_null(statement, column);
    return at;
  }
}

void insert_rows(sqlite3 *database, const Table *table) {
  sqlite3_stmt *statement = prepare(database, "%s", table->insert);
  const unsigned char *at = table->rows.bytes;
  for (size_t row = 0; row < table->row_count; row++) {
    for (int column = 1; column <= table->columns; column++) at = bind(statement, column, at);
    sqlite3_step(statement);
    check(database, sqlite3_reset(statement), table->insert);
  }
  sqlite3_finalize(statement);
}
