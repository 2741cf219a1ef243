#include "formats/calendar.h"

#include <libical/ical.h>

#include <memory>

namespace vitrine::calendar {
namespace {

icaltimetype time_of(Date day) {
    icaltimetype time = icaltime_null_date();
    time.year = int{day.year()};
    time.month = static_cast<int>(unsigned{day.month()});
    time.day = static_cast<int>(unsigned{day.day()});
    return time;
}

icaltimetype time_of(Instant instant) {
    const auto midnight = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss clock(instant - midnight);
    icaltimetype time = time_of(Date(midnight));
    time.is_date = 0;
    time.hour = static_cast<int>(clock.hours().count());
    time.minute = static_cast<int>(clock.minutes().count());
    time.second = static_cast<int>(clock.seconds().count());
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

icalcomponent* reminder_of(const Event& event) {
    icalcomponent* alarm = icalcomponent_new_valarm();
    icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    icalcomponent_add_property(alarm, icalproperty_new_description(event.summary.c_str()));
    icalcomponent_add_property(alarm, icalproperty_new_trigger(icaltriggertype_from_string("-P7D")));
    return alarm;
}

icalcomponent* component_of(const Event& event, Instant stamp) {
    icalcomponent* component = icalcomponent_new_vevent();
    icalcomponent_add_property(component, icalproperty_new_uid(event.uid.c_str()));
    icalcomponent_add_property(component, icalproperty_new_dtstamp(time_of(stamp)));
    icalcomponent_add_property(component, icalproperty_new_dtstart(time_of(event.day)));
    icalcomponent_add_property(component, icalproperty_new_summary(event.summary.c_str()));
    icalcomponent_add_property(component, icalproperty_new_description(event.description.c_str()));
    if (!event.url.empty()) icalcomponent_add_property(component, icalproperty_new_url(event.url.c_str()));
    // A deadline does not make anybody busy.
    icalcomponent_add_property(component, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    icalcomponent_add_component(component, reminder_of(event));
    return component;
}

icalproperty* name_property(std::string_view name) {
    icalproperty* property = icalproperty_new_x(std::string(name).c_str());
    icalproperty_set_x_name(property, "X-WR-CALNAME");
    return property;
}

}  // namespace

std::string to_icalendar(std::string_view name, Instant stamp, const std::vector<Event>& events) {
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(icalcomponent_new_vcalendar(), icalcomponent_free);
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//vitrine//due//EN"));
    icalcomponent_add_property(calendar.get(), name_property(name));
    for (const Event& event : events) icalcomponent_add_component(calendar.get(), component_of(event, stamp));
    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                                       [](void* buffer) { icalmemory_free_buffer(buffer); });
    return text.get();
}

}  // namespace vitrine::calendar
