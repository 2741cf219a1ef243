#pragma once

#include <vector>

#include "base/digest.h"

/// From what each output file is made. A file whose key is that of the last build need not be made again.
namespace vitrine::plan {

/// From what one file is made, beside what all pages share.
struct RowKey {
    Digest source;  ///< the input that the file shows: a document, a copied file; zero for a list
    Digest others;  ///< everything else of the site that it shows: what it links to, what it lists

    friend bool operator==(const RowKey&, const RowKey&) = default;
};

/// From what all pages are made.
struct SharedKeys {
    Digest program;
    Digest settings;  ///< `site.toml`, and the menus that pages make
    Digest theme;     ///< the templates
    Digest day;       ///< what pages say depends on the date

    friend bool operator==(const SharedKeys&, const SharedKeys&) = default;
};

/// The keys of a plan's rows, in their order.
struct Keys {
    SharedKeys shared;
    std::vector<RowKey> rows;
};

}  // namespace vitrine::plan
