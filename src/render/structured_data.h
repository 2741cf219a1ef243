#pragma once

#include <string>

#include "formats/json.h"
#include "render/context.h"

/// What pages say to programs: JSON-LD in the terms of schema.org.
namespace vitrine::render {

/// The office that publishes, as a GovernmentOrganization.
[[nodiscard]] Json office_node(const Context& context);

/// The site, as a WebSite.
[[nodiscard]] Json website_node(const Context& context);

/// A response, as a Report about the inspectors' report.
[[nodiscard]] Json report_node(const Context& context, const Response& response);

/// A page of a list, as a CollectionPage.
[[nodiscard]] Json collection_node(const Context& context, const PageHead& head);

/// All that a page has to say: `head.things`, and a BreadcrumbList where there are pages above. Safe within a script element; empty
/// when there is nothing.
[[nodiscard]] std::string structured_data(const Context& context, const PageHead& head);

}  // namespace vitrine::render
