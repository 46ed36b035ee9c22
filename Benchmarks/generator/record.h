/* What is said of the record itself: corrections, retractions, other accounts, merged ids. */
#ifndef RECORD_H
#define RECORD_H

#include "draft.h"

/* Keeps the event for a while, so that the record can speak of it. */
void remember(const Draft *draft);

/* Writes one event about an earlier one; false, and nothing written, if there is none fit. */
bool write_about_record(void);

#endif
