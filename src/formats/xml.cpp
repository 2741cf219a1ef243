#include "formats/xml.h"

#include <libxml/parser.h>
#include <libxml/xmlwriter.h>

#include <new>
#include <string_view>

namespace vitrine::xml {
namespace {

/// Writing to memory fails only for want of it.
void check(int result) {
    if (result < 0) throw std::bad_alloc();
}

/// libxml2 sets up tables at its first use, which must not be that of two threads.
void initialise() {
    static const bool done = (xmlInitParser(), true);
    static_cast<void>(done);
}

/// How many bytes at the beginning are one character that XML 1.0 has no place for (production 2 of the standard).
std::size_t size_of_forbidden(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x20) return first == '\t' || first == '\n' || first == '\r' ? 0 : 1;
    return text.starts_with("\uFFFE") || text.starts_with("\uFFFF") ? 3 : 0;
}

std::string allowed(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t forbidden = size_of_forbidden(text);
        if (forbidden > 0)
            out += "\uFFFD";
        else
            out += text.front();
        text.remove_prefix(forbidden > 0 ? forbidden : 1);
    }
    return out;
}

const xmlChar* chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

}  // namespace

struct Writer::State {
    std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer{xmlBufferCreate(), xmlBufferFree};
    std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer{xmlNewTextWriterMemory(buffer.get(), 0), xmlFreeTextWriter};
    Form form;

    explicit State(Form f) : form(f) {
        if (!buffer || !writer) throw std::bad_alloc();
    }
};

Writer::Writer(Form form) {
    initialise();
    state_ = std::make_unique<State>(form);
    if (form == Form::fragment) return;
    check(xmlTextWriterSetIndent(state_->writer.get(), 1));
    check(xmlTextWriterStartDocument(state_->writer.get(), nullptr, "UTF-8", nullptr));
}

Writer::~Writer() = default;

void Writer::begin(const char* name, Attributes attributes) {
    check(xmlTextWriterStartElement(state_->writer.get(), chars(name)));
    for (const auto& [key, value] : attributes)
        check(xmlTextWriterWriteAttribute(state_->writer.get(), chars(key), chars(allowed(value).c_str())));
}

void Writer::text(const std::string& text) { check(xmlTextWriterWriteString(state_->writer.get(), chars(allowed(text).c_str()))); }

void Writer::end() { check(xmlTextWriterEndElement(state_->writer.get())); }

void Writer::element(const char* name, const std::string& words, Attributes attributes) {
    begin(name, attributes);
    if (!words.empty()) text(words);
    end();
}

std::string Writer::take() {
    check(xmlTextWriterEndDocument(state_->writer.get()));
    check(xmlTextWriterFlush(state_->writer.get()));
    const auto* bytes = reinterpret_cast<const char*>(xmlBufferContent(state_->buffer.get()));
    std::string out(bytes, static_cast<std::size_t>(xmlBufferLength(state_->buffer.get())));
    while (state_->form == Form::fragment && out.ends_with('\n')) out.pop_back();
    return out;
}

}  // namespace vitrine::xml
