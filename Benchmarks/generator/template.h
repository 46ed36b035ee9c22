/* Sentences and fields with gaps.
 *
 * `<a|b>` is one of the alternatives, which may be empty. `$word` is filled from the person or the
 * world; the words are listed in template.c. Everything else stands as it is. */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "person.h"
#include "text.h"

/* Adds the template, filled in as of the person's day; `person` may be nobody. */
void add_filled(Text *text, const char *template, const Person *person, int day);

#endif
