/* What happens to nobody in particular: rallies, laws, elections, counts, borders. */
#ifndef PUBLIC_LIFE_H
#define PUBLIC_LIFE_H

/* Writes an event of public life, dated about when the log has come to. */
void write_public_event(double share_of_log);

#endif
