#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

/// iCalendar (RFC 5545), which calendar programs take.
namespace vitrine::calendar {

/// A day to remember. Texts are plain; `url` may be empty.
struct Event {
    std::string uid;  ///< the same for the same event in every calendar, so that a new one replaces the old
    Date day;
    std::string summary;
    std::string description;
    std::string url;
};

/// The calendar as text, with CRLF line ends. Every event has a reminder a week before its day. `stamp` is the moment at which
/// this was true.
[[nodiscard]] std::string to_icalendar(std::string_view name, Instant stamp, const std::vector<Event>& events);

}  // namespace vitrine::calendar
