#define _GNU_SOURCE
#include "CSystem.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

int wijkbeeld_exchange(int left_folder, const char *left, int right_folder, const char *right) {
  return renameat2(left_folder, left, right_folder, right, RENAME_EXCHANGE);
}

int wijkbeeld_rename_new(int left_folder, const char *left, int right_folder, const char *right) {
  return renameat2(left_folder, left, right_folder, right, RENAME_NOREPLACE);
}

int wijkbeeld_open_passage(int folder, const char *name, int follows_link) {
  int flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
  return openat(folder, name, follows_link ? flags : flags | O_NOFOLLOW);
}

int wijkbeeld_openat(int folder, const char *name, int flags, unsigned int mode) {
  return openat(folder, name, flags, (mode_t)mode);
}

static const char *internal_sentence = "";
static const char *limit_sentence = "";
static char signal_stack[64 << 10];

// Swift traps when an allocation fails, and libraries abort without open files, as they do on a fault
// in the program; they are told apart by asking once more for a file and for memory. Only functions
// that are safe in a signal handler are used.
static int is_at_limit(void) {
  int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (file < 0 && (errno == EMFILE || errno == ENFILE)) return 1;
  if (file >= 0) close(file);
  size_t wanted = 32u << 20;
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
      limit.rlim_cur / 4 > wanted) {
    wanted = limit.rlim_cur / 4;
  }
  void *block = mmap(NULL, wanted, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (block == MAP_FAILED) return 1;
  munmap(block, wanted);
  return 0;
}

static void crashed(int number) {
  (void)number;
  int is_limit = is_at_limit();
  const char *sentence = is_limit ? limit_sentence : internal_sentence;
  if (write(STDERR_FILENO, sentence, strlen(sentence)) < 0) { /* nobody listens any more */ }
  _exit(is_limit ? 71 : 70);
}

void wijkbeeld_guard_crashes(const char *internal, const char *limit_text) {
  internal_sentence = internal;
  limit_sentence = limit_text;
  // What a core dump would hold are rows of persons.
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  const int numbers[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  for (size_t place = 0; place < sizeof numbers / sizeof *numbers; place++) {
    sigaction(numbers[place], &action, NULL);
  }
}

static sem_t stops;
static volatile sig_atomic_t stop_number;

static void stop_asked(int number) {
  int before = errno;
  stop_number = number;
  sem_post(&stops);
  errno = before;
}

int wijkbeeld_catch_stops(void) {
  if (sem_init(&stops, 0, 0) != 0) return -1;
  const int numbers[] = {SIGTERM, SIGINT, SIGHUP};
  sigset_t ours;
  sigemptyset(&ours);
  for (size_t place = 0; place < sizeof numbers / sizeof *numbers; place++) {
    struct sigaction action;
    if (sigaction(numbers[place], NULL, &action) != 0) return -1;
    if (action.sa_handler == SIG_IGN) continue;
    memset(&action, 0, sizeof action);
    action.sa_handler = stop_asked;
    action.sa_flags = SA_RESTART;
    if (sigaction(numbers[place], &action, NULL) != 0) return -1;
    sigaddset(&ours, numbers[place]);
  }
  // Who starts the program may have blocked them by accident, as worker threads do; then nothing could
  // stop it in peace. One thread that takes them is enough.
  return pthread_sigmask(SIG_UNBLOCK, &ours, NULL) == 0 ? 0 : -1;
}

int wijkbeeld_wait_for_stop(void) {
  while (sem_wait(&stops) != 0 && errno == EINTR) {
  }
  return stop_number;
}
