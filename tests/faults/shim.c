/* Preloaded into a process (LD_PRELOAD), makes its nth system call of one kind below one folder fail, or kills it there.
 *
 * FAULT_ROOT  the folder; calls elsewhere are let pass
 * FAULT_CALL  open, write, fsync or rename
 * FAULT_NTH   which of them, from 1; 0 for none
 * FAULT_WITH  the errno to fail with, or -1 to be killed before the call, -2 to be killed after it
 * FAULT_LOG   gets a line for each such call, so that one can tell how many there are
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static int below_root(const char *path) {
    const char *root = getenv("FAULT_ROOT");
    return root && strncmp(path, root, strlen(root)) == 0 && !strstr(path, "/../");
}

/* Where a path leads from a folder, as text: nothing is looked up. */
static int named_below_root(int folder, const char *path) {
    char whole[2 * PATH_MAX], link[64];
    if (path[0] == '/') return below_root(path);
    if (folder == AT_FDCWD) {
        if (!getcwd(whole, PATH_MAX)) return 0;
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        ssize_t length = readlink(link, whole, PATH_MAX - 1);
        if (length < 0) return 0;
        whole[length] = 0;
    }
    strcat(whole, "/");
    strncat(whole, path, PATH_MAX - 1);
    return below_root(whole);
}

static int held_below_root(int handle) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below_root(path);
}

/* What is to be done with a call: 0 nothing, else FAULT_WITH. */
static int fault(const char *call) {
    static int seen = 0;
    const char *wanted = getenv("FAULT_CALL"), *nth = getenv("FAULT_NTH"), *with = getenv("FAULT_WITH");
    const char *log = getenv("FAULT_LOG");
    if (!wanted || strcmp(wanted, call) != 0) return 0;
    if (log) {
        int saved = errno, handle = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT, 0600);
        if (handle >= 0) {
            syscall(SYS_write, handle, ".\n", 2);
            syscall(SYS_close, handle);
        }
        errno = saved;
    }
    return ++seen == (nth ? atoi(nth) : 0) && with ? atoi(with) : 0;
}

static void die(void) { raise(SIGKILL); }

#define CALL(kind, is_below, type, invocation)      \
    do {                                            \
        int with = (is_below) ? fault(kind) : 0;    \
        if (with > 0) { errno = with; return -1; }  \
        if (with == -1) die();                      \
        type result = (invocation);                 \
        if (with == -2) die();                      \
        return result;                              \
    } while (0)

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPEN(name)                                                                      \
    int name(const char *path, int flags, ...) {                                        \
        va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
        CALL("open", named_below_root(AT_FDCWD, path), int, REAL(name)(path, flags, mode)); \
    }
#define OPENAT(name)                                                                    \
    int name(int folder, const char *path, int flags, ...) {                            \
        va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
        CALL("open", named_below_root(folder, path), int, REAL(name)(folder, path, flags, mode)); \
    }

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int handle, const void *bytes, size_t count) {
    CALL("write", held_below_root(handle), ssize_t, REAL(write)(handle, bytes, count));
}

ssize_t pwrite(int handle, const void *bytes, size_t count, off_t at) {
    CALL("write", held_below_root(handle), ssize_t, REAL(pwrite)(handle, bytes, count, at));
}

ssize_t pwrite64(int handle, const void *bytes, size_t count, off64_t at) {
    CALL("write", held_below_root(handle), ssize_t, REAL(pwrite64)(handle, bytes, count, at));
}

int fsync(int handle) { CALL("fsync", held_below_root(handle), int, REAL(fsync)(handle)); }

int fdatasync(int handle) { CALL("fsync", held_below_root(handle), int, REAL(fdatasync)(handle)); }

int rename(const char *from, const char *to) {
    CALL("rename", named_below_root(AT_FDCWD, to), int, REAL(rename)(from, to));
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    CALL("rename", named_below_root(to_folder, to), int, REAL(renameat)(from_folder, from, to_folder, to));
}
