#include "io/http_message.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "base/ascii.h"

namespace vitrine::io {
namespace {

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

/// Now, as `Date` says it (RFC 9110, section 5.6.7). It is the same for many answers.
const std::string& date_field() {
    static std::time_t second = -1;
    static std::string field;
    if (const std::time_t now = std::time(nullptr); now != second) {
        second = now;
        std::tm parts = {};
        ::gmtime_r(&now, &parts);
        std::array<char, 64> text = {};
        // The program's locale is always "C".
        field.assign(text.data(), std::strftime(text.data(), text.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts));
    }
    return field;
}

}  // namespace

std::string_view HttpRequest::field(std::string_view name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return same_name(field.first, name); });
    return found == fields.end() ? std::string_view() : found->second;
}

std::size_t HttpRequest::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::count_if(fields.begin(), fields.end(), [&](const auto& field) { return same_name(field.first, name); }));
}

HttpAnswer HttpAnswer::of(unsigned status, std::shared_ptr<const std::string> body) {
    HttpAnswer answer;
    answer.status = status;
    answer.size = body == nullptr ? 0 : body->size();
    answer.body = std::move(body);
    return answer;
}

std::string head_of(const HttpAnswer& answer, std::string_view reason, std::uint64_t size, bool close) {
    std::string head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(std::to_string(answer.status)).append(" ").append(reason).append("\r\n");
    for (const auto& [name, value] : answer.fields) head.append(name).append(": ").append(value).append("\r\n");
    head += date_field();
    // RFC 9112, 6.3: neither of the two has a body, whatever a length would say.
    if (!answer.is_stream && answer.status != 304) head.append("Content-Length: ").append(std::to_string(size)).append("\r\n");
    if (close) head.append("Connection: close\r\n");
    return head.append("\r\n");
}

}  // namespace vitrine::io
