#include "serve/answers.h"

#include <utility>

#include "base/summary.h"
#include "formats/hash.h"
#include "plan/address.h"
#include "render/content_security.h"
#include "serve/server.h"
#include "serve/target.h"

namespace vitrine::serve {
namespace {

using io::HttpAnswer;
using io::HttpRequest;

std::shared_ptr<const std::string> shared(std::string bytes) { return std::make_shared<const std::string>(std::move(bytes)); }

/// What every answer says: drafts stay on no disk, in no frame and in no other site's hands.
void add_common_fields(HttpAnswer& answer, const std::string& policy) {
    answer.fields.emplace_back("Cache-Control", "no-store");
    answer.fields.emplace_back("X-Content-Type-Options", "nosniff");
    answer.fields.emplace_back("X-Frame-Options", "DENY");
    answer.fields.emplace_back("Referrer-Policy", "no-referrer");
    answer.fields.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    answer.fields.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    answer.fields.emplace_back("Content-Security-Policy", policy);
}

const std::string& policy_of_pages() {
    static const std::string policy = preview_security_policy() + "; frame-ancestors 'none'";
    return policy;
}

const std::string& policy_of_files() {
    static const std::string policy = std::string(render::content_security_policy) + "; frame-ancestors 'none'";
    return policy;
}

HttpAnswer plain(unsigned status, std::string sentence) {
    HttpAnswer answer = HttpAnswer::of(status, shared(std::move(sentence) + "\n"));
    answer.fields.emplace_back("Content-Type", "text/plain; charset=utf-8");
    add_common_fields(answer, policy_of_files());
    return answer;
}

HttpAnswer moved(unsigned status, std::string address) {
    HttpAnswer answer = plain(status, "The page is at " + address);
    answer.fields.emplace_back("Location", std::move(address));
    return answer;
}

}  // namespace

Answers::Answers(Preview& preview, Access access, std::function<std::string()> event)
    : preview_(preview),
      access_(std::move(access)),
      event_(std::move(event)),
      script_(shared(std::string(client_script))),
      stylesheet_(shared(std::string(client_stylesheet))) {}

/// A browser names the site whose page asked: as `Host` where it took that name for ours, as `Origin` where the page's script reads
/// the answer, and in `Sec-Fetch-Site` where the page only shows it (Fetch Metadata). Following a link is no harm.
bool Answers::is_stranger(const HttpRequest& request) const {
    if (request.count("Host") != 1 || !access_.is_own_host(request.field("Host"))) return true;
    if (request.count("Origin") > 0 && !access_.is_own_origin(request.field("Origin"))) return true;
    return request.field("Sec-Fetch-Site") == "cross-site" && request.field("Sec-Fetch-Mode") != "navigate";
}

HttpAnswer Answers::answer(const HttpRequest& request) {
    const Target target = parse_target(request.target);
    if (is_stranger(request) || (!target.authority.empty() && !access_.is_own_host(target.authority)))
        return plain(403, "This preview answers only under its own address on this machine.");
    if (request.method != "GET" && request.method != "HEAD") {
        HttpAnswer answer = plain(405, "A preview can only be read.");
        answer.fields.emplace_back("Allow", "GET, HEAD");
        return answer;
    }
    if (target.refused != 0)
        return plain(target.refused, target.refused == 414 ? "The address is too long." : "This is no address of a page.");
    if (target.path.starts_with(own_folder)) return own_file(target.path, request);
    State* state = preview_.state();
    if (state == nullptr) return no_site();
    const State::Place place = state->place(target.path);
    // The way from the host's root is the preview's, and another site may be there tomorrow.
    if (!place.moved.empty()) return moved(target.path == "/" ? 302 : 301, place.moved + target.query);
    const File* found = place.row ? state->file(*place.row) : nullptr;
    return found == nullptr ? not_found(request) : file(*found, 200, request);
}

std::string Answers::home() {
    return preview_.state() == nullptr ? "/" : plan::path_of_url(preview_.state()->prepared().site.config.base_url);
}

HttpAnswer Answers::own_file(std::string_view path, const HttpRequest& request) const {
    if (path == events_path) {
        HttpAnswer answer = HttpAnswer::of(200, shared("retry: 500\n\n" + event_()));
        answer.is_stream = true;
        answer.fields.emplace_back("Content-Type", "text/event-stream");
        add_common_fields(answer, policy_of_files());
        return answer;
    }
    if (path != script_path && path != stylesheet_path) return plain(404, "There is no such file.");
    File own;
    own.bytes = path == script_path ? script_ : stylesheet_;
    own.size = own.bytes->size();
    own.tag = "\"" + hash::fingerprint_of(*own.bytes) + "\"";
    own.type = path == script_path ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8";
    return file(own, 200, request);
}

HttpAnswer Answers::file(const File& file, unsigned status, const HttpRequest& request) const {
    HttpAnswer answer = HttpAnswer::of(status, file.bytes);
    answer.file = file.disk;
    answer.size = file.size;
    answer.fields.emplace_back("Content-Type", std::string(file.type));
    add_common_fields(answer, file.is_page ? policy_of_pages() : policy_of_files());
    if (status != 200) return answer;
    answer.fields.emplace_back("ETag", file.tag);
    answer.fields.emplace_back("Accept-Ranges", "bytes");
    if (request.count("If-None-Match") > 0 && names_tag(request.field("If-None-Match"), file.tag)) {
        answer.status = 304;
        return answer;
    }
    const bool is_same = request.count("If-Range") == 0 || request.field("If-Range") == file.tag;
    if (request.count("Range") != 1 || !is_same || request.method != "GET") return answer;
    const ByteRange range = range_of(request.field("Range"), file.size);
    if (range.kind == ByteRange::Kind::whole) return answer;
    answer.begin = range.begin;
    answer.size = range.size;
    const std::string size = std::to_string(file.size);
    const bool is_part = range.kind == ByteRange::Kind::part;
    answer.status = is_part ? 206 : 416;
    answer.fields.emplace_back("Content-Range", is_part ? "bytes " + std::to_string(range.begin) + "-" +
                                                              std::to_string(range.begin + range.size - 1) + "/" + size
                                                        : "bytes */" + size);
    return answer;
}

HttpAnswer Answers::not_found(const HttpRequest& request) {
    State& state = *preview_.state();
    const auto row = state.not_found();
    const File* page = row ? state.file(*row) : nullptr;
    return page == nullptr ? plain(404, "There is no page at this address.") : file(*page, 404, request);
}

HttpAnswer Answers::no_site() const {
    const Diagnostics& diagnostics = preview_.diagnostics();
    const std::string summary = preview_.failure().empty() ? summary_of(diagnostics, false) : "it cannot be read";
    Bar bar;
    HttpAnswer answer = HttpAnswer::of(
        503, shared(decorated(page_of_problems(summary, text_of_problems(diagnostics, preview_.failure(), false)), bar)));
    answer.fields.emplace_back("Content-Type", "text/html; charset=utf-8");
    add_common_fields(answer, policy_of_pages());
    return answer;
}

}  // namespace vitrine::serve
