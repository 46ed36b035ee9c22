#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check(size_t length, const Text *text) {
  if (length < sizeof text->bytes) return;
  fprintf(stderr, "generate: no room for a text that begins %.60s\n", text->bytes);
  abort();
}

void text_clear(Text *text) {
  text->length = 0;
  text->bytes[0] = 0;
}

void text_add(Text *text, const char *words) {
  size_t length = strlen(words);
  check(text->length + length, text);
  memcpy(text->bytes + text->length, words, length + 1);
  text->length += length;
}

void text_byte(Text *text, char byte) {
  check(text->length + 1, text);
  text->bytes[text->length++] = byte;
  text->bytes[text->length] = 0;
}

void text_format(Text *text, const char *format, ...) {
  size_t room = sizeof text->bytes - text->length;
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text->bytes + text->length, room, format, arguments);
  va_end(arguments);
  check(text->length + (size_t)length, text);
  text->length += (size_t)length;
}
