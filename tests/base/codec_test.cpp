#include "base/codec.h"

#include <catch2/catch.hpp>

using namespace vitrine;

namespace {

enum class Colour : std::uint8_t { red, green };

struct Entry {
    std::string name;
    std::optional<std::int64_t> order;

    friend bool operator==(const Entry&, const Entry&) = default;
};

template <class Archive>
void fields(Archive& archive, Entry& entry) {
    archive(entry.name, entry.order);
}

/// A field of every kind that is ever noted.
struct Record {
    bool yes = false;
    std::int64_t number = 0;
    double share = 0;
    Colour colour = Colour::red;
    Date day = std::chrono::sys_days{};
    std::chrono::minutes time{};
    std::string text;
    std::vector<Entry> entries;
    std::vector<std::uint32_t> numbers;
    std::optional<std::string> present;
    std::optional<std::string> absent;
    Digest digest;

    friend bool operator==(const Record&, const Record&) = default;
};

template <class Archive>
void fields(Archive& archive, Record& record) {
    archive(record.yes, record.number, record.share, record.colour, record.day, record.time, record.text, record.entries,
            record.numbers, record.present, record.absent, record.digest);
}

Record sample() {
    Record record;
    record.yes = true;
    record.number = -40'000'000'000;
    record.share = 0.125;
    record.colour = Colour::green;
    record.day = parse_date("1829-09-29").value();
    record.time = std::chrono::minutes(-75);
    record.text = std::string("Llŷn\0\n", 7);
    record.entries = {{"first", 1}, {"", std::nullopt}, {"third", -3}};
    record.numbers = {0, 4'294'967'295};
    record.present = "";
    record.digest = {1, 2};
    return record;
}

std::string encoded(const Record& record) {
    Encoder encoder;
    encoder(record);
    return encoder.take();
}

/// What the bytes say; nothing when they are refused.
std::optional<Record> decoded(std::string_view bytes) {
    Decoder decoder(bytes);
    Record record;
    decoder(record);
    return decoder.good() ? std::optional(std::move(record)) : std::nullopt;
}

/// A list of three numbers of which the count was overwritten.
std::string list_that_claims(std::uint32_t count) {
    Encoder encoder;
    encoder(std::vector<std::uint64_t>{7, 8, 9});
    std::string bytes = encoder.take();
    std::memcpy(bytes.data(), &count, sizeof count);
    return bytes;
}

}  // namespace

TEST_CASE("Values are read as they were written, whatever their kind") {
    CHECK(decoded(encoded(sample())) == sample());
    CHECK(decoded(encoded(Record{})) == Record{});
}

TEST_CASE("Values that are written one by one can be read at once, and the other way round") {
    Encoder one_by_one, at_once;
    one_by_one(std::string("text"));
    one_by_one(7);
    at_once(std::string("text"), 7);
    CHECK(one_by_one.bytes() == at_once.bytes());
    Decoder decoder(at_once.bytes());
    std::string text;
    int number = 0;
    decoder(text);
    decoder(number);
    CHECK(decoder.good());
    CHECK(text == "text");
    CHECK(number == 7);
}

TEST_CASE("Bytes that end too early are refused, wherever they end") {
    const std::string whole = encoded(sample());
    std::size_t refused = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) refused += decoded(std::string_view(whole).substr(0, size)) ? 0 : 1;
    CHECK(refused == whole.size());
}

TEST_CASE("What stands before the end of bytes that were cut off is read nevertheless") {
    Encoder encoder;
    encoder(std::string("whole"), std::uint64_t{7}, std::uint64_t{8});
    Decoder decoder(std::string_view(encoder.bytes()).substr(0, encoder.bytes().size() - 1));
    std::string text;
    std::uint64_t first = 0, second = 5;
    decoder(text, first, second);
    CHECK_FALSE(decoder.good());
    CHECK(text == "whole");
    CHECK(first == 7);
    CHECK(second == 5);
}

TEST_CASE("A damaged byte is refused or seen in the values, whichever byte it is") {
    const std::string whole = encoded(sample());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            const std::optional<Record> record = decoded(damaged);
            if (!record) continue;
            // The highest byte of a date counts days beyond all years that there can be.
            constexpr std::size_t highest_of_date = 21;
            if (*record == sample() && at != highest_of_date)
                FAIL_CHECK("bit " << bit << " of byte " << at << " makes no difference");
            // A count that was damaged upwards must not be believed.
            if (record->entries.size() + record->numbers.size() + record->text.size() > whole.size()) FAIL_CHECK("byte " << at);
        }
    }
}

TEST_CASE("A list that claims more elements than there are bytes takes no memory") {
    for (const std::uint32_t count : {25U, 1000U, 0xFFFFFFFFU}) {
        CAPTURE(count);
        const std::string bytes = list_that_claims(count);
        Decoder decoder(bytes);
        std::vector<std::uint64_t> list;
        decoder(list);
        CHECK_FALSE(decoder.good());
        CHECK(list.capacity() == 0);
    }
}

TEST_CASE("A list that claims a few elements too many is refused") {
    const std::string bytes = list_that_claims(4);
    Decoder decoder(bytes);
    std::vector<std::uint64_t> list;
    decoder(list);
    CHECK_FALSE(decoder.good());
}

TEST_CASE("After the first refusal nothing more is read") {
    Encoder encoder;
    encoder(std::uint32_t{0xFFFFFFFF}, std::uint32_t{1});
    Decoder decoder(encoder.bytes());
    std::string text;
    std::uint32_t number = 5;
    decoder(text, number);
    CHECK_FALSE(decoder.good());
    CHECK(text.empty());
    CHECK(number == 5);
}
