#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace vitrine {

std::size_t default_jobs() { return std::max<std::size_t>(1, std::thread::hardware_concurrency()); }

void parallel_for(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work) {
    const std::size_t threads = std::min(jobs, count);
    if (threads <= 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    std::atomic<std::size_t> next = 0;
    std::exception_ptr first_error;
    std::mutex error_mutex;
    const auto run = [&] {
        for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) {
            try {
                work(i);
            } catch (...) {
                const std::scoped_lock lock(error_mutex);
                if (!first_error) first_error = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 1; i < threads; ++i) workers.emplace_back(run);
        run();
    }
    if (first_error) std::rethrow_exception(first_error);
}

}  // namespace vitrine
