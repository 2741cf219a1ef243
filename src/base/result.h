#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace vitrine {

/// A problem of the environment (disk, permission, missing program) that stops an operation: one plain sentence that
/// names what was tried, on what, and why it failed. Problems of the content are diagnostics instead.
struct Failure {
    std::string message;
};

/// What an operation on the environment returns: a value, or why there is none.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value; asking a failed result for it is a bug.
    [[nodiscard]] T& value() {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] const T& value() const {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    /// Why there is no value; asking a good result for it is a bug.
    [[nodiscard]] const Failure& failure() const {
        assert(!ok());
        return *std::get_if<1>(&state_);
    }

private:
    std::variant<T, Failure> state_;
};

/// The result of an operation that yields nothing but success.
using Outcome = Result<std::monostate>;

/// A good outcome.
[[nodiscard]] inline Outcome done() { return std::monostate{}; }

}  // namespace vitrine
