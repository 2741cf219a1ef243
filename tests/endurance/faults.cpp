// Makes the file operations of one program fail, by LD_PRELOAD. faults.py compiles it; nothing else is linked with it.
//
//   VITRINE_FAULT_UNDER=FOLDER   only operations on paths in this folder count
//   VITRINE_FAULT_KIND           changes, reads or all
//   VITRINE_FAULT_AT=N           the Nth of them (from 1) does not happen and fails; without it they are only counted
//   VITRINE_FAULT_ERRNO          the number of the error
//   VITRINE_FAULT_STICKY=1       a full disk: from the Nth on, whatever needs space fails and everything else goes on
//   VITRINE_FAULT_SHORT=1        the first write to fail writes half of its bytes, and says so
//   VITRINE_FAULT_KILL=1         SIGKILL in place of a failure, just before the Nth happens
//   VITRINE_FAULT_NO_EXCHANGE=1  two folders cannot change places, as on NFS
//   VITRINE_FAULT_COUNT=FILE     how many were counted, the number of the first that failed (0: none), and what it was
//
// The file of counts is memory shared with it, so that it is true however the program ends.

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdint>

namespace {

enum Kind { change = 1, look = 2 };

struct Shared {
    uint64_t counted;
    uint64_t fired;
    char what[496];
};

struct Settings {
    Shared own = {};
    Shared* shared = &own;
    char under[PATH_MAX] = "";
    size_t under_size = 0;
    unsigned kinds = change | look;
    uint64_t at = 0;
    int error = EIO;
    bool sticky = false, kill = false, halves = false, no_exchange = false;
};

template <class Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// The function that this library stands in front of.
#define REAL(name) static const auto real = next<decltype(&::name)>(#name)

const char* variable(const char* name) {
    const char* value = getenv(name);
    return value == nullptr ? "" : value;
}

void share_counts(Settings& settings) {
    const int fd =
        next<int (*)(const char*, int, ...)>("open")(variable("VITRINE_FAULT_COUNT"), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) return;
    void* memory = MAP_FAILED;
    if (next<int (*)(int, off_t)>("ftruncate")(fd, sizeof(Shared)) == 0)
        memory = next<void* (*)(void*, size_t, int, int, int, off_t)>("mmap")(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE,
                                                                              MAP_SHARED, fd, 0);
    if (memory != MAP_FAILED) settings.shared = static_cast<Shared*>(memory);
    next<int (*)(int)>("close")(fd);
}

Settings read_settings() {
    Settings settings;
    snprintf(settings.under, sizeof settings.under, "%s", variable("VITRINE_FAULT_UNDER"));
    settings.under_size = strlen(settings.under);
    if (strcmp(variable("VITRINE_FAULT_KIND"), "changes") == 0) settings.kinds = change;
    if (strcmp(variable("VITRINE_FAULT_KIND"), "reads") == 0) settings.kinds = look;
    settings.at = strtoull(variable("VITRINE_FAULT_AT"), nullptr, 10);
    if (*variable("VITRINE_FAULT_ERRNO") != 0) settings.error = atoi(variable("VITRINE_FAULT_ERRNO"));
    settings.sticky = *variable("VITRINE_FAULT_STICKY") != 0;
    settings.kill = *variable("VITRINE_FAULT_KILL") != 0;
    settings.halves = *variable("VITRINE_FAULT_SHORT") != 0;
    settings.no_exchange = *variable("VITRINE_FAULT_NO_EXCHANGE") != 0;
    share_counts(settings);
    return settings;
}

Settings& settings() {
    static Settings* const made = [] {
        static Settings there;
        const Shared* const own = &there.own;
        there = read_settings();
        if (there.shared != own && there.shared->what[0] == 0) there.shared->what[0] = '-';
        return &there;
    }();
    return *made;
}

/// A path in full, counted from an open folder or the current one.
struct Path {
    char text[2 * PATH_MAX] = "";

    explicit Path(int fd) { name_of(fd); }
    Path(int folder, const char* path) {
        size_t size = 0;
        if (path == nullptr) path = "";
        if (*path != '/') {
            size = folder == AT_FDCWD ? (getcwd(text, PATH_MAX) == nullptr ? 0 : strlen(text)) : name_of(folder);
            if (*path != 0) text[size++] = '/';
        }
        snprintf(text + size, sizeof text - size, "%s", path);
    }

private:
    size_t name_of(int fd) {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        const ssize_t size = next<ssize_t (*)(const char*, char*, size_t)>("readlink")(link, text, PATH_MAX);
        text[size < 0 ? 0 : size] = 0;
        return size < 0 ? 0 : static_cast<size_t>(size);
    }
};

[[noreturn]] void die() {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/// Counts an operation. The error that it has to fail with; 0 when it may go on.
int trouble(const char* name, Kind kind, bool needs_space, const Path& path) {
    Settings& s = settings();
    const bool below =
        s.under_size > 0 && strncmp(path.text, s.under, s.under_size) == 0 && strchr("/", path.text[s.under_size]) != nullptr;
    if (!below || (s.kinds & kind) == 0) return 0;
    const uint64_t number = __atomic_add_fetch(&s.shared->counted, 1, __ATOMIC_SEQ_CST);
    if (s.at == 0 || number < s.at || (number > s.at && !s.sticky) || (s.sticky && !needs_space)) return 0;
    uint64_t none = 0;
    if (__atomic_compare_exchange_n(&s.shared->fired, &none, number, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
        snprintf(s.shared->what, sizeof s.shared->what, "%s %s", name, path.text + s.under_size);
    if (s.kill) die();
    return s.error;
}

/// Leaves a function with its failure if the operation is to fail.
#define STOP(name, kind, needs_space, path, failed)                      \
    if (const int error = trouble(name, kind, needs_space, Path path)) { \
        errno = error;                                                   \
        return failed;                                                   \
    }

bool changes(int flags) { return (flags & (O_CREAT | O_WRONLY | O_RDWR | O_TRUNC)) != 0; }

/// Whether this is the write that is to get half of its bytes to the disk.
bool takes_half(size_t size) {
    static bool taken = false;
    return settings().halves && size > 1 && !__atomic_exchange_n(&taken, true, __ATOMIC_SEQ_CST);
}

mode_t mode_in(va_list& rest, int flags) { return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0; }

}  // namespace

extern "C" {

// --- opening ---

#define OPEN(name)                                                                                 \
    int name(const char* path, int flags, ...) {                                                   \
        static const auto real = next<int (*)(const char*, int, ...)>(#name);                      \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        const mode_t mode = mode_in(rest, flags);                                                  \
        va_end(rest);                                                                              \
        STOP("open", changes(flags) ? change : look, (flags & O_CREAT) != 0, (AT_FDCWD, path), -1) \
        return real(path, flags, mode);                                                            \
    }
#define OPENAT(name)                                                                               \
    int name(int folder, const char* path, int flags, ...) {                                       \
        static const auto real = next<int (*)(int, const char*, int, ...)>(#name);                 \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        const mode_t mode = mode_in(rest, flags);                                                  \
        va_end(rest);                                                                              \
        STOP("openat", changes(flags) ? change : look, (flags & O_CREAT) != 0, (folder, path), -1) \
        return real(folder, path, flags, mode);                                                    \
    }
#define FOPEN(name)                                                                                                          \
    FILE* name(const char* path, const char* mode) {                                                                         \
        REAL(name);                                                                                                          \
        STOP("fopen", *mode == 'r' && strchr(mode, '+') == nullptr ? look : change, *mode != 'r', (AT_FDCWD, path), nullptr) \
        return real(path, mode);                                                                                             \
    }

OPEN(open)
OPEN(open64)
OPEN(__open_2)
OPEN(__open64_2)
OPENAT(openat)
OPENAT(openat64)
OPENAT(__openat_2)
OPENAT(__openat64_2)
FOPEN(fopen)
FOPEN(fopen64)

// Every other function: its result, name and parameters, how it is called, and how it counts.
#define FUNCTION(result, name, parameters, arguments, kind, needs_space, path, failed) \
    result name parameters {                                                           \
        static const auto real = next<result(*) parameters>(#name);                    \
        STOP(#name, kind, needs_space, path, failed)                                   \
        return real arguments;                                                         \
    }

#include "faults_functions.inc"

int renameat2(int folder, const char* from, int to_folder, const char* to, unsigned flags) {
    REAL(renameat2);
    STOP("renameat2", change, false, (to_folder, to), -1)
    if (settings().no_exchange && (flags & RENAME_EXCHANGE) != 0) {
        errno = EINVAL;
        return -1;
    }
    return real(folder, from, to_folder, to, flags);
}

ssize_t write(int fd, const void* data, size_t size) {
    REAL(write);
    if (const int error = trouble("write", change, true, Path(fd))) {
        if (takes_half(size)) return real(fd, data, size / 2);
        errno = error;
        return -1;
    }
    return real(fd, data, size);
}

void* mmap(void* where, size_t size, int protection, int flags, int fd, off_t offset) {
    REAL(mmap);
    if (fd >= 0) STOP("mmap", look, false, (fd), MAP_FAILED)
    return real(where, size, protection, flags, fd, offset);
}

/// Programs that call the kernel by number.
long syscall(long number, ...) {
    static const auto real = next<long (*)(long, ...)>("syscall");
    va_list rest;
    va_start(rest, number);
    long a[6];
    for (long& argument : a) argument = va_arg(rest, long);
    va_end(rest);
    const auto text = [&](int i) { return reinterpret_cast<const char*>(a[i]); };
    const auto fd = [&](int i) { return static_cast<int>(a[i]); };
    if (number == SYS_renameat2) STOP("renameat2", change, false, (fd(2), text(3)), -1)
    if (number == SYS_copy_file_range) STOP("copy_file_range", change, true, (fd(2)), -1)
    if (number == SYS_getdents64) STOP("getdents64", look, false, (fd(0)), -1)
    if (number == SYS_statx) STOP("statx", look, false, (fd(0), text(1)), -1)
    return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

}  // extern "C"
