#include <errno.h>
#include <stdio.h>
#include <xlsxwriter.h>

/* The library tells of failures on stderr, in English. While it works, stderr is a stream to nowhere
   that needs no descriptor (they may be what ran out); only the stream, descriptor 2 stays as it is.
   One caller at a time. */

/* Gives the stream to put back, or NULL when nothing changed. */
static inline FILE *wijkbeeld_silence_stderr(void) {
  FILE *quiet = fmemopen(NULL, 4096, "w");
  if (quiet == NULL) return NULL;
  FILE *loud = stderr;
  stderr = quiet;
  return loud;
}

/* Puts the stream back; errno stays what the library left. */
static inline void wijkbeeld_restore_stderr(FILE *loud) {
  if (loud == NULL) return;
  int number = errno;
  FILE *quiet = stderr;
  stderr = loud;
  fclose(quiet);
  errno = number;
}
