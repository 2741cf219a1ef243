#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/date.h"
#include "base/digest.h"

/// Values as bytes and back, for what the program notes for its own next run. A type that both directions know has one
/// function `fields(archive, value)` that names its members once: `archive(value.a, value.b)`.
///
/// The bytes belong to this program on this machine: they are never an exchange format.
namespace vitrine {

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

/// Appends values to a string of bytes.
class Encoder {
public:
    template <class... Ts>
    void operator()(const Ts&... values) {
        (put(values), ...);
    }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    template <Plain T>
    void put(const T& value) {
        const std::size_t at = bytes_.size();
        bytes_.resize(at + sizeof value);
        std::memcpy(bytes_.data() + at, &value, sizeof value);
    }
    void put(const Date& date) { put(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())); }
    template <class Rep, class Period>
    void put(const std::chrono::duration<Rep, Period>& duration) {
        put(duration.count());
    }
    void put(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    template <class T>
    void put(const std::vector<T>& values) {
        put(static_cast<std::uint32_t>(values.size()));
        for (const T& value : values) put(value);
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class T>
        requires(!Plain<T>)
    void put(const T& value) {
        // `fields` takes what it names by reference for the sake of the decoder; an encoder only reads it.
        fields(*this, const_cast<T&>(value));
    }

    std::string bytes_;
};

/// Reads values in the order in which an encoder wrote them. Bytes that end too early leave the rest of the values as they
/// are, and `good` false.
class Decoder {
public:
    explicit Decoder(std::string_view bytes) : rest_(bytes) {}

    template <class... Ts>
    void operator()(Ts&... values) {
        (get(values), ...);
    }

    [[nodiscard]] bool good() const { return good_; }

private:
    /// From here on nothing is read.
    void refuse() {
        good_ = false;
        rest_ = {};
    }

    /// The next bytes; nothing, and no longer good, when there are fewer.
    std::string_view next(std::size_t size) {
        if (size > rest_.size()) {
            refuse();
            return {};
        }
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }

    template <Plain T>
    void get(T& value) {
        if (const std::string_view bytes = next(sizeof value); !bytes.empty()) std::memcpy(&value, bytes.data(), sizeof value);
    }
    void get(bool& value) {
        std::uint8_t byte = value ? 1 : 0;
        get(byte);
        // Nobody wrote another one, and it would be no value of the type.
        if (byte > 1) refuse();
        value = byte == 1;
    }
    void get(Date& date) {
        std::int32_t days = 0;
        get(days);
        date = std::chrono::sys_days(std::chrono::days(days));
    }
    template <class Rep, class Period>
    void get(std::chrono::duration<Rep, Period>& duration) {
        Rep count{};
        get(count);
        duration = std::chrono::duration<Rep, Period>(count);
    }
    void get(std::string& text) { text.assign(next(count())); }
    template <class T>
    void get(std::vector<T>& values) {
        values.resize(count());
        for (T& value : values) get(value);
    }
    template <class T>
    void get(std::optional<T>& value) {
        bool present = false;
        get(present);
        if (present) get(value.emplace());
    }
    template <class T>
        requires(!Plain<T>)
    void get(T& value) {
        fields(*this, value);
    }

    /// How many elements follow. Each takes a byte at least, so that damaged bytes cannot ask for more memory than they fill.
    std::size_t count() {
        std::uint32_t size = 0;
        get(size);
        if (size > rest_.size()) refuse();
        return good_ ? size : 0;
    }

    std::string_view rest_;
    bool good_ = true;
};

template <class Archive>
void fields(Archive& archive, Digest& digest) {
    archive(digest.high, digest.low);
}

}  // namespace vitrine
