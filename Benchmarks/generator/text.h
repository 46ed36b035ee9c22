/* Text that grows at its end. What is longer than its room is a mistake of ours, and stops. */
#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>

typedef struct {
  size_t length;
  char bytes[4096];
} Text;

void text_clear(Text *text);
void text_add(Text *text, const char *words);
void text_byte(Text *text, char byte);
void text_format(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
#endif
