#include "io/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <utility>

#include "base/text.h"
#include "io/descriptor.h"
#include "io/failure.h"
#include "io/paths.h"

extern char** environ;

namespace vitrine::io {
namespace {

constexpr std::size_t most_errors = std::size_t{64} << 10U;

struct Pipe {
    Descriptor read{-1};
    Descriptor write{-1};
};

std::optional<Pipe> open_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A child that is stopped, with all that it started, unless it has ended.
class Child {
public:
    /// Starts it with that input and its outputs at the ends of two pipes; the error number when that is not possible.
    int start(const std::vector<std::string>& words, const Descriptor& input, const Pipe& output, const Pipe& errors) {
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        posix_spawn_file_actions_adddup2(&actions, input.get(), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output.write.get(), STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, errors.write.get(), STDERR_FILENO);
        // A group of its own, so that what it starts is stopped with it.
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        const int error = ::posix_spawnp(&pid_, arguments.front(), &actions, &attributes, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
        if (error != 0) pid_ = -1;
        return error;
    }
    Child() = default;
    ~Child() {
        if (pid_ < 0) return;
        ::kill(-pid_, SIGKILL);
        static_cast<void>(wait());
    }
    Child(const Child&) = delete;
    Child(Child&&) = delete;
    Child& operator=(const Child&) = delete;
    Child& operator=(Child&&) = delete;

    void limit_memory(std::size_t bytes) const {
        const rlimit most{bytes, bytes};
        ::prlimit(pid_, RLIMIT_AS, &most, nullptr);
    }

    /// Its exit status once it has ended.
    int wait() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

private:
    pid_t pid_ = -1;
};

enum class Read { more, end, failed };

/// Takes what waits in a pipe, and keeps up to `most` bytes and one.
Read take(const Descriptor& from, std::string& into, std::size_t most) {
    std::array<char, 65536> buffer{};
    const auto count = ::read(from.get(), buffer.data(), buffer.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN ? Read::more : Read::failed;
    if (count == 0) return Read::end;
    into.append(buffer.data(), std::min(static_cast<std::size_t>(count), most + 1 - std::min(into.size(), most + 1)));
    return Read::more;
}

/// Reads both outputs until they end.
Outcome collect(const std::string& name, const Pipe& output, const Pipe& errors, const ProcessLimits& limits,
                FinishedProcess& finished) {
    const auto end = std::chrono::steady_clock::now() + limits.time;
    std::array<pollfd, 2> waiting{pollfd{output.read.get(), POLLIN, 0}, pollfd{errors.read.get(), POLLIN, 0}};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
        if (left <= 0)
            return Failure{name + " was stopped after " +
                           counted(static_cast<std::size_t>(limits.time.count()), "second", "seconds")};
        if (::poll(waiting.data(), waiting.size(), static_cast<int>(left)) < 0 && errno != EINTR)
            return failure("wait for", name, errno);
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
            const bool is_output = i == 0;
            const Read read = take(is_output ? output.read : errors.read, is_output ? finished.output : finished.errors,
                                   is_output ? limits.output : most_errors);
            if (read == Read::failed) return failure("read from", name, errno);
            if (read == Read::end) waiting[i].fd = -1;
        }
        if (finished.output.size() > limits.output)
            return Failure{name + " was stopped because it wrote more than " + grouped(limits.output >> 20U) + " MB"};
    }
    return done();
}

}  // namespace

bool is_installed(const std::string& program) {
    const char* path = std::getenv("PATH");
    if (path == nullptr) return false;
    for (const std::string_view folder : split(path, ':'))
        if (::access(join(folder, program).c_str(), X_OK) == 0) return true;
    return false;
}

Result<FinishedProcess> run_program(const std::vector<std::string>& words, std::string_view input, const ProcessLimits& limits) {
    // In memory, and not in a pipe that would have to be fed while the outputs are read.
    const Descriptor stored(::memfd_create("input", MFD_CLOEXEC));
    if (!stored.is_open() || !write_fully(stored.get(), input) || ::lseek(stored.get(), 0, SEEK_SET) != 0)
        return failure("start", words.front(), errno);
    auto output = open_pipe(), errors = open_pipe();
    if (!output || !errors) return failure("start", words.front(), errno);
    Child child;
    if (const int error = child.start(words, stored, *output, *errors); error != 0) return failure("start", words.front(), error);
    if (limits.memory != 0) child.limit_memory(limits.memory);
    static_cast<void>(output->write.close());
    static_cast<void>(errors->write.close());
    FinishedProcess finished;
    if (const Outcome read = collect(words.front(), *output, *errors, limits, finished); !read) return read.failure();
    finished.status = child.wait();
    return finished;
}

}  // namespace vitrine::io
