#include "render/keys.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "formats/hash.h"
#include "render/feeds.h"

namespace vitrine::render {

using hash::Inputs;

namespace {

class KeyMaker {
public:
    KeyMaker(const Context& context, bool lists_recent, std::size_t jobs) : context_(context), site_(context.site) {
        summaries_.resize(site_.responses.size());
        parallel_for(summaries_.size(), jobs, [&](std::size_t i) { summaries_[i] = summary_of(site_.responses[i]); });
        Inputs all;
        for (const Digest& summary : summaries_) all.add(summary);
        everything_ = all.digest();
        if (lists_recent) recent_ = recent();
        if (site_.introduction) introduction_ = text_of(site_.introduction->source->digest(), site_.introduction->body);
    }

    [[nodiscard]] plan::SharedKeys shared() const {
        Inputs settings;
        if (site_.config.source) settings.add(site_.config.source->digest());
        for (const Page& page : site_.pages) settings.add(page.path).add(page.title).add(static_cast<int>(page.menu)).add(page.order);
        settings.add(site_.config.snapshots.empty());
        if (context_.archived) settings.add(iso(context_.archived->on));
        plan::SharedKeys keys;
        keys.settings = settings.digest();
        keys.day = Inputs().add(iso(site_.today())).digest();
        return keys;
    }

    [[nodiscard]] plan::RowKey key(const plan::Row& row) const {
        plan::RowKey key = std::visit([&](const auto& subject) { return key_of(subject); }, row.subject);
        if (recent_) key.others = Inputs().add(key.others).add(*recent_).digest();
        return key;
    }

private:
    /// What a list says of a response.
    [[nodiscard]] Digest summary_of(const Response& response) const {
        Inputs inputs;
        inputs.add(response.source->digest()).add(response.id.value);
        for (const TagUse& use : response.tags) {
            const Tag* tag = site_.find_tag(use.slug);
            inputs.add(use.slug).add(tag == nullptr ? std::string_view() : std::string_view(tag->label));
        }
        return inputs.digest();
    }

    /// What every page says of the newest responses.
    [[nodiscard]] Digest recent() const {
        Inputs inputs;
        for (std::size_t i = 0; i < std::min(most_recent, summaries_.size()); ++i) inputs.add(summaries_[i]);
        return inputs.digest();
    }

    void add_links(Inputs& inputs, const Prose& prose) const {
        for (const std::string& address : context_.links.addresses(prose)) inputs.add(address);
    }
    void add_links(Inputs& inputs, const std::optional<Prose>& prose) const {
        if (prose) add_links(inputs, *prose);
    }

    [[nodiscard]] Digest text_of(const Digest& source, const Prose& prose) const {
        Inputs inputs;
        inputs.add(source);
        add_links(inputs, prose);
        return inputs.digest();
    }

    void add_summaries(Inputs& inputs, const std::vector<std::size_t>& responses, plan::Range range) const {
        for (std::size_t i = range.begin; i < range.end; ++i) inputs.add(summaries_[responses[i]]);
    }
    void add_summaries(Inputs& inputs, const std::vector<std::size_t>& responses) const { add_summaries(inputs, responses, {0, responses.size()}); }

    [[nodiscard]] plan::Range range(std::size_t number, std::size_t entries) const {
        return plan::entries_of_page(number, entries, site_.config.page_size);
    }

    [[nodiscard]] plan::RowKey key_of(const plan::ResponsePage& page) const {
        const Response& response = site_.responses[page.response];
        Inputs others;
        others.add(summaries_[page.response]).add(context_.plan.has_namesake[page.response]);
        add_links(others, response.body);
        for (const Update& update : response.updates) add_links(others, update.text);
        for (const Recommendation& item : response.recommendations) {
            add_links(others, item.text);
            add_links(others, item.force_action);
            add_links(others, item.pcc_explanation);
            for (const Update& update : item.updates) add_links(others, update.text);
        }
        others.add(response.attachments.size());
        for (const Attachment& file : response.attachments) others.add(file.name).add(file.size);
        others.add(site_.follows[page.response].size());
        add_summaries(others, site_.follows[page.response]);
        add_summaries(others, site_.followed_by[page.response]);
        return {response.source->digest(), others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::TombstonePage& page) const {
        const Response& response = site_.responses[page.response];
        Inputs others;
        others.add(response.id.value).add(context_.plan.has_namesake[page.response]);
        add_links(others, response.withdrawn_reason);
        add_summaries(others, site_.followed_by[page.response]);
        return {response.source->digest(), others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::IndexPage& page) const {
        const std::size_t count = site_.responses.size();
        const auto [begin, end] = range(page.number, count);
        Inputs others;
        others.add(page.number).add(count).add(introduction_);
        for (std::size_t i = begin; i < end; ++i) others.add(summaries_[i]);
        // The first page counts over all responses.
        if (page.number == 1) others.add(everything_);
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::TagsPage&) const {
        Inputs others;
        for (const Tag& tag : site_.tags) others.add(tag.slug).add(tag.label).add(tag.responses.size());
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::TagPage& page) const {
        const Tag& tag = site_.tags[page.tag];
        Inputs others;
        others.add(tag.slug).add(tag.label).add(page.number).add(tag.responses.size());
        add_summaries(others, tag.responses, range(page.number, tag.responses.size()));
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::TimelinePage&) const { return {{}, everything_}; }

    [[nodiscard]] plan::RowKey key_of(const plan::YearPage& page) const {
        const auto& years = context_.plan.years;
        const YearOfEvents& year = years[page.year];
        Inputs others;
        others.add(int{year.year}).add(page.number).add(year.events.size());
        others.add(page.year > 0 ? int{years[page.year - 1].year} : 0);
        others.add(page.year + 1 < years.size() ? int{years[page.year + 1].year} : 0);
        const auto [begin, end] = range(page.number, year.events.size());
        for (std::size_t i = begin; i < end; ++i) {
            const Event& event = year.events[i];
            others.add(std::chrono::sys_days(event.date).time_since_epoch().count()).add(static_cast<int>(event.kind)).add(summaries_[event.response]);
        }
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::RegisterPage& page) const {
        const Register& shown = context_.plan.registers[page.of];
        const auto [begin, end] = range(page.number, shown.entries.size());
        Inputs others;
        others.add(static_cast<int>(shown.of)).add(static_cast<int>(shown.addressee)).add(page.number);
        for (const std::size_t count : shown.kinds) others.add(count);
        // The first page of each part has the figures of all.
        for (const Register& part : context_.plan.registers)
            for (const RegisterCount& count : part.counts) others.add(count.all).add(count.overdue);
        // The entry before the page tells whether its first group began there.
        for (std::size_t i = begin > 0 ? begin - 1 : begin; i < end; ++i)
            others.add(summaries_[shown.entries[i].response]).add(shown.entries[i].recommendation);
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::ContentPage& page) const {
        const Page& shown = site_.pages[page.page];
        return {shown.source->digest(), text_of({}, shown.body)};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::NotFoundPage&) const { return {}; }

    [[nodiscard]] plan::RowKey key_of(const plan::RedirectPage& page) const { return {{}, Inputs().add(page.target).add(page.title).digest()}; }

    [[nodiscard]] plan::RowKey key_of(const plan::RobotsFile&) const { return {}; }

    [[nodiscard]] plan::RowKey key_of(const plan::AtomFeed& feed) const {
        Inputs others;
        if (feed.tag) others.add(site_.tags[*feed.tag].slug).add(site_.tags[*feed.tag].label);
        add_summaries(others, entries_of_feed(context_, feed.tag));
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::JsonFeed&) const { return key_of(plan::AtomFeed{}); }

    [[nodiscard]] plan::RowKey key_of(const plan::SiteMapPage&) const {
        Inputs others;
        others.add(everything_).add(key_of(plan::TagsPage{}).others);
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::SitemapFile& file) const {
        const plan::Sitemap& sitemap = context_.plan.sitemap;
        Inputs others;
        for (std::size_t i = sitemap.parts[file.part].begin; i < sitemap.parts[file.part].end; ++i)
            others.add(sitemap.entries[i].folder).add(sitemap.entries[i].changed ? iso(*sitemap.entries[i].changed) : "");
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::SitemapIndex&) const {
        Inputs others;
        for (std::size_t part = 0; part < context_.plan.sitemap.parts.size(); ++part) others.add(key_of(plan::SitemapFile{part}).others);
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::SecurityFile&) const { return {}; }

    [[nodiscard]] plan::RowKey key_of(const plan::ArchivePage&) const {
        Inputs others;
        for (const Snapshot& snapshot : site_.config.snapshots) {
            const SnapshotChanges changes = snapshot.changes.value_or(SnapshotChanges{});
            others.add(snapshot.name).add(iso(snapshot.taken)).add(snapshot.digest).add(snapshot.site_digest).add(snapshot.size).add(snapshot.files);
            others.add(snapshot.changes.has_value()).add(changes.added).add(changes.changed).add(changes.withdrawn).add(changes.removed).add(changes.others);
        }
        return {{}, others.digest()};
    }

    /// How many rows there are.
    [[nodiscard]] plan::RowKey key_of(const plan::DataPage&) const { return {{}, everything_}; }

    [[nodiscard]] plan::RowKey key_of(const plan::DataFile& file) const {
        // What a schema says is the program's and the settings'.
        if (file.format == plan::DataFormat::json_schema) return {};
        return {{}, everything_};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::CopiedFile&) const { return {}; }

    /// What a host is told follows from the paths of all files, and from the old addresses among them.
    [[nodiscard]] plan::RowKey key_of(const plan::HostFile&) const {
        Inputs others;
        for (const plan::Row& row : context_.plan.rows) {
            others.add(row.path);
            if (const auto* redirect = std::get_if<plan::RedirectPage>(&row.subject)) others.add(redirect->target);
        }
        return {{}, others.digest()};
    }

    [[nodiscard]] plan::RowKey key_of(const plan::CompressedFile&) const { return {}; }

    const Context& context_;
    const Site& site_;
    std::vector<Digest> summaries_;  ///< of the responses
    Digest everything_;              ///< all summaries
    std::optional<Digest> recent_;  ///< the newest summaries, where templates list them
    Digest introduction_;
};

}  // namespace

plan::Keys keys_of(const Context& context, bool lists_recent, std::size_t jobs) {
    const KeyMaker maker(context, lists_recent, jobs);
    plan::Keys keys;
    keys.shared = maker.shared();
    keys.rows.resize(context.plan.rows.size());
    parallel_for(keys.rows.size(), jobs, [&](std::size_t i) { keys.rows[i] = maker.key(context.plan.rows[i]); });
    return keys;
}

}  // namespace vitrine::render
