// Ends the unit tests as every test runner of the project ends: with the counts that scripts/test adds up.
//
// A test that finds something missing on this machine says WARN("skipped: …") and returns; it counts as skipped.

#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include <catch2/catch.hpp>
#include <iostream>

namespace {

struct ClosingLine : Catch::TestEventListenerBase {
    using TestEventListenerBase::TestEventListenerBase;

    bool assertionEnded(const Catch::AssertionStats& stats) override {
        const Catch::AssertionResult& result = stats.assertionResult;
        if (result.getResultType() == Catch::ResultWas::Warning && result.getMessage().rfind("skipped:", 0) == 0) ++skipped_;
        return false;
    }

    void testRunEnded(const Catch::TestRunStats& stats) override {
        const Catch::Counts& cases = stats.totals.testCases;
        std::cout << cases.passed - skipped_ << " passed, " << cases.failed << " failed, " << skipped_ << " skipped\n";
    }

private:
    std::size_t skipped_ = 0;
};

CATCH_REGISTER_LISTENER(ClosingLine)

}  // namespace
