#include "theriac/lab/sweep.hpp"

#include "theriac/json/json.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace {

using namespace theriac;
using namespace theriac::lab;

Experiment small() {
    return *Experiment::parse(
        "experiment: gossip\ntitle: <small>\nruns: 25\ngossip: {participants: 2}\n"
        "sweep: {gossip.participants: [2, 8, 32]}\n");
}

std::filesystem::path fresh_directory(const std::string& name) {
    const auto path = std::filesystem::path(testing::TempDir()) / name;
    std::filesystem::remove_all(path);
    return path;
}

TEST(sweep, numbers_do_not_depend_on_the_threads) {
    const Experiment experiment = small();
    const auto one = run_sweep(experiment, {.threads = 1});
    const auto three = run_sweep(experiment, {.threads = 3});
    ASSERT_TRUE(one && three);
    EXPECT_EQ(runs_csv(experiment, *one), runs_csv(experiment, *three));
    EXPECT_EQ(report_html(experiment, *one), report_html(experiment, *three));
}

TEST(sweep, finished_batches_come_from_the_cache) {
    const Experiment experiment = small();
    const auto cache = fresh_directory("lab_cache");
    const auto first = run_sweep(experiment, {.threads = 2, .cache = cache});
    const auto second = run_sweep(experiment, {.threads = 2, .cache = cache});
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->from_cache, 0U);
    EXPECT_EQ(second->from_cache, second->batches);
    EXPECT_EQ(runs_csv(experiment, *first), runs_csv(experiment, *second));
}

TEST(sweep, stopped_sweep_goes_on_where_it_was) {
    const Experiment experiment = small();
    const auto cache = fresh_directory("lab_resume");
    int asked = 0;
    const auto stopped =
        run_sweep(experiment, {.threads = 1, .cache = cache, .stop = [&] { return ++asked > 4; }});
    EXPECT_EQ(stopped.error().code, Errc::interrupted);
    const auto resumed = run_sweep(experiment, {.threads = 1, .cache = cache});
    ASSERT_TRUE(resumed);
    EXPECT_EQ(resumed->from_cache, 4U);
    EXPECT_EQ(runs_csv(experiment, *resumed), runs_csv(experiment, *run_sweep(experiment, {})));
}

TEST(sweep, damaged_cache_is_computed_again) {
    const Experiment experiment = small();
    const auto cache = fresh_directory("lab_damaged");
    const auto first = run_sweep(experiment, {.cache = cache});
    for (const auto& file : std::filesystem::directory_iterator(cache))
        std::ofstream(file.path()) << "[[";
    const auto second = run_sweep(experiment, {.cache = cache});
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->from_cache, 0U);
    EXPECT_EQ(runs_csv(experiment, *first), runs_csv(experiment, *second));
}

TEST(sweep, report_escapes_and_shows_the_growth) {
    const Experiment experiment = small();
    const std::string page = report_html(experiment, *run_sweep(experiment, {}));
    EXPECT_NE(page.find("&lt;small&gt;"), std::string::npos);
    EXPECT_EQ(page.find("<small>"), std::string::npos);
    EXPECT_NE(page.find("log2(participants)"), std::string::npos);
    EXPECT_NE(page.find("<svg "), std::string::npos);
}

TEST(sweep, csv_has_a_row_for_each_point_and_run) {
    const Experiment experiment = small();
    const auto result = *run_sweep(experiment, {});
    EXPECT_EQ(std::ranges::count(summary_csv(experiment, result), '\n'), 4);
    EXPECT_EQ(std::ranges::count(runs_csv(experiment, result), '\n'), 76);
}

}  // namespace
