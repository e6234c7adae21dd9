/*
 * Simulates a remote share: a preloaded library that delays each call that a share would answer over the network, for files and
 * folders below one folder. It counts the calls.
 *
 *   LATENCY_FOLDER=FOLDER LATENCY_MS=5 LATENCY_COUNTS=FILE LD_PRELOAD=latency.so COMMAND...
 *
 * At the end it writes the number of calls of each kind to the file: one line each, a name and a number.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { OPEN, READ, CLOSE, STAT, LOCK, LIST, KINDS };
enum { MAX_FILES = 65536, LISTING_BYTES = 32768 };

static const char *const names[KINDS] = { "open", "read", "close", "stat", "lock", "list" };
static atomic_long counts[KINDS];

/* For each open file or folder: 0 if it is not on the share; for a folder, one more than the used bytes of the last listing. */
static atomic_int on_share[MAX_FILES];

static char folder[4096];
static size_t folder_length;
static struct timespec delay;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

__attribute__((constructor)) static void start(void)
{
    const char *wanted = getenv("LATENCY_FOLDER"), *milliseconds = getenv("LATENCY_MS");
    if (!wanted || !realpath(wanted, folder)) return;
    folder_length = strlen(folder);
    long nanoseconds = (long)((milliseconds ? atof(milliseconds) : 0) * 1e6);
    delay = (struct timespec){ nanoseconds / 1000000000, nanoseconds % 1000000000 };
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("LATENCY_COUNTS");
    FILE *file = folder_length && path ? fopen(path, "w") : NULL;
    if (!file) return;
    for (int kind = 0; kind < KINDS; kind++) fprintf(file, "%s %ld\n", names[kind], atomic_load(&counts[kind]));
    fclose(file);
}

static void wait_for(int kind)
{
    atomic_fetch_add(&counts[kind], 1);
    clock_nanosleep(CLOCK_MONOTONIC, 0, &delay, NULL);
}

static int is_path_on_share(const char *path)
{
    return folder_length && path && !strncmp(path, folder, folder_length) && (path[folder_length] == '/' || !path[folder_length]);
}

static int is_on_share(int file)
{
    return file >= 0 && file < MAX_FILES && atomic_load(&on_share[file]);
}

static int note_open(int file, int is_here)
{
    if (file >= 0 && file < MAX_FILES) atomic_store(&on_share[file], is_here);
    return file;
}

/* The runtime looks functions of libc up in libc itself, past this library: it is given all that is loaded instead. */
void *dlopen(const char *name, int flags)
{
    void *(*next)(const char *, int) = real("dlopen");
    return next(name && (!strcmp(name, "libc") || !strcmp(name, "libc.so.6")) ? NULL : name, flags);
}

#define OPEN_FUNCTION(name)                                     \
    int name(const char *path, int flags, ...)                  \
    {                                                           \
        va_list rest;                                           \
        va_start(rest, flags);                                  \
        mode_t mode = va_arg(rest, mode_t);                     \
        va_end(rest);                                           \
        int is_here = is_path_on_share(path);                   \
        if (is_here) wait_for(OPEN);                            \
        return note_open(REAL(name)(path, flags, mode), is_here); \
    }
OPEN_FUNCTION(open)
OPEN_FUNCTION(open64)

#define OPENAT_FUNCTION(name)                                   \
    int name(int at, const char *path, int flags, ...)          \
    {                                                           \
        va_list rest;                                           \
        va_start(rest, flags);                                  \
        mode_t mode = va_arg(rest, mode_t);                     \
        va_end(rest);                                           \
        int is_here = is_path_on_share(path);                   \
        if (is_here) wait_for(OPEN);                            \
        return note_open(REAL(name)(at, path, flags, mode), is_here); \
    }
OPENAT_FUNCTION(openat)
OPENAT_FUNCTION(openat64)

ssize_t read(int file, void *bytes, size_t count)
{
    if (is_on_share(file)) wait_for(READ);
    return REAL(read)(file, bytes, count);
}

#define PREAD_FUNCTION(name, offset_type)                                       \
    ssize_t name(int file, void *bytes, size_t count, offset_type offset)       \
    {                                                                           \
        if (is_on_share(file)) wait_for(READ);                                  \
        return REAL(name)(file, bytes, count, offset);                          \
    }
PREAD_FUNCTION(pread, off_t)
PREAD_FUNCTION(pread64, off64_t)

int close(int file)
{
    if (is_on_share(file)) {
        wait_for(CLOSE);
        note_open(file, 0);
    }
    return REAL(close)(file);
}

int flock(int file, int operation)
{
    if (is_on_share(file)) wait_for(LOCK);
    return REAL(flock)(file, operation);
}

#define FSTAT_FUNCTION(name, type)              \
    int name(int file, struct type *result)     \
    {                                           \
        if (is_on_share(file)) wait_for(STAT);  \
        return REAL(name)(file, result);        \
    }
FSTAT_FUNCTION(fstat, stat)
FSTAT_FUNCTION(fstat64, stat64)

#define STAT_FUNCTION(name, type)                       \
    int name(const char *path, struct type *result)     \
    {                                                   \
        if (is_path_on_share(path)) wait_for(STAT);     \
        return REAL(name)(path, result);                \
    }
STAT_FUNCTION(stat, stat)
STAT_FUNCTION(stat64, stat64)
STAT_FUNCTION(lstat, stat)
STAT_FUNCTION(lstat64, stat64)

/* The names of the same in libraries that are made for old systems, as the runtime's are. */
#define OLD_FSTAT_FUNCTION(name, type)                          \
    int name(int version, int file, struct type *result)        \
    {                                                           \
        if (is_on_share(file)) wait_for(STAT);                  \
        return ((int (*)(int, int, struct type *))real(#name))(version, file, result); \
    }
OLD_FSTAT_FUNCTION(__fxstat, stat)
OLD_FSTAT_FUNCTION(__fxstat64, stat64)

#define OLD_STAT_FUNCTION(name, type)                                   \
    int name(int version, const char *path, struct type *result)        \
    {                                                                   \
        if (is_path_on_share(path)) wait_for(STAT);                     \
        return ((int (*)(int, const char *, struct type *))real(#name))(version, path, result); \
    }
OLD_STAT_FUNCTION(__xstat, stat)
OLD_STAT_FUNCTION(__xstat64, stat64)
OLD_STAT_FUNCTION(__lxstat, stat)
OLD_STAT_FUNCTION(__lxstat64, stat64)

DIR *opendir(const char *path)
{
    int is_here = is_path_on_share(path);
    if (is_here) wait_for(OPEN);
    DIR *directory = REAL(opendir)(path);

    /* Nothing is listed yet: the first entry has to be asked for. */
    if (directory) note_open(dirfd(directory), is_here ? LISTING_BYTES : 0);
    return directory;
}

/* A call of the system lists as many entries as fit in a buffer, and the last one lists none. */
static void note_entry(DIR *directory, int bytes)
{
    int file = dirfd(directory);
    if (!is_on_share(file)) return;
    int used = atomic_load(&on_share[file]) + bytes;
    if (!bytes || used > LISTING_BYTES) {
        wait_for(LIST);
        used = 1 + bytes;
    }
    atomic_store(&on_share[file], used);
}

#define READDIR_FUNCTION(name, type)                            \
    struct type *name(DIR *directory)                           \
    {                                                           \
        struct type *entry = REAL(name)(directory);             \
        note_entry(directory, entry ? entry->d_reclen : 0);     \
        return entry;                                           \
    }
READDIR_FUNCTION(readdir, dirent)
READDIR_FUNCTION(readdir64, dirent64)

int closedir(DIR *directory)
{
    int file = dirfd(directory);
    if (is_on_share(file)) {
        wait_for(CLOSE);
        note_open(file, 0);
    }
    return REAL(closedir)(directory);
}
