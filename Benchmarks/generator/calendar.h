/* Days counted from 1 January 1970, and EDTF dates as sources give them. */
#ifndef CALENDAR_H
#define CALENDAR_H

#include "text.h"

enum { FIRST_DAY = 10957, LAST_DAY = 20633 }; /* 1 January 2000, 29 June 2026 */

/* The day in full: 2016-05-17. */
void add_day(Text *text, int day);

/* The day as a source might give it: mostly in full, otherwise only the month, an interval … */
void add_date(Text *text, int day);

int year_of(int day);
#endif
