#include "formats/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <cassert>
#include <limits>
#include <new>

namespace vitrine::compression {
namespace {

// Above these a page costs several times as much for a few parts of a hundred.
constexpr int gzip_level = 6;
constexpr int brotli_quality = 5;
constexpr int gzip_window = 15 + 16;  // the largest window, and a gzip header in place of zlib's
constexpr int gzip_memory = 8;

}  // namespace

std::string gzip(std::string_view bytes) {
    assert(bytes.size() <= std::numeric_limits<uInt>::max());
    z_stream stream = {};
    if (deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window, gzip_memory, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    // zlib takes bytes that it does not change as if it might.
    std::string in(bytes), out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    [[maybe_unused]] const int status = deflate(&stream, Z_FINISH);
    assert(status == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string brotli(std::string_view bytes) {
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    const BROTLI_BOOL ok = BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                                                 reinterpret_cast<const std::uint8_t*>(bytes.data()), &size, reinterpret_cast<std::uint8_t*>(out.data()));
    if (ok != BROTLI_TRUE) throw std::bad_alloc();
    out.resize(size);
    return out;
}

std::string method() {
    return "zlib " + std::string(zlibVersion()) + " at " + std::to_string(gzip_level) + ", brotli " + std::to_string(BrotliEncoderVersion()) + " at " +
           std::to_string(brotli_quality);
}

}  // namespace vitrine::compression
