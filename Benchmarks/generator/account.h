/* Longer accounts of what happened, put together from sentences. */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include "person.h"
#include "text.h"

/* One to three sentences. */
void add_account(Text *text, const Person *person, int day);

/* The members of a confidential part. */
void add_confidential(Text *text, const Person *person, int day);

#endif
