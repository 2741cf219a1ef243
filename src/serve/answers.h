#pragma once

#include <functional>
#include <string>

#include "io/http_server.h"
#include "serve/access.h"
#include "serve/preview.h"

namespace vitrine::serve {

/// Answers requests from a preview, as a web host would from the published site, and refuses those of strangers.
class Answers {
public:
    /// `event` gives what an event stream begins with.
    Answers(Preview& preview, Access access, std::function<std::string()> event);

    [[nodiscard]] io::HttpAnswer answer(const io::HttpRequest& request);

    /// The path of the home page on its host.
    [[nodiscard]] std::string home();

private:
    [[nodiscard]] bool is_stranger(const io::HttpRequest& request) const;
    [[nodiscard]] io::HttpAnswer own_file(std::string_view path, const io::HttpRequest& request) const;
    [[nodiscard]] io::HttpAnswer file(const File& file, unsigned status, const io::HttpRequest& request) const;
    [[nodiscard]] io::HttpAnswer not_found(const io::HttpRequest& request);
    [[nodiscard]] io::HttpAnswer no_site() const;

    Preview& preview_;
    Access access_;
    std::function<std::string()> event_;
    std::shared_ptr<const std::string> script_, stylesheet_;
};

}  // namespace vitrine::serve
