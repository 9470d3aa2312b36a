#ifndef WIJKBEELD_CSYSTEM_H
#define WIJKBEELD_CSYSTEM_H

/// Exchanges two existing names in one atomic step (renameat2 with RENAME_EXCHANGE).
/// Each name is looked up below its own open folder. Returns 0, or -1 with errno set.
int wijkbeeld_exchange(int left_folder, const char *left, int right_folder, const char *right);

/// Gives a name only when nothing stands there yet (renameat2 with RENAME_NOREPLACE).
/// Each name is looked up below its own open folder. Returns 0, or -1 with errno set.
int wijkbeeld_rename_new(int left_folder, const char *left, int right_folder, const char *right);

/// Opens a folder below an open one only to look up names in it (O_PATH); it need not be readable.
/// A symbolic link is followed only when `follows_link` is not 0. Returns -1 with errno set.
int wijkbeeld_open_passage(int folder, const char *name, int follows_link);

/// openat(2) with a mode; Swift does not import functions with a variable number of arguments.
int wijkbeeld_openat(int folder, const char *name, int flags, unsigned int mode);

/// Says one sentence on standard error and ends the process when it crashes: `internal` with exit
/// status 70, or `limit` with 71 when the system gives no memory or open files any more. No core dump
/// is made.
/// Both texts must stay where they are as long as the process lives.
void wijkbeeld_guard_crashes(const char *internal, const char *limit);

/// Starts catching the signals that ask a process to stop (SIGTERM, SIGINT, SIGHUP); one that is
/// ignored, as after nohup, stays so; one that was blocked by who started the program is taken. Call it
/// on the thread that waits. It does not matter which threads other libraries started before. Returns 0,
/// or -1 with errno set.
int wijkbeeld_catch_stops(void);

/// Waits until one of the caught signals comes and returns its number.
int wijkbeeld_wait_for_stop(void);

#endif
