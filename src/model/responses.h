#pragma once

#include <cassert>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "model/response.h"

namespace vitrine {

/// Responses in an order. Each is an immutable value that several sites may share: a preview makes its site anew at every edit,
/// and all responses but the edited one are those of the site before, which stays whole.
class Responses {
public:
    using Shared = std::shared_ptr<const Response>;

    class Iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Response;
        using difference_type = std::ptrdiff_t;
        using pointer = const Response*;
        using reference = const Response&;

        Iterator() = default;
        explicit Iterator(const Shared* at) : at_(at) {}
        reference operator*() const { return **at_; }
        pointer operator->() const { return at_->get(); }
        reference operator[](difference_type n) const { return *at_[n]; }
        Iterator& operator++() { return *this += 1; }
        Iterator& operator--() { return *this += -1; }
        Iterator operator++(int) { return std::exchange(*this, *this + 1); }
        Iterator operator--(int) { return std::exchange(*this, *this - 1); }
        Iterator& operator+=(difference_type n) {
            at_ += n;
            return *this;
        }
        Iterator& operator-=(difference_type n) { return *this += -n; }
        friend Iterator operator+(Iterator a, difference_type n) { return a += n; }
        friend Iterator operator+(difference_type n, Iterator a) { return a += n; }
        friend Iterator operator-(Iterator a, difference_type n) { return a -= n; }
        friend difference_type operator-(Iterator a, Iterator b) { return a.at_ - b.at_; }
        friend auto operator<=>(Iterator a, Iterator b) = default;

    private:
        const Shared* at_ = nullptr;
    };
    using value_type = Response;
    using const_iterator = Iterator;

    Responses() = default;
    Responses(std::initializer_list<Response> responses) {
        for (const Response& response : responses) push_back(response);
    }
    Responses(std::vector<Response> responses) {
        for (Response& response : responses) push_back(std::move(response));
    }

    void push_back(Response response) { all_.push_back(std::make_shared<const Response>(std::move(response))); }
    void push_back(Shared response) { all_.push_back(std::move(response)); }
    void reserve(std::size_t count) { all_.reserve(count); }
    /// Puts another response in the place of one.
    void replace(std::size_t index, Response response) { all_.at(index) = std::make_shared<const Response>(std::move(response)); }

    [[nodiscard]] const Response& operator[](std::size_t index) const {
        assert(index < all_.size());
        return *all_[index];
    }
    [[nodiscard]] const Response& at(std::size_t index) const { return *all_.at(index); }
    [[nodiscard]] const Response& front() const { return (*this)[0]; }
    [[nodiscard]] const Response& back() const { return (*this)[all_.size() - 1]; }
    /// The response, to be held by another site as well.
    [[nodiscard]] const Shared& share(std::size_t index) const { return all_.at(index); }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    [[nodiscard]] Iterator begin() const { return Iterator(all_.data()); }
    [[nodiscard]] Iterator end() const { return Iterator(all_.data() + all_.size()); }

private:
    std::vector<Shared> all_;
};

}  // namespace vitrine
