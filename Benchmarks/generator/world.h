/* What events refer to beside people: places, organisations and sources, registered first. */
#ifndef WORLD_H
#define WORLD_H

#include "text.h"

void register_world(void);

/* Registers one more source. */
void register_source(void);

typedef struct {
  char id[64], name[96];
} Entry;

const Entry *some_country(void);
const Entry *some_city(void);
const Entry *some_facility(void);
const Entry *some_court(void);
const Entry *some_police(void);
const Entry *some_ngo(void);
const Entry *the_working_group(void);

/* A citation or two, as the items of `sources`. */
void add_citations(Text *text);

#endif
