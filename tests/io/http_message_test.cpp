#include "io/http_message.h"

#include <catch2/catch.hpp>

using namespace vitrine;

TEST_CASE("A field of a request is found whatever the case of its name, and counted") {
    const io::HttpRequest request{"GET", "/", {{"HOST", "a"}, {"Range", "bytes=0-1"}, {"host", "b"}}};
    CHECK(request.field("Host") == "a");
    CHECK(request.count("Host") == 2);
    CHECK(request.field("Origin").empty());
}

TEST_CASE("The head of an answer says its length, unless no body follows or its end is unknown") {
    io::HttpAnswer answer = io::HttpAnswer::of(200, std::make_shared<const std::string>("page"));
    answer.fields = {{"Content-Type", "text/html"}};
    const std::string head = io::head_of(answer, "OK", answer.size, false);
    CHECK(head.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nDate: "));
    CHECK(head.ends_with(" GMT\r\nContent-Length: 4\r\n\r\n"));
    CHECK(io::head_of(answer, "OK", 4, true).ends_with("Connection: close\r\n\r\n"));
    answer.status = 304;
    CHECK(io::head_of(answer, "Not Modified", 4, false).find("Content-Length") == std::string::npos);
    answer.status = 200;
    answer.is_stream = true;
    CHECK(io::head_of(answer, "OK", 4, false).find("Content-Length") == std::string::npos);
}
